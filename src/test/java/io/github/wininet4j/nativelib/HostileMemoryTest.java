package io.github.wininet4j.nativelib;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.WinInet;
import io.github.wininet4j.WinInets;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.testing.NginxServer;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.type.ByteBlock;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.OptionType;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** C programs that hand over memory with nothing to spare, or less than they say. */
final class HostileMemoryTest {
    private static final int LAST_OPTION = 200;
    private static final int PAGE = 4096;

    @TempDir
    private Path folder;

    @Test
    void everyFunction_withMemoryAtTheEndOfItsPage_touchesNothingBeyond() {
        try (NginxServer nginx = NginxServer.start().servePattern("file", 6000)) {
            int port = URI.create(nginx.url("/file")).getPort();

            assertThat(run("guard_test", CPrograms.library(), List.of("-O1"), Integer.toString(port)))
                    .matches("\\d+ functions, alive\n");
        }
    }

    @Test
    void everyOption_withEveryKindOfLength_isAnsweredAsByTheEngine() {
        List<String> expected = new ArrayList<>();
        WinInet engine = WinInets.engine();
        HINTERNET session = engine.InternetOpen("agent", InternetFlag.INTERNET_OPEN_TYPE_DIRECT, null, null, 0);
        for (int option = 0; option <= LAST_OPTION; option++) {
            if (isPlainMemory(option)) {
                answers(engine, null, option, expected);
                answers(engine, session, option, expected);
            }
        }
        engine.InternetCloseHandle(session);

        String output = run("options_test", CPrograms.sanitizedLibrary(), List.of("-fsanitize=address,undefined"));

        assertThat(output).endsWith("0 failures, alive\n").doesNotContain(" 12004 ");
        assertThat(output.lines()
                        .filter(line -> line.contains(" W ") && !line.contains(" huge:"))
                        .filter(line -> isPlainMemory(Integer.parseInt(line.substring(0, line.indexOf(' ')))))
                        .toList())
                .isEqualTo(expected);
    }

    @Test
    @Rule({"R-READEX-11", "R-REQ-19", "R-SEND-25"})
    void garbageWhereAFunctionDoesNotLook_andBadPointersWhereItProbes_areSurvived() {
        try (NginxServer nginx = NginxServer.start().servePattern("file", 6000)) {
            int port = URI.create(nginx.url("/file")).getPort();

            assertThat(run(
                            "garbage_test",
                            CPrograms.sanitizedLibrary(),
                            List.of("-fsanitize=address,undefined"),
                            Integer.toString(port)))
                    .isEqualTo("0 failures\n");
        }
    }

    @Test
    @Rule({"R-PROJ-C-3", "R-PROJ-C-4", "R-SEND-25", "R-CRACK-3", "R-CENT-12"})
    void memoryThatIsNotLookedAt_orStatedTooLarge_isNotTouched() {
        try (NginxServer nginx = NginxServer.start().servePattern("file", 6000)) {
            String port = Integer.toString(URI.create(nginx.url("/file")).getPort());

            assertThat(run("extent_test", CPrograms.library(), List.of("-O1"), port, "6000"))
                    .isEqualTo("0 failures\n");
        }
    }

    @Test
    @Rule("R-PROJ-C-1")
    void threadsWithSmallStacks_getAllOrAClearFailure() {
        try (NginxServer nginx = NginxServer.start().servePattern("file", 6000)) {
            assertThat(run("stack_test", CPrograms.library(), List.of("-O1"), nginx.url("/file"), "6000"))
                    .startsWith("64: 0 8\n")
                    .contains("\n1024: 6000 0\n")
                    .endsWith("\n64: 0 8\n0 failures\n");
        }
    }

    /** Others need their own type in Java. */
    private static boolean isPlainMemory(int option) {
        OptionType type = OptionType.of(option);
        return type.structure() == null && type != OptionType.CALLBACK && type != OptionType.ANSI_TEXT;
    }

    private static void answers(WinInet engine, @Nullable HINTERNET handle, int option, List<String> lines) {
        DwordRef needed = new DwordRef(0);
        boolean known = engine.InternetQueryOption(handle, option, null, needed);
        int exact = known || needed.value <= 0 || needed.value > PAGE ? Integer.BYTES : needed.value;
        Map<String, Integer> lengths = new LinkedHashMap<>();
        lengths.put("null", 0);
        lengths.put("0", 0);
        lengths.put("1", 1);
        lengths.put("less", exact - 1);
        lengths.put("exact", exact);
        lengths.forEach((kind, length) -> {
            DwordRef variable = new DwordRef(length);
            LPVOID buffer = kind.equals("null") ? null : new ByteBlock(ByteBuffer.allocate(length));
            engine.SetLastError(0);
            boolean result = engine.InternetQueryOption(handle, option, buffer, variable);
            lines.add(String.format(
                    Locale.ROOT,
                    "%d W %s %s: %d %d %d",
                    option,
                    handle == null ? "n" : "s",
                    kind,
                    result ? 1 : 0,
                    result ? 0 : engine.GetLastError(),
                    Integer.toUnsignedLong(variable.value)));
        });
    }

    /** Returns what a program prints that ends well. */
    private String run(String name, Path library, List<String> options, String... arguments) {
        Path program = CPrograms.compile(
                CPrograms.TESTS.resolve(name + ".c"), library, folder, options.toArray(String[]::new));
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        return CPrograms.run(CPrograms.onEngine(Map.of("ASAN_OPTIONS", CPrograms.ASAN_WITH_JAVA)), command)
                .ok()
                .output();
    }
}
