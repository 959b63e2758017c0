package io.github.wininet4j.trace;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/** Where a trace goes by the words of a user. */
public final class TraceTarget {
    /** Lines on standard error. */
    public static final String STANDARD_ERROR = "stderr";

    /** Events of the flight recorder. */
    public static final String FLIGHT_RECORDER = "jfr";

    private TraceTarget() {}

    /**
     * Opens a target.
     *
     * @param target {@value #STANDARD_ERROR}, {@value #FLIGHT_RECORDER}, the path of an HTTP archive if it ends with
     *     {@code .har}, or of a file that lines are appended to
     * @return the listener that writes there
     * @throws IllegalArgumentException if the file cannot be opened
     */
    public static TraceListener open(String target) {
        if (target.equals(STANDARD_ERROR)) {
            PrintWriter out = standardError();
            return new LineTrace(out::println);
        }
        if (target.equals(FLIGHT_RECORDER)) {
            return new FlightRecorderTrace();
        }
        try {
            Path file = Path.of(target);
            return target.toLowerCase(Locale.ROOT).endsWith(".har") ? archive(file) : lines(file);
        } catch (IOException | InvalidPathException e) {
            throw new IllegalArgumentException("cannot write the trace to " + target + ": " + e, e);
        }
    }

    /**
     * Opens a target for the counters of a back end, which are told when it closes.
     *
     * @param target {@value #STANDARD_ERROR}, or the path of a file that a line is appended to
     * @return the listener that writes there
     * @throws IllegalArgumentException if the file cannot be opened
     */
    public static TraceListener counters(String target) {
        if (target.equals(STANDARD_ERROR)) {
            return finalCounters(standardError(), () -> {});
        }
        try {
            PrintWriter out = appending(Path.of(target));
            return finalCounters(out, out::close);
        } catch (IOException | InvalidPathException e) {
            throw new IllegalArgumentException("cannot write the counters to " + target + ": " + e, e);
        }
    }

    private static TraceListener finalCounters(PrintWriter out, Runnable end) {
        return new FinalCounters(last -> out.println("counters: " + last), end);
    }

    private static TraceListener archive(Path file) throws IOException {
        HarLog log = new HarLog(file);
        log.begin();
        return log;
    }

    private static TraceListener lines(Path file) throws IOException {
        PrintWriter out = appending(file);
        return new LineTrace(out::println, out::close);
    }

    /** Not closed: it is the process's own. */
    private static PrintWriter standardError() {
        return new PrintWriter(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    }

    private static PrintWriter appending(Path file) throws IOException {
        return new PrintWriter(
                Files.newBufferedWriter(
                        file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND),
                true);
    }
}
