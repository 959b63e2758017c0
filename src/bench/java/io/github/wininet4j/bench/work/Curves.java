package io.github.wininet4j.bench.work;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.bench.client.Facade;
import io.github.wininet4j.bench.client.Target;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.ServiceType;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A process that measures how the cost of a request, and memory, grow with what the engine holds. Prints
 * {@code POINT curve x value} lines.
 */
public final class Curves {
    private static final int[] HANDLES = {1, 10, 100, 1_000, 10_000, 100_000};
    private static final int[] HOSTS = {1, 10, 100, 1_000};
    private static final int[] OPTIONS = {1, 10, 100, 1_000, 10_000};
    private static final int IDLE = 1_000;

    private final BackEnd wininet;
    private final int port;
    private final HINTERNET session;
    private final HINTERNET connection;
    private final ByteBuffer buffer = ByteBuffer.allocate(4096);
    private final DwordRef count = new DwordRef();
    private final long millis;

    private Curves(int port, long millis) throws Exception {
        this.port = port;
        this.millis = millis;
        wininet = Facade.open("engine", new Target("127.0.0.1", port, false, Path.of(""), IDLE, 4096));
        session = wininet.InternetOpen("bench", InternetFlag.INTERNET_OPEN_TYPE_DIRECT, null, null, 0);
        connection = connect("127.0.0.1");
    }

    /**
     * Runs the process.
     *
     * @param args port, milliseconds per point
     * @throws Exception if the engine fails
     */
    public static void main(String[] args) throws Exception {
        Curves curves = new Curves(Integer.parseInt(args[0]), Long.parseLong(args[1]));
        for (int i = 0; i < 10; i++) {
            curves.micros();
        }
        curves.handles();
        curves.hosts();
        curves.options();
        curves.idleConnections();
        System.exit(0);
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

    private double micros() {
        long start = System.nanoTime();
        long done = 0;
        do {
            finish(send(connection));
            done++;
        } while (System.nanoTime() - start < millis * 1_000_000);
        return (System.nanoTime() - start) / 1e3 / done;
    }

    private static void point(String curve, long x, double value) {
        System.out.println("POINT " + curve + " " + x + " " + value);
    }

    private void handles() {
        List<HINTERNET> open = new ArrayList<>();
        long before = usedHeap();
        for (int target : HANDLES) {
            while (open.size() < target) {
                open.add(request(connection));
            }
            point("handles", target, micros());
        }
        point("bytes-per-handle", open.size(), (double) (usedHeap() - before) / open.size());
        open.forEach(wininet::InternetCloseHandle);
    }

    /** All of 127.0.0.0/8 is this machine, and each address is a host of its own to the pool. */
    private void hosts() {
        int hosts = 0;
        for (int target : HOSTS) {
            for (; hosts < target; hosts++) {
                HINTERNET other = connect("127.1." + hosts / 250 + "." + (hosts % 250 + 1));
                finish(send(other));
                wininet.InternetCloseHandle(other);
            }
            point("hosts", target, micros());
        }
    }

    private void options() {
        int set = 0;
        for (int target : OPTIONS) {
            for (; set < target; set++) {
                Facade.set(wininet, request(connection), InternetOption.INTERNET_OPTION_RECEIVE_TIMEOUT, 1000 + set);
            }
            point("options", target, micros());
        }
    }

    private void idleConnections() {
        long before = usedHeap();
        long rssBefore = Meter.status("VmRSS");
        List<HINTERNET> busy = new ArrayList<>();
        for (int i = 0; i < IDLE; i++) {
            busy.add(send(connection));
        }
        busy.forEach(this::finish);
        point("bytes-per-connection", IDLE, (double) (usedHeap() - before) / IDLE);
        point("rss-per-connection", IDLE, (Meter.status("VmRSS") - rssBefore) * 1024.0 / IDLE);
    }

    private static long usedHeap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
