package io.github.wininet4j.bench.work;

import io.github.wininet4j.bench.client.Contestant;
import io.github.wininet4j.bench.client.Target;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The process of one contestant and one workload. Reads {@code RUN millis} and {@code END}, answers with {@code READY},
 * the line of a {@link Sample}, and {@code BYE kilobytes threads}: the peak of its resident memory and of its threads.
 */
public final class Worker {
    private Worker() {}

    /**
     * Runs the process.
     *
     * @param args contestant, workload, length, host, port, PEM file of the authority, port of the proxy
     * @throws Exception if the client fails
     */
    public static void main(String[] args) throws Exception {
        Contestant contestant = Contestant.named(args[0]);
        Workload workload = Workloads.named(args[1]);
        long size = workload.size(Length.valueOf(args[2]));
        Target target = new Target(
                args[3],
                Integer.parseInt(args[4]),
                workload.features(),
                Integer.parseInt(args[6]),
                Path.of(args[5]),
                workload.lanes(),
                workload.readSize());
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        try (Work work = open(contestant, workload, target, size)) {
            System.out.println("READY");
            for (String line = in.readLine(); line != null && line.startsWith("RUN "); line = in.readLine()) {
                Meter meter = new Meter();
                long operations = work.run(Long.parseLong(line.substring(4)));
                System.out.println(meter.stop(operations, work.latencies()).line());
            }
            int threads = ManagementFactory.getThreadMXBean().getPeakThreadCount();
            System.out.println("BYE " + Meter.status("VmHWM") + " " + threads);
        }
        // Some clients leave threads behind.
        System.exit(0);
    }

    private static Work open(Contestant contestant, Workload workload, Target target, long size) throws Exception {
        return switch (workload.kind()) {
            case SYNC, UPLOAD -> new SyncWork(contestant.sync().open(target), workload, size);
            case PACED -> new PacedWork(contestant.sync().open(target), workload, size);
            case MESSAGES -> new MessageWork(contestant.messages().open(target), size);
            case ASYNC, TIMED, WAVE ->
                contestant.id().equals("h2load")
                        ? new LoadProgram(target, workload.path())
                        : new AsyncWork(contestant.async().open(target), workload, size);
        };
    }
}
