package io.github.wininet4j.endurance.fault;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.WinInetConfig;
import io.github.wininet4j.WinInets;
import io.github.wininet4j.endurance.LiveObjects;
import io.github.wininet4j.endurance.fault.Fault.Method;
import io.github.wininet4j.host.CachePlace;
import io.github.wininet4j.testing.Folders;
import io.github.wininet4j.testing.TestCertificates;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Every fault with every way of sending, plain and over TLS, synchronous and not, as a table: {@code error call} in
 * each cell, with a mark where the error is none of those that the fault may end with, or where a promise was broken.
 * Before and after, what the process holds is counted.
 */
public final class FaultMatrix implements AutoCloseable {
    private final BackEnd api;
    private final Path folder = Folders.make("faults");
    private final SSLContext tls = TestCertificates.good().context();
    private final List<String> violations = new ArrayList<>();
    private int cells;

    FaultMatrix() {
        api = WinInets.engine(WinInetConfig.defaults()
                .withCache(CachePlace.NONE)
                .withDataDirectory(folder)
                .withTrustStore(TestCertificates.trustStore())
                .withResolver(host -> List.of(InetAddress.getByName("127.0.0.1"))));
    }

    /**
     * Prints the whole matrix; exits with 1 if a cell is not as it must be.
     *
     * @param arguments none
     * @throws IOException if a server cannot be started
     */
    public static void main(String[] arguments) throws IOException {
        warmUp();
        long before = openFiles();
        int threads = Thread.activeCount();
        LiveObjects objects = LiveObjects.count();
        List<String> violations = printAll();
        LiveObjects left = LiveObjects.count();
        System.out.printf(
                Locale.ROOT,
                "%n%d faults, JDK %s, cells not as they must be: %d%n",
                Fault.values().length,
                System.getProperty("java.version"),
                violations.size());
        System.out.printf(
                Locale.ROOT,
                "before and after: open files %d, %d; threads %d, %d; objects of the engine %d, %d; live bytes %d,"
                        + " %d%n",
                before,
                openFiles(),
                threads,
                Thread.activeCount(),
                objects.total(),
                left.total(),
                objects.bytes(),
                left.bytes());
        violations.forEach(System.out::println);
        System.exit(violations.isEmpty() ? 0 : 1);
    }

    /** What is opened once and for all must not count as left behind. */
    private static void warmUp() throws IOException {
        try (FaultMatrix matrix = new FaultMatrix()) {
            for (Method method : Method.values()) {
                matrix.cell(Fault.BYTES_BEHIND_THE_BODY, false, method);
                matrix.cell(Fault.BYTES_BEHIND_THE_BODY, true, method);
            }
        }
    }

    private static List<String> printAll() throws IOException {
        try (FaultMatrix matrix = new FaultMatrix()) {
            matrix.print(System.out);
            System.out.println(matrix.cells + " cells");
            return matrix.violations;
        }
    }

    /** The sockets and files of this process; -1 where the system does not say. */
    static long openFiles() {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.count();
        } catch (IOException e) {
            return -1;
        }
    }

    private void print(PrintStream out) throws IOException {
        StringBuilder title = new StringBuilder("| fault | stage |");
        StringBuilder rule = new StringBuilder("| --- | --- |");
        for (boolean secure : new boolean[] {false, true}) {
            for (Method method : Method.values()) {
                title.append(secure ? " TLS " : " ").append(method).append(" |");
                rule.append(" --- |");
            }
        }
        out.println(title);
        out.println(rule);
        for (Fault fault : Fault.values()) {
            StringBuilder row = new StringBuilder("| " + fault + " | " + fault.stage + " |");
            for (boolean secure : new boolean[] {false, true}) {
                for (Method method : Method.values()) {
                    row.append(' ').append(cell(fault, secure, method)).append(" |");
                }
            }
            out.println(row);
        }
    }

    private String cell(Fault fault, boolean secure, Method method) throws IOException {
        if (!fault.appliesTo(secure, method)) {
            return "-";
        }
        String sync = run(fault, secure, method, false);
        String async = run(fault, secure, method, true);
        return sync.equals(async) ? sync : sync + " / " + async;
    }

    /** Runs one cell; returns what to print, and remembers what must not be. */
    String run(Fault fault, boolean secure, Method method, boolean async) throws IOException {
        cells++;
        FaultCell.Result result = meet(fault, secure, method, async);
        String text = result.error() + " " + result.call();
        String wrong = result.fault();
        if (!fault.outcomes.contains(result.error())) {
            wrong = "error " + result.error() + " instead of " + fault.outcomes + (wrong == null ? "" : ", " + wrong);
        }
        if (wrong == null) {
            return text;
        }
        violations.add(fault + (secure ? " TLS " : " ") + method + (async ? " async: " : " sync: ") + wrong);
        return text + " !";
    }

    List<String> violations() {
        return violations;
    }

    private FaultCell.Result meet(Fault fault, boolean secure, Method method, boolean async) throws IOException {
        if (fault.behavior == null) {
            return new FaultCell(api, fault, method).run(portThatNobodyListensOn(), secure, async);
        }
        @Nullable SSLContext context = secure ? tls : null;
        try (FaultServer server = new FaultServer(context, fault.behavior)) {
            return new FaultCell(api, fault, method).run(server.port(), secure, async);
        }
    }

    private static int portThatNobodyListensOn() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        api.close();
        Folders.delete(folder);
    }
}
