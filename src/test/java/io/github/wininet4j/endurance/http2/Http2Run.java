package io.github.wininet4j.endurance.http2;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.WinInetConfig;
import io.github.wininet4j.WinInets;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.constant.OptionValue;
import io.github.wininet4j.constant.SecurityFlag;
import io.github.wininet4j.constant.ServiceType;
import io.github.wininet4j.host.CachePlace;
import io.github.wininet4j.host.ProxySettingsSource;
import io.github.wininet4j.testing.peers.Http2Server;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_ASYNC_RESULT;
import io.github.wininet4j.type.INTERNET_BUFFERS;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Many requests and many bytes over HTTP/2, against four servers that others wrote: {@code Http2Run parallel
 * [requests]} or {@code Http2Run gigabyte [bytes]}. Prints a table; exits with 1 if a request failed or brought other
 * bytes.
 */
public final class Http2Run {
    private static final int PAGE = 10_000;
    private static final int LOW = 10;
    private static final int MINUTES = 5;

    private final BackEnd api;
    private final HINTERNET session;
    private final Map<Long, INTERNET_ASYNC_RESULT> results = new ConcurrentHashMap<>();
    private volatile CountDownLatch left = new CountDownLatch(0);

    private Http2Run(BackEnd api, int flags) {
        this.api = api;
        this.session = api.InternetOpen("run", InternetFlag.INTERNET_OPEN_TYPE_DIRECT, null, null, flags);
        api.InternetSetStatusCallback(session, (handle, context, status, information, length) -> {
            if (status == InternetStatus.INTERNET_STATUS_REQUEST_COMPLETE) {
                results.put(context, (INTERNET_ASYNC_RESULT) information);
                left.countDown();
            }
        });
    }

    /**
     * Runs and prints.
     *
     * @param arguments what to do, and how much of it
     * @throws Exception if a server cannot be started
     */
    public static void main(String[] arguments) throws Exception {
        boolean well = arguments.length > 0 && arguments[0].equals("gigabyte")
                ? gigabyte(arguments.length > 1 ? Long.parseLong(arguments[1]) : 1L << 30)
                : parallel(arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000);
        System.exit(well ? 0 : 1);
    }

    private static WinInetConfig config() {
        return WinInetConfig.defaults()
                .withProxySettings(ProxySettingsSource.NONE)
                .withCache(CachePlace.NONE);
    }

    // ---- many requests

    private static boolean parallel(int requests) throws Exception {
        System.out.println("| server | streams allowed | requests at once | failed | seconds |");
        System.out.println("| --- | ---: | ---: | ---: | ---: |");
        boolean well = true;
        byte[] page = new byte[PAGE];
        for (int i = 0; i < PAGE; i++) {
            page[i] = (byte) (i * 7 + (i >> 8));
        }
        for (Http2Server.Kind kind : Http2Server.Kind.values()) {
            for (int streams : new int[] {requests, LOW}) {
                try (Http2Server server = Http2Server.start(kind, page, streams);
                        BackEnd api = WinInets.engine(config())) {
                    long start = System.nanoTime();
                    int failed = new Http2Run(api, InternetFlag.INTERNET_FLAG_ASYNC).all(server.port(), requests, page);
                    well &= failed == 0;
                    System.out.printf(
                            Locale.ROOT,
                            "| %s | %,d | %,d | %,d | %.1f |%n",
                            kind,
                            streams,
                            requests,
                            failed,
                            (System.nanoTime() - start) / 1e9);
                }
            }
        }
        return well;
    }

    private int all(int port, int requests, byte[] page) throws InterruptedException {
        HINTERNET connect = connect(port);
        left = new CountDownLatch(requests);
        List<HINTERNET> sent = new ArrayList<>();
        for (int i = 1; i <= requests; i++) {
            HINTERNET request = request(connect, "GET", "/page", i);
            sent.add(request);
            api.HttpSendRequest(request, null, 0, null, 0);
        }
        if (!left.await(MINUTES, TimeUnit.MINUTES)) {
            return (int) left.getCount();
        }
        int failed = 0;
        for (int i = 1; i <= requests; i++) {
            INTERNET_ASYNC_RESULT result = results.get((long) i);
            boolean whole = result != null && result.dwResult != 0 && isPage(sent.get(i - 1), i, page);
            failed += whole ? 0 : 1;
        }
        return failed;
    }

    private boolean isPage(HINTERNET request, long context, byte[] page) throws InterruptedException {
        ByteBuffer read = ByteBuffer.allocate(page.length + 1);
        DwordRef count = new DwordRef(1);
        while (count.value > 0) {
            left = new CountDownLatch(1);
            if (!api.InternetReadFile(request, read, read.remaining(), count)) {
                left.await();
                if (results.get(context).dwResult == 0) {
                    return false;
                }
            }
            read.position(read.position() + count.value);
        }
        return read.flip().equals(ByteBuffer.wrap(page));
    }

    private HINTERNET connect(int port) {
        return api.InternetConnect(
                session, "127.0.0.1", port, null, null, ServiceType.INTERNET_SERVICE_HTTP, 0, 1_000_000);
    }

    private HINTERNET request(HINTERNET connect, String verb, String target, long context) {
        HINTERNET request = api.HttpOpenRequest(
                connect,
                verb,
                target,
                null,
                null,
                null,
                InternetFlag.INTERNET_FLAG_SECURE | InternetFlag.INTERNET_FLAG_RELOAD,
                context);
        set(request, InternetOption.INTERNET_OPTION_ENABLE_HTTP_PROTOCOL, OptionValue.HTTP_PROTOCOL_FLAG_HTTP2);
        set(
                request,
                InternetOption.INTERNET_OPTION_SECURITY_FLAGS,
                SecurityFlag.SECURITY_FLAG_IGNORE_UNKNOWN_CA | SecurityFlag.SECURITY_FLAG_IGNORE_CERT_CN_INVALID);
        return request;
    }

    private void set(HINTERNET request, int option, int value) {
        if (!api.InternetSetOption(request, option, new DwordRef(value), 4)) {
            throw new IllegalStateException("error " + api.GetLastError());
        }
    }

    // ---- many bytes

    private static boolean gigabyte(long bytes) throws Exception {
        System.out.println("| direction | bytes | MiB/s | highest heap use, MiB |");
        System.out.println("| --- | ---: | ---: | ---: |");
        // Up by PUT, then down what went up.
        try (Http2Server server = Http2Server.start(Http2Server.Kind.NGINX, new byte[1], 100);
                BackEnd api = WinInets.engine(config())) {
            Http2Run run = new Http2Run(api, 0);
            HINTERNET connect = run.connect(server.port());
            boolean up = report("up", bytes, peak -> run.upload(connect, bytes, peak));
            return up & report("down", bytes, peak -> run.download(connect, bytes, peak));
        }
    }

    /** Moves all bytes; false if they are not right. */
    private interface Move {
        boolean run(long[] peak);
    }

    private static boolean report(String direction, long bytes, Move move) {
        long[] peak = new long[1];
        long start = System.nanoTime();
        boolean well = move.run(peak);
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "| %s | %,d | %,.0f | %,d |%s%n",
                direction,
                bytes,
                bytes / seconds / (1 << 20),
                peak[0] >> 20,
                well ? "" : " failed");
        return well;
    }

    private static void note(long[] peak) {
        Runtime runtime = Runtime.getRuntime();
        peak[0] = Math.max(peak[0], runtime.totalMemory() - runtime.freeMemory());
    }

    /** What stands at a place of the stream of bytes. */
    private static byte at(long place) {
        return (byte) (place * 31 + (place >> 13));
    }

    private boolean upload(HINTERNET connect, long bytes, long[] peak) {
        HINTERNET request = request(connect, "PUT", "/big", 1);
        INTERNET_BUFFERS buffers = new INTERNET_BUFFERS();
        String length = "Content-Length: " + bytes;
        buffers.lpcszHeader = length;
        buffers.dwHeadersLength = length.length();
        boolean well = api.HttpSendRequestEx(request, buffers, null, 0, 0);
        byte[] piece = new byte[1 << 16];
        for (long done = 0; well && done < bytes; done += piece.length) {
            int count = (int) Math.min(piece.length, bytes - done);
            for (int i = 0; i < count; i++) {
                piece[i] = at(done + i);
            }
            well = api.InternetWriteFile(request, ByteBuffer.wrap(piece), count, new DwordRef());
            note(peak);
        }
        well = well && api.HttpEndRequest(request, null, 0, 0);
        api.InternetCloseHandle(request);
        return well;
    }

    private boolean download(HINTERNET connect, long bytes, long[] peak) {
        HINTERNET request = request(connect, "GET", "/big", 1);
        boolean well = api.HttpSendRequest(request, null, 0, null, 0);
        ByteBuffer piece = ByteBuffer.allocate(1 << 16);
        DwordRef count = new DwordRef(1);
        long done = 0;
        while (well && count.value > 0) {
            well = api.InternetReadFile(request, piece, piece.capacity(), count);
            for (int i = 0; well && i < count.value; i++) {
                well = piece.get(i) == at(done + i);
            }
            done += count.value;
            note(peak);
        }
        api.InternetCloseHandle(request);
        return well && done == bytes;
    }
}
