package io.github.wininet4j.engine.proxy.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Runs a program of the system and takes what it prints. */
@FunctionalInterface
public interface ProgramOutput {
    /**
     * Runs a program.
     *
     * @param command the program and its arguments
     * @return its output, or null if it cannot be run, fails, or takes longer than two seconds
     */
    @Nullable
    String run(List<String> command);

    /** Returns the real programs. */
    static ProgramOutput ofSystem() {
        return ProgramOutput::runHere;
    }

    private static @Nullable String runHere(List<String> command) {
        Process process = null;
        try {
            process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            // All of these print less than a pipe holds.
            boolean ended = process.waitFor(2, TimeUnit.SECONDS);
            if (!ended || process.exitValue() != 0) {
                return null;
            }
            try (InputStream in = process.getInputStream()) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } finally {
            if (process != null) {
                process.destroyForcibly();
            }
        }
    }
}
