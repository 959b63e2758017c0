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
            the median of the rounds; *from to* are the least and the greatest. The floor is a Java program that writes the bytes
            of the request to a socket and reads the answer: a blocking loop, or one selector loop for asynchronous work. C
            programs can be faster, most of all where each request opens a socket: the JVM makes more system calls for that.
            Each contestant is warmed up until two successive turns differ by less than 5 %%, or for %d s. CPU time
            is that of the contestant's process; allocation is that of all its threads. The facade has a status callback set.
            Contestants are used with their defaults; only limits on connections are raised. *One carrier thread* is the engine with
            the JVM option `-Djdk.virtualThreadScheduler.parallelism=1`: as many threads at work as the floor's selector loop
            and Netty's event loop have, which leaves a processor to the server.

            Each chapter names what the engine is to reach: its *aim*, a ratio to the first row if it is a bare number. Where the
            first row is not the floor, the ratios are to what it is. The text in gzip is a file that nginx sends as it is; the
            floor inflates it and looks at no checksum. New TLS connections resume the session of the one before, and the
            server closes them. The proxy is nginx, which passes on what it is asked for; the host has a name that only the
            proxy can resolve. The proxy script is asked once for a host and remembered, so its row shows what remembering
            costs. Where requests are timed, a turn is %d times as long, and the figures are medians over the rounds of what half
            (p50) and 99 of 100 requests (p99) stay within. Other work is the processor time of processes that have nothing
            to do with the benchmark, and what the host of a virtual machine takes; rounds beside more than %.1f processors
            of it are thrown away and repeated. Paced requests begin each millisecond by one thread that waits
            for the answer; one that is held up by the one before counts from when it was due.
            """;

    private Preface() {}

    static String text(Settings settings) throws IOException {
        return String.format(
                Locale.ROOT,
                TEXT,
                settings.length.name().toLowerCase(Locale.ROOT),
                LocalDate.now(ZoneOffset.UTC),
                System.getProperty("java.vm.name"),
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                processor(),
                System.getProperty("os.name"),
                settings.length.rounds(),
                settings.warmUpMillis() / 1000,
                Comparison.TIMED_TURNS,
                Comparison.MOST_OTHER_WORK);
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
