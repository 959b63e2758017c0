package io.github.wininet4j.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.wininet4j.BackEnd;
import io.github.wininet4j.WinInetConfig;
import io.github.wininet4j.WinInets;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.ServiceType;
import io.github.wininet4j.host.CachePlace;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

/** How much a request allocates. That depends on no time: code that is not compiled yet allocates the most. */
final class AllocationTest {
    /** A tenth more than interpreted code allocates. */
    private static final long MOST_BYTES = 2_700;

    private static final int WARM_UP = 500;
    private static final int REQUESTS = 1_000;

    private final ByteBuffer buffer = ByteBuffer.allocate(8_192);
    private final DwordRef count = new DwordRef();
    private long statuses;

    @Test
    void smallRequest_overOneConnection_allocatesLittle() throws Exception {
        try (KeepAliveServer server = new KeepAliveServer();
                BackEnd api = WinInets.engine(WinInetConfig.defaults().withCache(CachePlace.NONE))) {
            HINTERNET session = api.InternetOpen("agent", InternetFlag.INTERNET_OPEN_TYPE_DIRECT, null, null, 0);
            api.InternetSetStatusCallback(session, (handle, context, status, info, length) -> statuses++);
            HINTERNET connection = api.InternetConnect(
                    session, KeepAliveServer.HOST, server.port(), null, null, ServiceType.INTERNET_SERVICE_HTTP, 0, 1);
            repeat(WARM_UP, api, connection);
            long before = allocatedBytes();
            repeat(REQUESTS, api, connection);
            long each = (allocatedBytes() - before) / REQUESTS;

            assertThat(each).as("bytes of a request").isBetween(1L, MOST_BYTES);
            assertThat(server.requests()).isEqualTo(WARM_UP + REQUESTS);
            assertThat(statuses).isGreaterThan(REQUESTS);
        }
    }

    private static long allocatedBytes() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    private void repeat(int times, BackEnd api, HINTERNET connection) {
        for (int i = 0; i < times; i++) {
            exchange(api, connection);
        }
    }

    private void exchange(BackEnd api, HINTERNET connection) {
        int flags = InternetFlag.INTERNET_FLAG_KEEP_CONNECTION | InternetFlag.INTERNET_FLAG_NO_CACHE_WRITE;
        HINTERNET request = api.HttpOpenRequest(connection, null, "/small", null, null, null, flags, 1);
        require(api.HttpSendRequest(request, null, 0, null, 0), api);
        do {
            buffer.clear();
            require(api.InternetReadFile(request, buffer, buffer.capacity(), count), api);
        } while (count.value > 0);
        require(api.InternetCloseHandle(request), api);
    }

    /** An assertion's own objects would count. */
    private static void require(boolean worked, BackEnd api) {
        if (!worked) {
            throw new AssertionError("failed: " + api.GetLastError());
        }
    }
}
