package io.github.wininet4j.contract;

import static io.github.wininet4j.contract.AnsiStrings.text;
import static io.github.wininet4j.contract.AnsiStrings.z;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.ansi.AnsiWinInet;
import io.github.wininet4j.ansi.INTERNET_BUFFERSA;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.constant.ServiceType;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Conversation;
import io.github.wininet4j.testing.Gate;
import io.github.wininet4j.testing.HttpFixture;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Script;
import io.github.wininet4j.testing.StatusEntry;
import io.github.wininet4j.type.ByteBlock;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.StatusCallback;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sessions and callbacks of ANSI callers. */
@ContractTest
final class AnsiSessionContractTest extends HttpFixture {
    private final AnsiWinInet ansi = AnsiWinInet.over(api);

    AnsiSessionContractTest(BackEndUnderTest backEnd) {
        super(backEnd);
    }

    private Conversation client(int sessionFlags) {
        return Conversation.ansi(api, ansi, log, server, sessionFlags);
    }

    @Test
    @Rule({"R-GEN-14", "R-WIRE-2", "R-OPEN-1"})
    void internetOpenA_sendsTheAgentByteForByte() {
        server.onRequest(HELLO);
        AnsiWinInet ansi = AnsiWinInet.over(api, 932);
        HINTERNET session = ansi.InternetOpenA(z("\u00E9 \u0083A"), 1, null, null, 0);
        HINTERNET connect = ansi.InternetConnectA(
                session, z(server.host()), server.port(), null, null, ServiceType.INTERNET_SERVICE_HTTP, 0, 0);
        HINTERNET request = ansi.HttpOpenRequestA(connect, null, null, null, null, null, 0, 0);

        assertThat(ansi.HttpSendRequestA(request, null, 0, null, 0)).isTrue();

        assertThat(server.takeRequest().header("User-Agent")).isEqualTo("\u00E9 \u0083A");
    }

    @Test
    @Rule({"R-CONN-1", "R-CONN-3", "R-HANDLE-20", "R-ERRN-6", "R-ERRN-87"})
    void badInput_failsAsThroughTheWideFunctions() {

        assertThat(ansi.InternetOpenA(null, 99, null, null, 0)).isNull();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(ansi.InternetConnectA(null, z("host"), 80, null, null, 3, 0, 0))
                .isNull();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_HANDLE);
        HINTERNET session = ansi.InternetOpenA(null, 1, null, null, 0);
        for (byte[] server : new byte[][] {null, z("")}) {
            assertThat(ansi.InternetConnectA(session, server, 80, null, null, 3, 0, 0))
                    .isNull();
            assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        }
        assertThat(ansi.wide()).isSameAs(api);
    }

    @Test
    @Rule({"R-CB-1", "R-CB-3", "R-CB-10"})
    void internetSetStatusCallbackA_givesBackWhatWasSetBefore() {
        HINTERNET session = ansi.InternetOpenA(null, 1, null, null, 0);
        StatusCallback first = (handle, context, status, info, length) -> {};
        StatusCallback second = (handle, context, status, info, length) -> {};

        assertThat(ansi.InternetSetStatusCallbackA(session, first)).isNull();
        assertThat(ansi.InternetSetStatusCallbackA(session, second)).isSameAs(first);
        assertThat(ansi.InternetSetStatusCallbackA(session, null)).isSameAs(second);
        assertThat(api.InternetSetStatusCallback(session, first)).isNull();
        assertThat(ansi.InternetSetStatusCallbackA(session, null)).isSameAs(first);
        assertThat(ansi.InternetSetStatusCallbackA(null, first))
                .isSameAs(StatusCallback.INTERNET_INVALID_STATUS_CALLBACK);
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_HANDLE);
    }

    @Test
    @Rule({"R-CB-8", "R-CB-10", "R-CB-11", "R-STAT-10", "R-STAT-11", "R-STAT-20", "R-STAT-21", "R-STAT-60"})
    void statusesWithText_carryBytesWithTheirNul_andTheLengthCountsThem() {
        server.onRequest(HELLO);
        BackEnd api = backEnd.open(config -> config.withResolver(name -> List.of(InetAddress.getLoopbackAddress())));
        AnsiWinInet ansi = AnsiWinInet.over(api);
        HINTERNET session = ansi.InternetOpenA(null, InternetFlag.INTERNET_OPEN_TYPE_DIRECT, null, null, 0);
        ansi.InternetSetStatusCallbackA(session, log);
        HINTERNET connect = ansi.InternetConnectA(session, z("host.test"), server.port(), null, null, 3, 0, 7);
        HINTERNET request = ansi.HttpOpenRequestA(connect, null, null, null, null, null, 0, 8);

        assertThat(ansi.HttpSendRequestA(request, null, 0, null, 0)).isTrue();

        assertText(InternetStatus.INTERNET_STATUS_RESOLVING_NAME, "host.test");
        assertText(InternetStatus.INTERNET_STATUS_NAME_RESOLVED, "127.0.0.1");
        assertText(InternetStatus.INTERNET_STATUS_CONNECTING_TO_SERVER, "127.0.0.1");
        assertText(InternetStatus.INTERNET_STATUS_CONNECTED_TO_SERVER, "127.0.0.1");
        assertThat(log.await(InternetStatus.INTERNET_STATUS_REQUEST_SENT).dword())
                .isPositive();
        assertThat(log.entries(InternetStatus.INTERNET_STATUS_HANDLE_CREATED))
                .extracting(StatusEntry::handlePayload)
                .containsExactly(connect, request);
    }

    private void assertText(int status, String text) {
        StatusEntry entry = log.await(status);
        assertThat(entry.payload()).as(entry.name()).isEqualTo(z(text));
        assertThat(entry.length()).as(entry.name()).isEqualTo(text.length() + 1);
    }

    @ParameterizedTest
    @CsvSource({"1252, /n\u00E9w", "932, /\u0083A", "65001, /\u00C3\u00A9"})
    @Rule({"R-STAT-110", "R-REDIR-1"})
    void redirect_carriesTheBytesOfTheUrl(int codePage, String target) {
        Conversation client = Conversation.ansi(api, AnsiWinInet.over(api, codePage), log, server, 0);
        server.onRequest("HTTP/1.1 302 Found\r\nLocation: " + target + "\r\nContent-Length: 0\r\n\r\n")
                .onRequest(HELLO);

        HINTERNET request = client.get("/");

        StatusEntry told = log.await(InternetStatus.INTERNET_STATUS_REDIRECT);
        assertThat(client.readText(request)).isEqualTo("hello");
        byte[] url = (byte[]) told.payload();
        assertThat(told.length()).isEqualTo(url.length);
        assertThat(url[url.length - 1]).isZero();
        assertThat(text(url)).startsWith("http://127.0.0.1:" + server.port() + "/");
        server.takeRequest();
        assertThat(text(url)).endsWith(server.takeRequest().target());
    }

    @Test
    @Rule("R-CB-15")
    void payloadOfAStatus_isWritable_andOfOneCallOnly() {
        server.handleAll(request -> Script.script().send(HELLO).close());
        Conversation client = client(0);
        List<byte[]> seen = new CopyOnWriteArrayList<>();
        StatusCallback spoiling = (handle, context, status, info, length) -> {
            if (status == InternetStatus.INTERNET_STATUS_CONNECTING_TO_SERVER && info instanceof ByteBlock block) {
                byte[] bytes = new byte[block.sizeof()];
                block.buffer().get(0, bytes).put(0, (byte) 'X');
                seen.add(bytes);
            }
        };
        ansi.InternetSetStatusCallbackA(client.connect(), spoiling);

        client.get("/");
        client.get("/");

        assertThat(seen)
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(bytes -> assertThat(bytes).isEqualTo(z("127.0.0.1")));
    }

    @Test
    @Rule({"R-ASYNC-2", "R-SEQ-2", "R-READEX-9", "R-READ-9"})
    void asyncReadExA_thatPends_fillsTheStructureBeforeTheCompletionIsTold() {
        Gate rest = new Gate("rest");
        server.onConnection(Script.script()
                .respond("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n")
                .hold(rest)
                .send("hello"));
        Conversation client = client(InternetFlag.INTERNET_FLAG_ASYNC);
        HINTERNET request = client.get("/");
        INTERNET_BUFFERSA buffers = new INTERNET_BUFFERSA();
        byte[] memory = new byte[9];
        buffers.lpvBuffer = ByteBuffer.wrap(memory);
        buffers.dwBufferLength = 8;
        List<Integer> countWhenTold = new CopyOnWriteArrayList<>();
        log.clear();
        Gate told = new Gate("told");
        log.on(InternetStatus.INTERNET_STATUS_REQUEST_COMPLETE, entry -> {
            countWhenTold.add(buffers.dwBufferLength);
            told.open();
        });

        boolean done = ansi.InternetReadFileExA(request, buffers, 0, 0);
        assertThat(done).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_IO_PENDING);
        rest.open();
        assertThat(log.awaitComplete(request).dwError).isZero();
        told.await();

        assertThat(countWhenTold).containsExactly(5);
        assertThat(text(memory)).isEqualTo("hello");
    }

    @Test
    @Rule({"R-HANDLE-8", "R-ASYNC-2"})
    void asyncSendA_ofAClosedHandle_isCancelled() {
        server.onConnection(Script.script().awaitRequest().hang());
        Conversation client = client(InternetFlag.INTERNET_FLAG_ASYNC);
        HINTERNET request = client.openRequest("GET", "/", 0);

        assertThat(ansi.HttpSendRequestA(request, null, 0, null, 0)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_IO_PENDING);
        server.takeRequest();
        assertThat(api.InternetCloseHandle(request)).isTrue();

        assertThat(log.awaitComplete(request).dwError).isEqualTo(WinInetError.ERROR_INTERNET_OPERATION_CANCELLED);
        log.awaitClosing(request);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 64})
    @Rule({"R-LASTRESP-3", "R-LASTRESP-4"})
    void internetGetLastResponseInfoA_countsBytes(int size) {
        DwordRef error = new DwordRef(7);
        DwordRef length = new DwordRef(size);
        byte[] buffer = new byte[64];

        boolean done = ansi.InternetGetLastResponseInfoA(error, buffer, length);

        assertThat(done || api.GetLastError() == Win32Error.ERROR_INSUFFICIENT_BUFFER)
                .isTrue();
        assertThat(length.value).isLessThanOrEqualTo(1);
        assertThat(ansi.InternetGetLastResponseInfoA(null, buffer, length)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(ansi.InternetGetLastResponseInfoA(error, buffer, null)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
    }

    @Test
    @Rule({"R-DIAL-3", "R-GEN-16"})
    void internetGetConnectedStateExA_writesTheNameInBytes() {
        DwordRef flags = new DwordRef();
        byte[] name = new byte[256];
        name[0] = 'x';

        boolean connected = ansi.InternetGetConnectedStateExA(flags, name, name.length, 0);

        if (connected) {
            assertThat(text(name)).isNotEqualTo("x");
        }
        assertThat(ansi.InternetGetConnectedStateExA(flags, name, name.length, 1))
                .isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
    }

    @Test
    @Rule("R-ERRN-87")
    void ansiOnlyFunctions_refuseBadMemory() {

        assertThat(ansi.DetectAutoProxyUrl(null, 10, 1)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(ansi.DetectAutoProxyUrl(new byte[5], 10, 1)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
    }
}
