package io.github.wininet4j.bench.work;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.bench.client.Cookies;
import io.github.wininet4j.bench.client.Facade;
import io.github.wininet4j.bench.client.Target;
import io.github.wininet4j.bench.report.Spread;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.ServiceType;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A process that measures how the cost of a request, and memory, grow with what the engine holds. Each point has an
 * engine of its own, and the points take turns, so that what else the machine does spoils none of them alone. Prints
 * {@code POINT curve x value} lines.
 */
public final class Curves {
    private static final int[] HANDLES = {1, 10, 100, 1_000, 10_000, 100_000};
    private static final int[] HOSTS = {1, 10, 100, 1_000};
    private static final int[] OPTIONS = {1, 10, 100, 1_000, 10_000};
    private static final int[] COOKIES = {1, 10, 100, 1_000, 10_000};
    private static final int IDLE = 4_000;
    private static final int WARM_UP_TURNS = 20;

    private final int port;
    private final int turns;
    private final long turnNanos;

    private Curves(int port, int turns, long turnMillis) {
        this.port = port;
        this.turns = turns;
        this.turnNanos = turnMillis * 1_000_000;
    }

    /**
     * Runs the process.
     *
     * @param args port, turns per point, milliseconds per turn
     * @throws Exception if the engine fails
     */
    public static void main(String[] args) throws Exception {
        Curves curves = new Curves(Integer.parseInt(args[0]), Integer.parseInt(args[1]), Long.parseLong(args[2]));
        curves.warmUp();
        curves.curve("handles", HANDLES, Holder::openHandle);
        curves.curve("hosts", HOSTS, Holder::useHost);
        curves.curve("options", OPTIONS, Holder::setOption);
        curves.curve("cookies", COOKIES, Holder::setCookie);
        curves.bytesPerHandle();
        curves.idleConnections();
        System.exit(0);
    }

    private void warmUp() throws Exception {
        try (Holder holder = new Holder()) {
            for (int i = 0; i < WARM_UP_TURNS; i++) {
                holder.micros(turnNanos);
            }
        }
    }

    private static void point(String curve, long x, double value) {
        System.out.println("POINT " + curve + " " + x + " " + value);
    }

    private void curve(String name, int[] sizes, Consumer<Holder> add) throws Exception {
        List<Holder> holders = new ArrayList<>();
        for (int size : sizes) {
            Holder holder = new Holder();
            for (int i = 0; i < size; i++) {
                add.accept(holder);
            }
            holders.add(holder);
        }
        double[][] micros = new double[sizes.length][turns];
        for (int turn = 0; turn < turns; turn++) {
            for (int i = 0; i < sizes.length; i++) {
                micros[i][turn] = holders.get(i).micros(turnNanos);
            }
        }
        for (int i = 0; i < sizes.length; i++) {
            point(name, sizes[i], Spread.of(micros[i]).median());
            holders.get(i).close();
        }
    }

    private void bytesPerHandle() throws Exception {
        int many = HANDLES[HANDLES.length - 1];
        try (Holder holder = new Holder()) {
            long before = usedHeap();
            for (int i = 0; i < many; i++) {
                holder.openHandle();
            }
            point("bytes-per-handle", many, (double) (usedHeap() - before) / many);
        }
    }

    /**
     * The heap is resident from the start (see the options of this process), so resident memory grows by what lies
     * outside of it.
     */
    private void idleConnections() throws Exception {
        try (Holder holder = new Holder()) {
            long before = usedHeap();
            long residentBefore = Meter.status("VmRSS");
            List<HINTERNET> busy = new ArrayList<>();
            for (int i = 0; i < IDLE; i++) {
                busy.add(holder.send(holder.connection));
            }
            busy.forEach(holder::finish);
            busy.clear();
            point("bytes-per-connection", IDLE, (double) (usedHeap() - before) / IDLE);
            point("native-per-connection", IDLE, (Meter.status("VmRSS") - residentBefore) * 1024.0 / IDLE);
        }
    }

    private static long usedHeap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** An engine and what it holds. */
    private final class Holder implements AutoCloseable {
        private final BackEnd wininet;
        private final HINTERNET session;
        private final HINTERNET connection;
        private final ByteBuffer buffer = ByteBuffer.allocate(4096);
        private final DwordRef count = new DwordRef();
        private int hosts;
        private int cookies;

        Holder() throws Exception {
            wininet = Facade.open("engine", Target.plain(port, IDLE, 4096));
            session = wininet.InternetOpen("bench", InternetFlag.INTERNET_OPEN_TYPE_DIRECT, null, null, 0);
            connection = connect("127.0.0.1");
        }

        @Override
        public void close() {
            wininet.close();
        }

        private HINTERNET connect(String host) {
            HINTERNET made =
                    wininet.InternetConnect(session, host, port, null, null, ServiceType.INTERNET_SERVICE_HTTP, 0, 0);
            Facade.check(wininet, "InternetConnect", made != null);
            return made;
        }

        private HINTERNET request(HINTERNET parent) {
            HINTERNET made = wininet.HttpOpenRequest(
                    parent, null, "/b128", null, null, null, InternetFlag.INTERNET_FLAG_KEEP_CONNECTION, 0);
            Facade.check(wininet, "HttpOpenRequest", made != null);
            return made;
        }

        private HINTERNET send(HINTERNET parent) {
            HINTERNET made = request(parent);
            Facade.check(wininet, "HttpSendRequest", wininet.HttpSendRequest(made, null, 0, null, 0));
            return made;
        }

        private void finish(HINTERNET handle) {
            do {
                buffer.clear();
                boolean read = wininet.InternetReadFile(handle, buffer, buffer.capacity(), count);
                Facade.check(wininet, "InternetReadFile", read);
            } while (count.value > 0);
            wininet.InternetCloseHandle(handle);
        }

        private double micros(long nanos) {
            long start = System.nanoTime();
            long done = 0;
            do {
                finish(send(connection));
                done++;
            } while (System.nanoTime() - start < nanos);
            return (System.nanoTime() - start) / 1e3 / done;
        }

        private void openHandle() {
            request(connection);
        }

        /** All of 127.0.0.0/8 is this machine, and each address is a host of its own to the pool. */
        private void useHost() {
            HINTERNET other = connect("127.1." + hosts / 250 + "." + (hosts % 250 + 1));
            hosts++;
            finish(send(other));
            wininet.InternetCloseHandle(other);
        }

        private void setOption() {
            Facade.set(wininet, request(connection), InternetOption.INTERNET_OPTION_RECEIVE_TIMEOUT, 1000);
        }

        /** The first is sent with each request, the others belong to servers that are not contacted. */
        private void setCookie() {
            Cookies.set(wininet, cookies == 0 ? "http://127.0.0.1:" + port + "/" : Cookies.url(cookies), cookies);
            cookies++;
        }
    }
}
