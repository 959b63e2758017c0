package io.github.wininet4j.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/** The head of the results page: when, where, how. */
final class Preface {
    private static final String TEXT = """
            Written by `./mvnw -q -Pbench verify -Dbench.args="--length %s --publish"` (see README). %s, %s %s, %d processors
            (%s), %s.

            Every contestant runs in a process of its own against nginx (one worker) on loopback; the contestants take turns, %d
            rounds. The *ratio to the floor* is the rate of a contestant divided by the rate of the floor in the same round, as
            the median of the rounds; *from to* are the least and the greatest. The floor is a program that writes the bytes of
            the request to a socket and reads the answer: a blocking loop, or one selector loop for asynchronous work. CPU time
            is that of the contestant's process; allocation is that of all its threads. The facade has a status callback set.
            Contestants are used as they come; only limits on connections are raised.

            Not measured yet: a cookie jar with 10,000 cookies, as cookies are not built.
            """;

    private Preface() {}

    static String text(Settings settings) throws IOException {
        return TEXT.formatted(
                settings.length.name().toLowerCase(Locale.ROOT),
                LocalDate.now(ZoneOffset.UTC),
                System.getProperty("java.vm.name"),
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                processor(),
                System.getProperty("os.name"),
                settings.length.rounds());
    }

    private static String processor() throws IOException {
        Path file = Path.of("/proc/cpuinfo");
        if (Files.isReadable(file)) {
            for (String line : Files.readAllLines(file)) {
                if (line.startsWith("model name")) {
                    return line.substring(line.indexOf(':') + 1).trim();
                }
            }
        }
        return System.getProperty("os.arch");
    }
}
