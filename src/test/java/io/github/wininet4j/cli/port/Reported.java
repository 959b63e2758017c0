package io.github.wininet4j.cli.port;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A run of the command inside the test. */
record Reported(int code, String out) {
    private static final Catalog CATALOG = new Catalog();

    static Reported of(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        int code = new PortReportCommand().run(List.of(args), stream, stream);
        return new Reported(code, out.toString(StandardCharsets.UTF_8));
    }

    /** What is used, as {@code name line how}. */
    static List<String> uses(String text, Language language) {
        try {
            return SourceReader.read("f", text, language, CATALOG).stream()
                    .map(found -> found.use().name() + " " + found.use().line() + " "
                            + found.use().how().text())
                    .toList();
        } catch (DamagedFileException e) {
            throw new AssertionError(e);
        }
    }
}
