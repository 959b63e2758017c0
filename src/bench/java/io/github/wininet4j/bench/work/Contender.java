package io.github.wininet4j.bench.work;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The near end of a {@link Worker}, or of a C program that speaks like one. */
public final class Contender implements AutoCloseable {
    private final String id;
    private final Process process;
    private final BufferedReader out;
    private final PrintStream in;

    private Contender(String id, Process process) {
        this.id = id;
        this.process = process;
        this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
        this.in = new PrintStream(process.getOutputStream(), true, StandardCharsets.US_ASCII);
    }

    /**
     * Starts a process and waits until it is ready.
     *
     * @param id the contestant's name
     * @param command program and arguments
     * @param log where its error output goes
     * @return the contender
     * @throws IOException if it does not start
     */
    public static Contender start(String id, List<String> command, File log) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(log))
                .start();
        Contender contender = new Contender(id, process);
        try {
            contender.expect("READY");
            return contender;
        } catch (IOException e) {
            contender.close();
            throw e;
        }
    }

    /** Returns the contestant's name. */
    public String id() {
        return id;
    }

    /** Returns the number of its process. */
    public long pid() {
        return process.pid();
    }

    /**
     * Gives it a turn.
     *
     * @param millis how long
     * @return what it took
     * @throws IOException if the process failed
     */
    public Sample run(long millis) throws IOException {
        in.print("RUN " + millis + "\n");
        in.flush();
        return Sample.parse(expect("DONE"));
    }

    /**
     * Ends it.
     *
     * @return peak of resident memory in KiB and peak of threads; -1 for what is unknown
     * @throws IOException if the process failed
     */
    public long[] end() throws IOException {
        in.print("END\n");
        in.flush();
        String[] words = expect("BYE").trim().split(" ");
        return new long[] {Long.parseLong(words[1]), Long.parseLong(words[2])};
    }

    private String expect(String first) throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(first)) {
                return line;
            }
        }
        throw new IOException(id + " ended early; see the log");
    }

    @Override
    public void close() {
        in.close();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
