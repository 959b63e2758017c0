package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.constant.HttpAddReq;
import io.github.wininet4j.constant.HttpQuery;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Conversation;
import io.github.wininet4j.testing.HttpFixture;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Script;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.HandleRef;
import io.github.wininet4j.type.INTERNET_BUFFERS;
import io.github.wininet4j.type.LockRef;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Handles: their tree, their kinds, and what functions say to wrong ones. */
@ContractTest
final class HandleContractTest extends HttpFixture {
    private final Conversation client;

    HandleContractTest(BackEndUnderTest backEnd) {
        super(backEnd);
        this.client = sync();
    }

    private int type(HINTERNET handle) {
        DwordRef type = new DwordRef();
        assertThat(api.InternetQueryOption(handle, InternetOption.INTERNET_OPTION_HANDLE_TYPE, type, new DwordRef(4)))
                .isTrue();
        return type.value;
    }

    private HINTERNET parent(HINTERNET handle) {
        HandleRef parent = new HandleRef();
        assertThat(api.InternetQueryOption(
                        handle, InternetOption.INTERNET_OPTION_PARENT_HANDLE, parent, new DwordRef(8)))
                .isTrue();
        return parent.value;
    }

    @Test
    @Rule({"R-HANDLE-2", "R-HANDLE-5", "R-OPTN-9", "R-OPTN-21"})
    void handles_formATreeOfThreeKinds() {
        HINTERNET request = client.openRequest("/");

        assertThat(type(client.session())).isEqualTo(1);
        assertThat(type(client.connect())).isEqualTo(4);
        assertThat(type(request)).isEqualTo(13);
        assertThat(parent(request)).isEqualTo(client.connect());
        assertThat(parent(client.connect())).isEqualTo(client.session());
    }

    @Test
    @Rule({"R-HANDLE-3"})
    void internetOpenUrl_returnsALeafUnderAHiddenConnection() {
        server.onRequest(HELLO);
        HINTERNET handle = api.InternetOpenUrl(client.session(), server.url("/"), null, 0, 0, 0);

        HINTERNET hidden = parent(handle);

        assertThat(type(handle)).isEqualTo(13);
        assertThat(type(hidden)).isEqualTo(4);
        assertThat(parent(hidden)).isEqualTo(client.session());
    }

    @Test
    @Rule({"R-HANDLE-1", "R-HANDLE-4", "R-HANDLE-23"})
    void handles_areOpaqueAndDistinct() {
        Set<HINTERNET> seen = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            HINTERNET session = api.InternetOpen("a", 1, null, null, 0);
            assertThat(seen.add(session)).isTrue();
        }
        assertThat(api.InternetCloseHandle(new HINTERNET(3))).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_HANDLE);
    }

    private record Call(String name, Predicate<HINTERNET> call) {}

    private List<Call> requestCalls() {
        DwordRef number = new DwordRef();
        ByteBuffer bytes = ByteBuffer.allocate(4);
        INTERNET_BUFFERS buffers = new INTERNET_BUFFERS();
        buffers.lpvBuffer = bytes;
        buffers.dwBufferLength = 4;
        return List.of(
                new Call("HttpSendRequest", h -> api.HttpSendRequest(h, null, 0, null, 0)),
                new Call("HttpSendRequestEx", h -> api.HttpSendRequestEx(h, null, null, 0, 0)),
                new Call("HttpEndRequest", h -> api.HttpEndRequest(h, null, 0, 0)),
                new Call(
                        "HttpAddRequestHeaders",
                        h -> api.HttpAddRequestHeaders(h, "A: b", -1, HttpAddReq.HTTP_ADDREQ_FLAG_ADD)),
                new Call(
                        "HttpQueryInfo",
                        h -> api.HttpQueryInfo(
                                h,
                                HttpQuery.HTTP_QUERY_STATUS_CODE | HttpQuery.HTTP_QUERY_FLAG_NUMBER,
                                number,
                                new DwordRef(4),
                                null)),
                new Call("InternetReadFile", h -> api.InternetReadFile(h, bytes, 4, number)),
                new Call("InternetReadFileEx", h -> api.InternetReadFileEx(h, buffers, 0, 0)),
                new Call("InternetWriteFile", h -> api.InternetWriteFile(h, bytes, 4, number)),
                new Call("InternetQueryDataAvailable", h -> api.InternetQueryDataAvailable(h, number, 0, 0)),
                new Call("InternetSetFilePointer", h -> api.InternetSetFilePointer(h, 0, null, 0, 0) != -1),
                new Call("InternetLockRequestFile", h -> api.InternetLockRequestFile(h, new LockRef())));
    }

    @Test
    @Rule({"R-HANDLE-20", "R-HANDLE-21", "R-HANDLE-34", "R-ERRN-12018", "R-ERRN-6", "R-SEEK-6"})
    void requestFunctions_onWrongHandles_sayWhy() {
        HINTERNET closed = client.openRequest("/");
        api.InternetCloseHandle(closed);
        for (Call call : requestCalls()) {
            for (HINTERNET wrong : List.of(client.session(), client.connect())) {
                assertThat(call.call().test(wrong)).as(call.name()).isFalse();
                assertThat(api.GetLastError())
                        .as(call.name())
                        .isEqualTo(WinInetError.ERROR_INTERNET_INCORRECT_HANDLE_TYPE);
            }
            List<HINTERNET> invalid = new ArrayList<>(List.of(closed, new HINTERNET(0), new HINTERNET(-1)));
            invalid.add(null);
            for (HINTERNET wrong : invalid) {
                assertThat(call.call().test(wrong)).as(call.name()).isFalse();
                assertThat(api.GetLastError()).as(call.name()).isEqualTo(Win32Error.ERROR_INVALID_HANDLE);
            }
        }
    }

    @Test
    @Rule({"R-HANDLE-20", "R-HANDLE-22", "R-ERRN-87"})
    void openingFunctions_onWrongHandles_sayWhy() {
        HINTERNET request = client.openRequest("/");

        assertThat(api.InternetConnect(null, "h", 80, null, null, 3, 0, 0)).isNull();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_HANDLE);
        assertThat(api.InternetConnect(client.session(), null, 80, null, null, 3, 0, 0))
                .isNull();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(api.InternetConnect(client.session(), "", 80, null, null, 3, 0, 0))
                .isNull();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(api.InternetConnect(request, "h", 80, null, null, 3, 0, 0)).isNull();
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_INCORRECT_HANDLE_TYPE);
        assertThat(api.HttpOpenRequest(client.session(), null, "/", null, null, null, 0, 0))
                .isNull();
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_INCORRECT_HANDLE_TYPE);
        assertThat(api.InternetOpenUrl(request, server.url("/"), null, 0, 0, 0)).isNull();
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_INCORRECT_HANDLE_TYPE);
    }

    @Test
    @Rule({"R-HANDLE-31", "R-HANDLE-32", "R-HANDLE-33", "R-LOCK-4", "R-ERRN-12019", "R-AVAIL-9", "R-SENDEX-12"})
    void functions_beforeTheirTurn_failAtOnce() {
        HINTERNET request = client.openRequest("POST", "/", 0);
        ByteBuffer bytes = ByteBuffer.allocate(4);
        assertThat(api.InternetReadFile(request, bytes, 4, new DwordRef())).isFalse();
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_INCORRECT_HANDLE_STATE);
        assertThat(api.InternetQueryDataAvailable(request, null, 0, 0)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_INCORRECT_HANDLE_STATE);
        assertThat(api.InternetWriteFile(request, bytes, 4, new DwordRef())).isFalse();
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_INCORRECT_HANDLE_STATE);
        assertThat(api.HttpEndRequest(request, null, 0, 0)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_INCORRECT_HANDLE_STATE);
        assertThat(api.InternetLockRequestFile(request, new LockRef())).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_FILE_NOT_FOUND);

        server.onRequest(HELLO);
        assertThat(api.HttpSendRequestEx(request, null, null, 0, 0)).isTrue();
        DwordRef status = new DwordRef();
        int level = HttpQuery.HTTP_QUERY_STATUS_CODE | HttpQuery.HTTP_QUERY_FLAG_NUMBER;
        assertThat(api.HttpQueryInfo(request, level, status, new DwordRef(4), null))
                .isFalse();
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_INCORRECT_HANDLE_STATE);
        assertThat(api.InternetReadFile(request, bytes, 4, new DwordRef())).isFalse();
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_INCORRECT_HANDLE_STATE);
        assertThat(api.HttpEndRequest(request, null, 0, 0)).isTrue();
        assertThat(client.status(request)).isEqualTo(200);
    }

    @Test
    @Rule({"R-HANDLE-29", "R-HANDLE-30", "R-SEND-20", "R-HDR-22"})
    void httpSendRequest_again_withoutReadingTheFirstResponse_dropsIt() {
        server.handleAll(request -> Script.script().send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello"));
        HINTERNET request = client.openRequest("/");
        api.HttpAddRequestHeaders(request, "X-Kept: yes", -1, HttpAddReq.HTTP_ADDREQ_FLAG_ADD);

        assertThat(client.send(request)).isZero();
        assertThat(client.send(request)).isZero();

        assertThat(client.readText(request)).isEqualTo("hello");
        assertThat(server.requests())
                .hasSize(2)
                .allMatch(r -> r.header("X-Kept").equals("yes"));
    }
}
