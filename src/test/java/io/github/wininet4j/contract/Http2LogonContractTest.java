package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.constant.HttpQuery;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.OptionValue;
import io.github.wininet4j.constant.ServiceType;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Http2Fixture;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.peers.ApacheServer;
import io.github.wininet4j.testing.peers.KerberosRealm;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Logging on to a real server that speaks HTTP/2: what logs on a connection is repeated over HTTP/1.1. */
@ContractTest
final class Http2LogonContractTest extends Http2Fixture {
    private static final byte[] BODY = new byte[3_000];
    private static final int ROUNDS = 3;

    Http2LogonContractTest(BackEndUnderTest backEnd) {
        super(backEnd);
    }

    private record Row(String name, String folder, String user, String password, int protocol) {}

    @TestFactory
    @Rule({"R-AUTH-20", "R-PROJ-H2-9", "R-AUTH-13", "R-H2-1"})
    Stream<DynamicTest> logon_overHttp2_isRepeatedOverHttp11_ifItIsOneOfTheConnection() {
        ApacheServer apache = backEnd.closeAfterTest(ApacheServer.startWithHttp2(KerberosRealm.shared()));
        String password = ApacheServer.PASSWORD;
        int http2 = OptionValue.HTTP_PROTOCOL_FLAG_HTTP2;
        return Stream.of(
                        new Row("basic", "/basic/page", "bob", password, http2),
                        new Row("digest", "/digest/page", "bob", password, http2),
                        new Row("ntlm", "/ntlm/page", "DOM\\bob", password, 0),
                        new Row("negotiate with ntlm", "/negotiate/page", "DOM\\bob", password, 0),
                        new Row("negotiate with kerberos", "/negotiate/page", "bob", KerberosRealm.PASSWORD, 0))
                .map(row -> DynamicTest.dynamicTest(row.name(), () -> logsOn(apache, row)));
    }

    private void logsOn(ApacheServer apache, Row row) {
        HINTERNET session = api.InternetOpen("test", InternetFlag.INTERNET_OPEN_TYPE_DIRECT, null, null, 0);
        HINTERNET connect = api.InternetConnect(
                session,
                "localhost",
                apache.port(),
                row.user(),
                row.password(),
                ServiceType.INTERNET_SERVICE_HTTP,
                0,
                1);
        for (int i = 0; i < ROUNDS; i++) {
            asks(connect, "GET", row, ByteBuffer.allocate(0));
            asks(connect, "POST", row, ByteBuffer.wrap(BODY));
        }
        assertThat(api.InternetCloseHandle(session)).isTrue();
    }

    private void asks(HINTERNET connect, String verb, Row row, ByteBuffer body) {
        int flags = InternetFlag.INTERNET_FLAG_SECURE | InternetFlag.INTERNET_FLAG_KEEP_CONNECTION;
        HINTERNET request = api.HttpOpenRequest(connect, verb, row.folder(), null, null, null, flags, 2);
        trust(api, request);

        assertThat(api.HttpSendRequest(request, null, 0, body, body.remaining()))
                .as("error %s", api.GetLastError())
                .isTrue();

        assertThat(status(request)).isEqualTo(200);
        assertThat(used(request)).isEqualTo(row.protocol());
        ByteBuffer page = ByteBuffer.allocate(100);
        DwordRef count = new DwordRef();
        assertThat(api.InternetReadFile(request, page, page.capacity(), count)).isTrue();
        assertThat(new String(page.array(), 0, count.value, StandardCharsets.US_ASCII))
                .isEqualTo("page");
        assertThat(api.InternetCloseHandle(request)).isTrue();
    }

    private int status(HINTERNET request) {
        DwordRef status = new DwordRef();
        int level = HttpQuery.HTTP_QUERY_STATUS_CODE | HttpQuery.HTTP_QUERY_FLAG_NUMBER;
        assertThat(api.HttpQueryInfo(request, level, status, new DwordRef(4), null))
                .isTrue();
        return status.value;
    }
}
