package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.constant.HttpQuery;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.constant.SecurityFlag;
import io.github.wininet4j.constant.ServiceType;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.HttpFixture;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Script;
import io.github.wininet4j.testing.ScriptedHttpServer;
import io.github.wininet4j.testing.Secrets;
import io.github.wininet4j.testing.TestCertificates;
import io.github.wininet4j.testing.peers.SquidProxy;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.TextBuffer;
import java.nio.ByteBuffer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** How many requests an NTLM logon costs at a real proxy, which speaks it by a program that checks no password. */
@ContractTest
final class NtlmProxyContractTest extends HttpFixture {
    private static final String PASSWORD = Secrets.use("Gehe1m-ntlm-proxy");
    private static final int REQUESTS = 3;

    private final ScriptedHttpServer secureServer;
    private final SquidProxy squid;

    NtlmProxyContractTest(BackEndUnderTest backEnd) {
        super(backEnd);
        this.squid = backEnd.closeAfterTest(SquidProxy.start(SquidProxy.Scheme.NTLM_UNCHECKED));
        this.secureServer = backEnd.closeAfterTest(
                ScriptedHttpServer.startTls(TestCertificates.good().context()));
        server.handleAll(request -> Script.script().send(HELLO));
        secureServer.handleAll(request -> Script.script().send(HELLO));
    }

    private void set(HINTERNET handle, int option, String value) {
        assertThat(api.InternetSetOption(handle, option, new TextBuffer(value), value.length()))
                .isTrue();
    }

    private HINTERNET connect(int port) {
        HINTERNET session =
                api.InternetOpen("test", InternetFlag.INTERNET_OPEN_TYPE_PROXY, squid.proxy(), "<-loopback>", 0);
        api.InternetSetStatusCallback(session, log);
        HINTERNET connect =
                api.InternetConnect(session, "localhost", port, null, null, ServiceType.INTERNET_SERVICE_HTTP, 0, 1);
        set(connect, InternetOption.INTERNET_OPTION_PROXY_USERNAME, "DOM\\bob");
        set(connect, InternetOption.INTERNET_OPTION_PROXY_PASSWORD, PASSWORD);
        return connect;
    }

    private int status(HINTERNET connect, int flags) {
        HINTERNET request = api.HttpOpenRequest(
                connect, "GET", "/page", null, null, null, InternetFlag.INTERNET_FLAG_KEEP_CONNECTION | flags, 2);
        if (flags != 0) {
            int ignored = SecurityFlag.SECURITY_FLAG_IGNORE_UNKNOWN_CA
                    | SecurityFlag.SECURITY_FLAG_IGNORE_CERT_CN_INVALID
                    | SecurityFlag.SECURITY_FLAG_IGNORE_CERT_DATE_INVALID;
            assertThat(api.InternetSetOption(
                            request, InternetOption.INTERNET_OPTION_SECURITY_FLAGS, new DwordRef(ignored), 4))
                    .isTrue();
        }
        assertThat(api.HttpSendRequest(request, null, 0, null, 0)).isTrue();
        DwordRef status = new DwordRef();
        int level = HttpQuery.HTTP_QUERY_STATUS_CODE | HttpQuery.HTTP_QUERY_FLAG_NUMBER;
        assertThat(api.HttpQueryInfo(request, level, status, new DwordRef(4), null))
                .isTrue();
        ByteBuffer body = ByteBuffer.allocate(100);
        DwordRef count = new DwordRef(1);
        while (count.value > 0) {
            assertThat(api.InternetReadFile(request, body.clear(), 100, count)).isTrue();
        }
        api.InternetCloseHandle(request);
        return status.value;
    }

    private long count(int status) {
        return log.entries().stream().filter(each -> each.status() == status).count();
    }

    private long logged(String line, long expected) {
        return squid.awaitLogged(Pattern.compile(line), expected);
    }

    @Test
    @Rule("R-AUTH-13")
    void requests_afterTheFirst407_needTwoMoreAndOnABoundConnectionNone() {
        HINTERNET connect = connect(server.port());
        for (int each = 0; each < REQUESTS; each++) {
            log.clear();
            assertThat(status(connect, 0)).isEqualTo(200);
            assertThat(count(InternetStatus.INTERNET_STATUS_REQUEST_SENT)).isEqualTo(each == 0 ? 3 : 1);
            assertThat(count(InternetStatus.INTERNET_STATUS_CONNECTED_TO_SERVER))
                    .isEqualTo(each == 0 ? 1 : 0);
        }

        assertThat(server.requests()).hasSize(REQUESTS);
        assertThat(logged("/200 \\d+ GET http://localhost:" + server.port() + "/page [^- ]\\S*", REQUESTS))
                .isEqualTo(REQUESTS);
        assertThat(logged("/407 \\d+ GET ", 2)).isEqualTo(2);
    }

    @Test
    @Rule({"R-AUTH-4", "R-AUTH-13"})
    void tunnel_thatNeedsALogon_costsTwoMoreRequestsAndThoseWithinItNone() {
        HINTERNET connect = connect(secureServer.port());
        for (int each = 0; each < REQUESTS; each++) {
            log.clear();
            assertThat(status(connect, InternetFlag.INTERNET_FLAG_SECURE)).isEqualTo(200);
            assertThat(count(InternetStatus.INTERNET_STATUS_REQUEST_SENT)).isEqualTo(1);
            assertThat(count(InternetStatus.INTERNET_STATUS_CONNECTED_TO_SERVER))
                    .isEqualTo(each == 0 ? 1 : 0);
        }
        assertThat(secureServer.requests()).hasSize(REQUESTS);
        assertThat(secureServer.requests()).noneMatch(each -> each.hasHeader("Proxy-Authorization"));
        api.close();

        assertThat(logged("/200 \\d+ CONNECT localhost:" + secureServer.port() + " [^- ]\\S*", 1))
                .isEqualTo(1);
        assertThat(logged("/407 \\d+ CONNECT ", 2)).isEqualTo(2);
    }
}
