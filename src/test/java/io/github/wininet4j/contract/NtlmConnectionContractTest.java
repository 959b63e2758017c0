package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.constant.HttpQuery;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.constant.ServiceType;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.HttpFixture;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.peers.ApacheServer;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_BUFFERS;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

/** How many requests an NTLM logon costs at a real server, and what an upload repeats. */
@ContractTest
final class NtlmConnectionContractTest extends HttpFixture {
    private static final int MANY = 100_000;

    private final ApacheServer apache;

    NtlmConnectionContractTest(BackEndUnderTest backEnd) {
        super(backEnd);
        this.apache = backEnd.closeAfterTest(ApacheServer.start());
    }

    private HINTERNET connect(String password) {
        HINTERNET session = api.InternetOpen("test", InternetFlag.INTERNET_OPEN_TYPE_DIRECT, null, null, 0);
        api.InternetSetStatusCallback(session, log);
        HINTERNET connect = api.InternetConnect(
                session, "127.0.0.1", apache.port(), "DOM\\bob", password, ServiceType.INTERNET_SERVICE_HTTP, 0, 1);
        assertThat(connect).isNotNull();
        return connect;
    }

    private HINTERNET request(HINTERNET connect, String verb) {
        HINTERNET request = api.HttpOpenRequest(
                connect, verb, "/ntlm/page", null, null, null, InternetFlag.INTERNET_FLAG_KEEP_CONNECTION, 2);
        assertThat(request).isNotNull();
        return request;
    }

    private int error(boolean result) {
        return result ? 0 : api.GetLastError();
    }

    private int status(HINTERNET request) {
        DwordRef status = new DwordRef();
        int level = HttpQuery.HTTP_QUERY_STATUS_CODE | HttpQuery.HTTP_QUERY_FLAG_NUMBER;
        assertThat(api.HttpQueryInfo(request, level, status, new DwordRef(4), null))
                .isTrue();
        ByteBuffer body = ByteBuffer.allocate(1_000);
        DwordRef count = new DwordRef(1);
        while (count.value > 0) {
            assertThat(api.InternetReadFile(request, body.clear(), body.capacity(), count))
                    .isTrue();
        }
        return status.value;
    }

    private long count(int status) {
        return log.entries().stream().filter(each -> each.status() == status).count();
    }

    @Test
    @Rule("R-AUTH-13")
    void requests_afterTheFirst401_needTwoMoreAndOnABoundConnectionNone() {
        HINTERNET connect = connect(ApacheServer.PASSWORD);
        for (int each = 0; each < 3; each++) {
            log.clear();
            HINTERNET request = request(connect, "GET");

            assertThat(error(api.HttpSendRequest(request, null, 0, null, 0))).isZero();

            assertThat(status(request)).isEqualTo(200);
            assertThat(count(InternetStatus.INTERNET_STATUS_REQUEST_SENT)).isEqualTo(each == 0 ? 3 : 1);
            assertThat(count(InternetStatus.INTERNET_STATUS_CONNECTED_TO_SERVER))
                    .isEqualTo(each == 0 ? 1 : 0);
            api.InternetCloseHandle(request);
        }
    }

    /** Sends a body by HttpSendRequestEx; returns the error of its end. */
    private int upload(HINTERNET request, int length) {
        INTERNET_BUFFERS buffers = new INTERNET_BUFFERS();
        buffers.dwBufferTotal = length;
        int error = error(api.HttpSendRequestEx(request, buffers, null, 0, 0));
        if (error == 0) {
            DwordRef written = new DwordRef();
            error = error(api.InternetWriteFile(request, ByteBuffer.allocate(length), length, written));
        }
        return error != 0 ? error : error(api.HttpEndRequest(request, null, 0, 0));
    }

    @Test
    @Rule({"R-SENDEX-9", "R-SENDEX-10"})
    void httpEndRequest_withNtlm_asksForTheBodyAgainTwiceAtMost() {
        HINTERNET request = request(connect(ApacheServer.PASSWORD), "POST");
        int repeated = 0;
        int error = upload(request, MANY);
        while (error == WinInetError.ERROR_INTERNET_FORCE_RETRY && repeated < 10) {
            repeated++;
            error = upload(request, MANY);
        }

        assertThat(error).isZero();
        assertThat(repeated).isBetween(1, 2);
        assertThat(status(request)).isEqualTo(200);
    }

    @Test
    @Rule("R-SENDEX-10")
    void httpEndRequest_withAWrongPassword_endsWithTheRefusal() {
        HINTERNET request = request(connect("Wr0ng-password"), "POST");
        int attempts = 1;
        int error = upload(request, MANY);
        while (error == WinInetError.ERROR_INTERNET_FORCE_RETRY && attempts < 10) {
            attempts++;
            error = upload(request, MANY);
        }

        assertThat(error).isZero();
        assertThat(attempts).isLessThan(10);
        assertThat(status(request)).isEqualTo(401);
    }

    @Test
    @Rule("R-SENDEX-11")
    void upload_afterAnEmptyRequestOnItsHandle_isSentOnce() {
        HINTERNET request = request(connect(ApacheServer.PASSWORD), "POST");
        assertThat(error(api.HttpSendRequest(request, null, 0, null, 0))).isZero();
        assertThat(status(request)).isEqualTo(200);

        assertThat(upload(request, MANY)).isZero();

        assertThat(status(request)).isEqualTo(200);
    }
}
