package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.constant.ServiceType;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Gate;
import io.github.wininet4j.testing.HttpFixture;
import io.github.wininet4j.testing.RecordedRequest;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Script;
import io.github.wininet4j.testing.ScriptedHttpServer;
import io.github.wininet4j.testing.Waits;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many connections there may be to one proxy, for whichever servers. */
@ContractTest
final class ProxyLimitContractTest extends HttpFixture {
    private static final String REFUSAL = "HTTP/1.1 502 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

    private final ScriptedHttpServer proxy;
    private final Gate release = new Gate();
    private final Semaphore noted = new Semaphore(0);
    private final List<HINTERNET> sent = new ArrayList<>();

    /** Whether the held answers were already allowed when a request came. */
    private final Map<String, Boolean> cameLate = new ConcurrentHashMap<>();

    ProxyLimitContractTest(BackEndUnderTest backEnd) {
        super(backEnd);
        this.proxy = backEnd.closeAfterTest(ScriptedHttpServer.start());
        proxy.handleAll(this::held);
        log.on(InternetStatus.INTERNET_STATUS_REQUEST_COMPLETE, entry -> api.InternetCloseHandle(entry.handle()));
    }

    private Script held(RecordedRequest request) {
        cameLate.put(request.target(), release.isOpen());
        noted.release();
        return Script.script().hold(release).send(REFUSAL).close().mayBeCutShort();
    }

    /** Each request is for another server, so that no server's own limit counts. */
    private void send(boolean secure, int count) {
        HINTERNET session = api.InternetOpen(
                "test",
                InternetFlag.INTERNET_OPEN_TYPE_PROXY,
                "127.0.0.1:" + proxy.port(),
                null,
                InternetFlag.INTERNET_FLAG_ASYNC);
        api.InternetSetStatusCallback(session, log);
        for (int i = 0; i < count; i++) {
            String host = "server" + i + ".test";
            HINTERNET connect = api.InternetConnect(
                    session, host, secure ? 443 : 80, null, null, ServiceType.INTERNET_SERVICE_HTTP, 0, 1);
            int flags = secure ? InternetFlag.INTERNET_FLAG_SECURE : 0;
            HINTERNET request = api.HttpOpenRequest(connect, "GET", "/", null, null, null, flags, 2 + i);
            assertThat(api.HttpSendRequest(request, null, 0, null, 0)).isFalse();
            assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_IO_PENDING);
            sent.add(request);
        }
    }

    @ParameterizedTest
    @Rule({"R-OPTN-103", "R-LIMIT-5"})
    @CsvSource({"false, 2", "false, 4", "true, 2", "true, 3"})
    void moreRequestsThanTheProxyMayHaveConnections_waitForOthersToEnd(boolean secure, int limit)
            throws InterruptedException {
        assertThat(api.InternetSetOption(
                        null, InternetOption.INTERNET_OPTION_MAX_CONNS_PER_PROXY, new DwordRef(limit), 4))
                .isTrue();
        // That of servers is another one.
        assertThat(api.InternetSetOption(null, InternetOption.INTERNET_OPTION_MAX_CONNS_PER_SERVER, new DwordRef(1), 4))
                .isTrue();
        send(secure, limit + 2);
        assertThat(noted.tryAcquire(limit, Waits.SECONDS, TimeUnit.SECONDS)).isTrue();

        assertThat(proxy.connectionCount()).isEqualTo(limit);
        release.open();
        sent.forEach(log::awaitClosing);

        assertThat(cameLate).hasSize(limit + 2);
        assertThat(cameLate.values().stream().filter(late -> late)).hasSize(2);
    }
}
