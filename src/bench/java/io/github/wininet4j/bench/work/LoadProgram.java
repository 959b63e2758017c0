package io.github.wininet4j.bench.work;

import io.github.wininet4j.bench.client.Target;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Work by h2load, a C program of nghttp2's makers that only counts: a run of it for each turn. */
final class LoadProgram implements Work {
    private static final int FIRST = 2_000;

    private final Target target;
    private final String path;
    private double rate;

    LoadProgram(Target target, String path) {
        this.target = target;
        this.path = path;
    }

    @Override
    public long run(long millis) throws Exception {
        long requests = Math.max(Math.max(FIRST, target.lanes()), (long) (rate * millis / 1000));
        long start = System.nanoTime();
        Process process = new ProcessBuilder(
                        List.of("h2load", "-c1", "-t1", "-m" + target.lanes(), "-n" + requests, target.url(path)))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        if (process.waitFor() != 0 || !output.contains(requests + " succeeded")) {
            throw new IOException(output);
        }
        rate = requests * 1e9 / (System.nanoTime() - start);
        return requests;
    }

    @Override
    public void close() {}
}
