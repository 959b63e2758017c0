package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.constant.ApiFlag;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Conversation;
import io.github.wininet4j.testing.Gate;
import io.github.wininet4j.testing.HttpFixture;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Script;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_ASYNC_RESULT;
import io.github.wininet4j.type.INTERNET_BUFFERS;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a caller's variables hold while a read pends, what is known of the end, and seeks in asynchronous sessions. */
@ContractTest
final class PendingReadContractTest extends HttpFixture {
    private static final int PRESET = 640;

    private final Gate rest = new Gate();

    PendingReadContractTest(BackEndUnderTest backEnd) {
        super(backEnd);
    }

    /** Returns a request of which "abc" has arrived and is read, and "defgh" is to come. */
    private HINTERNET unfinished() {
        server.onRequest(Script.script()
                .send("HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\nabc")
                .hold(rest)
                .send("defgh"));
        Conversation client = async();
        HINTERNET request = client.get("/");
        assertThat(client.read(request, ByteBuffer.allocate(3))).isEqualTo(3);
        log.clear();
        return request;
    }

    private static INTERNET_BUFFERS buffers(int size) {
        INTERNET_BUFFERS buffers = new INTERNET_BUFFERS();
        buffers.dwStructSize = buffers.sizeof();
        buffers.lpvBuffer = ByteBuffer.allocate(size);
        buffers.dwBufferLength = size;
        return buffers;
    }

    private void assertPends(boolean result) {
        assertThat(result).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_IO_PENDING);
    }

    @Test
    @Rule({"R-ASYNC-33", "R-READ-10", "R-READ-2"})
    void internetReadFile_whilePending_leavesZeroInTheCount() {
        HINTERNET request = unfinished();
        DwordRef count = new DwordRef(PRESET);

        assertPends(api.InternetReadFile(request, ByteBuffer.allocate(5), 5, count));

        assertThat(count.value).isZero();
        rest.open();
        assertThat(log.awaitComplete(request).dwError).isZero();
        assertThat(count.value).isEqualTo(5);
    }

    @Test
    @Rule({"R-ASYNC-51", "R-ASYNC-34", "R-READEX-5"})
    void internetReadFileEx_thatPends_hasToldReceivingResponse_andLeavesTheLengthThatWasAskedFor() {
        HINTERNET request = unfinished();
        INTERNET_BUFFERS buffers = buffers(16);

        assertPends(api.InternetReadFileEx(request, buffers, 0, 0));

        assertThat(buffers.dwBufferLength).isEqualTo(16);
        log.assertSequence(request, "RECEIVING_RESPONSE");
        rest.open();
        assertThat(log.awaitComplete(request).dwResult).isEqualTo(1);
        log.assertSequence(request, "RECEIVING_RESPONSE", "RESPONSE_RECEIVED", "REQUEST_COMPLETE");
        assertThat(buffers.dwBufferLength).isEqualTo(5);
    }

    @Test
    @Rule({"R-READEX-7", "R-ASYNC-51"})
    void internetReadFileEx_withNoWait_pendsWithoutFillingTheBuffer() {
        HINTERNET request = unfinished();
        INTERNET_BUFFERS buffers = buffers(5);

        assertPends(api.InternetReadFileEx(request, buffers, ApiFlag.IRF_NO_WAIT, 0));

        log.assertSequence(request, "RECEIVING_RESPONSE");
        rest.open();
        assertThat(log.awaitComplete(request).dwResult).isEqualTo(1);
        assertThat(((ByteBuffer) buffers.lpvBuffer).array()).containsOnly(0);
    }

    @Test
    @Rule({"R-ASYNC-34", "R-SEND-11"})
    void readAfterOneThatMetTheReset_tellsWhyInEveryWayOfReading() {
        server.onRequest(Script.script()
                .send("HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\nabc")
                .hold(rest)
                .send("de")
                .reset());
        Conversation client = async();
        HINTERNET request = client.get("/");
        assertThat(client.read(request, ByteBuffer.allocate(3))).isEqualTo(3);
        DwordRef count = new DwordRef(PRESET);
        assertPends(api.InternetReadFile(request, ByteBuffer.allocate(16), 16, count));
        rest.open();
        assertThat(log.awaitComplete(request).dwError).isZero();
        assertThat(count.value).isEqualTo(2);

        assertThat(client.outcome(api.InternetReadFile(request, ByteBuffer.allocate(8), 8, count), request))
                .isEqualTo(WinInetError.ERROR_INTERNET_CONNECTION_RESET);
        assertThat(client.outcome(api.InternetReadFileEx(request, buffers(8), 0, 0), request))
                .isEqualTo(WinInetError.ERROR_INTERNET_CONNECTION_RESET);
        assertThat(client.outcome(api.InternetQueryDataAvailable(request, count, 0, 0), request))
                .isEqualTo(WinInetError.ERROR_INTERNET_CONNECTION_RESET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n",
                "HTTP/1.0 200 OK\r\n\r\n"
            })
    @Rule({"R-READ-17", "R-READEX-8"})
    void nextRead_whenThePeerHasClosed_endsAtOnce(String head) {
        Gate closed = new Gate();
        server.onConnection(
                Script.script().awaitRequest().send(head + "hello").close().signal(closed));
        Conversation client = async();
        HINTERNET request = client.get("/");
        closed.await();
        assertThat(client.read(request, ByteBuffer.allocate(5))).isEqualTo(5);
        DwordRef count = new DwordRef(PRESET);

        assertThat(api.InternetQueryDataAvailable(request, count, 0, 0)).isTrue();
        assertThat(count.value).isZero();
        count.value = PRESET;
        assertThat(api.InternetReadFile(request, ByteBuffer.allocate(8), 8, count))
                .isTrue();
        assertThat(count.value).isZero();
        INTERNET_BUFFERS buffers = buffers(8);
        assertThat(api.InternetReadFileEx(request, buffers, 0, 0)).isTrue();
        assertThat(buffers.dwBufferLength).isZero();
    }

    @Test
    @Rule({"R-SEEK-14", "R-SEEK-11", "R-ASYNC-24", "R-ASYNC-25"})
    void seekBeyondWhatHasArrived_returnsAtOnce_andTheNextReadWaits() {
        HINTERNET request = unfinished();

        assertThat(api.InternetSetFilePointer(request, 6, null, 0, 0)).isEqualTo(6);
        assertThat(log.entries(request)).isEmpty();
        ByteBuffer target = ByteBuffer.allocate(5);
        DwordRef count = new DwordRef();
        assertPends(api.InternetReadFile(request, target, 5, count));
        rest.open();

        assertThat(log.awaitComplete(request).dwResult).isEqualTo(1);
        assertThat(new String(target.array(), 0, count.value, StandardCharsets.US_ASCII))
                .isEqualTo("gh");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    @Rule({"R-SEEK-14", "R-AVAIL-11"})
    void queryAfterASeekForward_waitsForDataThere() {
        HINTERNET request = unfinished();
        assertThat(api.InternetSetFilePointer(request, 4, null, 0, 0)).isEqualTo(4);
        DwordRef available = new DwordRef(PRESET);

        assertPends(api.InternetQueryDataAvailable(request, available, 0, 0));

        assertThat(available.value).isZero();
        rest.open();
        INTERNET_ASYNC_RESULT done = log.awaitComplete(request);
        assertThat(done.dwError).isEqualTo(available.value).isEqualTo(4);
    }

    @Test
    @Rule({"R-SEEK-14", "R-SEEK-11"})
    void seekBack_inAnAsynchronousSession_givesWhatWasKeptAtOnce() {
        HINTERNET request = unfinished();

        assertThat(api.InternetSetFilePointer(request, 1, null, 0, 0)).isEqualTo(1);
        ByteBuffer target = ByteBuffer.allocate(2);
        DwordRef count = new DwordRef();
        assertThat(api.InternetReadFile(request, target, 2, count)).isTrue();

        assertThat(new String(target.array(), StandardCharsets.US_ASCII)).isEqualTo("bc");
        assertThat(log.entries(request)).isEmpty();
        rest.open();
    }
}
