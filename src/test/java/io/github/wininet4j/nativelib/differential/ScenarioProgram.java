package io.github.wininet4j.nativelib.differential;

import io.github.wininet4j.nativelib.CPrograms;
import io.github.wininet4j.nativelib.CPrograms.Ran;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The program of {@code native-stubs/differential}, compiled for one library.
 *
 * @param command starts it; the port follows
 * @param variables its environment
 */
record ScenarioProgram(List<String> command, Map<String, String> variables) {
    private static final Path SOURCES = CPrograms.STUBS.resolve("differential");
    private static final Path FOLDER = Path.of("target", "differential").toAbsolutePath();
    private static final String BEGIN = "=== ";
    private static final String END = "end";

    /** For Wine's library, in a Wine folder of its own, which is made once. */
    static ScenarioProgram forWine(Path wine) throws Exception {
        Path program = FOLDER.resolve("differential.exe");
        // Symbols that came with Windows 7.
        compile(CPrograms.MINGW, program, List.of("-D_WIN32_WINNT=0x0601"), List.of("-lwininet"));
        Map<String, String> variables = Map.of(
                "WINEPREFIX",
                        Files.createDirectories(FOLDER).resolve("wineprefix").toString(),
                "WINEDEBUG", "-all",
                // No installers of browsers, and no debugger when the program crashes.
                "WINEDLLOVERRIDES", "mscoree,mshtml,winedbg.exe=",
                "DISPLAY", "");
        if (!Files.exists(FOLDER.resolve("wineprefix/system.reg"))) {
            CPrograms.run(variables, List.of(wine.toString(), "wineboot", "-i")).ok();
        }
        return new ScenarioProgram(List.of(wine.toString(), program.toString()), variables);
    }

    /** For the library of this tree. */
    static ScenarioProgram forThisLibrary() throws Exception {
        Path library = CPrograms.library();
        Path program = FOLDER.resolve("differential");
        compile(
                "gcc",
                program,
                List.of("-D_GNU_SOURCE", "-I" + CPrograms.INCLUDE),
                List.of("-L" + library, "-lwininet", "-Wl,-rpath," + library, "-pthread"));
        return new ScenarioProgram(
                List.of(program.toString()),
                CPrograms.onEngine(Map.of("WININET4J_JVM_OPTIONS", "-XX:ErrorFile=" + FOLDER.resolve("crash.log"))));
    }

    private static void compile(String compiler, Path program, List<String> options, List<String> libraries)
            throws Exception {
        Files.createDirectories(program.getParent());
        List<String> all = new ArrayList<>(List.of(compiler, "-std=c11", "-O1", "-Wall", "-Wextra", "-Werror"));
        all.addAll(options);
        try (Stream<Path> sources = Files.list(SOURCES)) {
            sources.map(Path::toString)
                    .filter(name -> name.endsWith(".c"))
                    .sorted()
                    .forEach(all::add);
        }
        all.addAll(List.of("-o", program.toString()));
        all.addAll(libraries);
        CPrograms.run(Map.of(), all).ok();
    }

    /**
     * Runs all scenarios against a server of their own. After one that crashes or takes too long, the program is
     * started anew for the rest.
     *
     * @return the transcript of each scenario
     */
    Map<String, List<String>> run() {
        Map<String, List<String>> transcripts = new LinkedHashMap<>();
        String last = null;
        try (DifferentialServer server = new DifferentialServer()) {
            while (!Objects.equals(last, END)) {
                List<String> all = new ArrayList<>(command);
                all.add(Integer.toString(server.port()));
                if (last != null) {
                    all.addAll(List.of("-after", last));
                }
                Ran ran = CPrograms.run(variables, all);
                String reached = add(transcripts, ran);
                if (reached == null || reached.equals(last)) {
                    throw new AssertionError(all + " came no further: " + ran);
                }
                last = reached;
            }
        }
        transcripts.remove(END);
        return transcripts;
    }

    /** Adds what a run has printed, and gives the name of its last scenario. */
    private static String add(Map<String, List<String>> transcripts, Ran ran) {
        String name = null;
        for (String line : ran.output().lines().toList()) {
            if (line.startsWith(BEGIN)) {
                name = line.substring(BEGIN.length());
                transcripts.put(name, new ArrayList<>());
            } else if (line.startsWith("#")) {
                // The Java machine's last words.
                break;
            } else if (name != null) {
                transcripts.get(name).add(line);
            }
        }
        if (name != null && !name.equals(END)) {
            List<String> transcript = transcripts.get(name);
            if (!transcript.contains("timed out")) {
                transcript.add("crashed");
            }
        }
        return name;
    }

    /** Where the last run of this kind left its transcripts for those who want to read them. */
    static Path write(String name, Map<String, List<String>> transcripts) throws Exception {
        List<String> lines = new ArrayList<>();
        transcripts.forEach((scenario, transcript) -> {
            lines.add(BEGIN + scenario);
            lines.addAll(transcript);
        });
        return Files.write(FOLDER.resolve(name), lines);
    }
}
