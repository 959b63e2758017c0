package io.github.wininet4j.endurance.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.WinInetConfig;
import io.github.wininet4j.WinInets;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.type.HINTERNET;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** What InternetOpenUrl opens and a close takes away before anybody was told of it. */
final class UnannouncedHandleTest {
    /** Most of them are closed before a worker takes them up. */
    private static final int ROUNDS = 300;

    @Test
    @Rule({"R-PROJ-CALL-3", "R-ASYNC-14"})
    void internetOpenUrl_whoseSessionIsClosedAtOnce_getsHandleClosingOnlyAfterHandleCreated() throws Exception {
        Map<Long, List<Integer>> statuses = new ConcurrentHashMap<>();
        ConcurrentLinkedQueue<Integer> errors = new ConcurrentLinkedQueue<>();
        try (HoldingServer server = new HoldingServer();
                BackEnd api = WinInets.engine(WinInetConfig.defaults())) {
            for (long context = 1; context <= ROUNDS; context++) {
                HINTERNET session = api.InternetOpen(
                        "a", InternetFlag.INTERNET_OPEN_TYPE_DIRECT, null, null, InternetFlag.INTERNET_FLAG_ASYNC);
                List<Integer> seen = Collections.synchronizedList(new ArrayList<>());
                statuses.put(context, seen);
                api.InternetSetStatusCallback(session, (handle, of, status, information, length) -> seen.add(status));
                HINTERNET request =
                        api.InternetOpenUrl(session, "http://127.0.0.1:" + server.port(), null, 0, 0, context);
                errors.add(request == null ? api.GetLastError() : 0);
                api.InternetCloseHandle(session);
            }
        }

        assertThat(errors).containsOnly(Win32Error.ERROR_IO_PENDING);
        statuses.forEach((context, seen) -> {
            assertThat(count(seen, InternetStatus.INTERNET_STATUS_REQUEST_COMPLETE))
                    .as("%s", seen)
                    .isEqualTo(1);
            assertThat(count(seen, InternetStatus.INTERNET_STATUS_HANDLE_CLOSING))
                    .as("%s", seen)
                    .isEqualTo(count(seen, InternetStatus.INTERNET_STATUS_HANDLE_CREATED));
        });
    }

    private static long count(List<Integer> seen, int status) {
        return seen.stream().filter(each -> each == status).count();
    }
}
