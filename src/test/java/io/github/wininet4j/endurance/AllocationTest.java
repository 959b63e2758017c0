package io.github.wininet4j.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.wininet4j.BackEnd;
import io.github.wininet4j.WinInetConfig;
import io.github.wininet4j.WinInets;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.ServiceType;
import io.github.wininet4j.host.CachePlace;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * How much a request allocates: each object that the code makes, whatever the compiler would spare. In a JVM of its own
 * whose compiler spares none, so that the figure depends on no time and on no choice of the compiler's.
 */
final class AllocationTest {
    /** 2,552 on JDK 17 and 25; a compiler that spares what it can leaves some 2,000. */
    private static final long MOST_BYTES = 2_600;

    private static final long MOST_FOR_CACHE = 50;

    /** As nginx answers for a file. */
    private static final String HEAD = String.join(
            "\r\n",
            "HTTP/1.1 200 OK",
            "Server: nginx/1.22.1",
            "Date: Sat, 28 Nov 2026 09:12:47 GMT",
            "Content-Type: text/plain",
            "Content-Length: 5",
            "Last-Modified: Sat, 28 Nov 2026 07:14:56 GMT",
            "Connection: keep-alive",
            "ETag: \"6b0a7f70-80\"",
            "Accept-Ranges: bytes",
            "\r\n");

    @Test
    void smallRequest_overOneConnection_allocatesLittle() throws Exception {
        assertThat(bytesOfARequest("off")).as("bytes of a request").isBetween(1L, MOST_BYTES);
    }

    @Test
    @Rule("R-PROJ-CACHE-22")
    void smallRequest_withACacheThatHasNoAnswer_allocatesHardlyMore() throws Exception {
        long without = bytesOfARequest("off");

        assertThat(bytesOfARequest("on")).as("bytes of a request").isBetween(1L, without + MOST_FOR_CACHE);
    }

    private static long bytesOfARequest(String cache) throws Exception {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process = new ProcessBuilder(
                        java.toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xbatch",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Requests.class.getName(),
                        cache)
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

        assertThat(process.waitFor()).as(printed).isZero();
        return Long.parseLong(printed.strip());
    }

    /** Prints how many bytes a request allocates. */
    static final class Requests {
        private static final int WARM_UP = 12_000;
        private static final int REQUESTS = 1_000;

        private final BackEnd api;
        private final HINTERNET connection;
        private final ByteBuffer buffer = ByteBuffer.allocate(8_192);
        private final DwordRef count = new DwordRef();
        private long statuses;

        private Requests(BackEnd api, int port) {
            this.api = api;
            HINTERNET session = api.InternetOpen("agent", InternetFlag.INTERNET_OPEN_TYPE_DIRECT, null, null, 0);
            api.InternetSetStatusCallback(session, (handle, context, status, info, length) -> statuses++);
            this.connection = api.InternetConnect(
                    session, KeepAliveServer.HOST, port, null, null, ServiceType.INTERNET_SERVICE_HTTP, 0, 1);
        }

        public static void main(String[] arguments) throws IOException {
            CachePlace place = arguments[0].equals("on") ? CachePlace.OF_ENGINE : CachePlace.NONE;
            try (KeepAliveServer server = new KeepAliveServer(HEAD);
                    BackEnd api = WinInets.engine(WinInetConfig.defaults().withCache(place))) {
                Requests requests = new Requests(api, server.port());
                requests.repeat(WARM_UP);
                long before = allocatedBytes();
                requests.repeat(REQUESTS);
                long each = (allocatedBytes() - before) / REQUESTS;
                if (server.requests() != WARM_UP + REQUESTS || requests.statuses < server.requests()) {
                    throw new AssertionError(server.requests() + " requests, " + requests.statuses + " statuses");
                }
                System.out.println(each);
            }
        }

        private static long allocatedBytes() {
            ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        }

        private void repeat(int times) {
            for (int i = 0; i < times; i++) {
                exchange();
            }
        }

        private void exchange() {
            int flags = InternetFlag.INTERNET_FLAG_KEEP_CONNECTION | InternetFlag.INTERNET_FLAG_NO_CACHE_WRITE;
            HINTERNET request = api.HttpOpenRequest(connection, null, "/small", null, null, null, flags, 1);
            require(api.HttpSendRequest(request, null, 0, null, 0));
            do {
                buffer.clear();
                require(api.InternetReadFile(request, buffer, buffer.capacity(), count));
            } while (count.value > 0);
            require(api.InternetCloseHandle(request));
        }

        private void require(boolean worked) {
            if (!worked) {
                throw new AssertionError("failed: " + api.GetLastError());
            }
        }
    }
}
