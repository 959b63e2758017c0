package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.ApiFlag;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.host.CompatibilitySwitch;
import io.github.wininet4j.host.CompletionPolicy;
import io.github.wininet4j.host.CompletionPolicy.Outcome;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Conversation;
import io.github.wininet4j.testing.Gate;
import io.github.wininet4j.testing.HttpFixture;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Script;
import io.github.wininet4j.testing.ScriptedHttpServer;
import io.github.wininet4j.testing.StatusLog;
import io.github.wininet4j.testing.TestCertificates;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_ASYNC_RESULT;
import io.github.wininet4j.type.INTERNET_BUFFERS;
import io.github.wininet4j.type.LockRef;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading responses: buffers, ends, what is available, positions, files. */
@ContractTest
final class ReadContractTest extends HttpFixture {
    private static final String DIGITS = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n0123456789";

    private final Conversation client;

    ReadContractTest(BackEndUnderTest backEnd) {
        super(backEnd);
        this.client = sync();
    }

    private HINTERNET answered(String response) {
        server.onRequest(response);
        return client.get("/");
    }

    private int available(HINTERNET request) {
        DwordRef count = new DwordRef();
        assertThat(api.InternetQueryDataAvailable(request, count, 0, 0)).isTrue();
        return count.value;
    }

    @Test
    @Rule({"R-READ-1", "R-READ-3", "R-READ-5", "R-READEX-10"})
    void internetReadFile_fillsTheBufferUntilTheEnd_whichIsTrueWithZero() {
        HINTERNET request = answered(DIGITS);
        ByteBuffer target = ByteBuffer.allocate(6);
        DwordRef count = new DwordRef();

        assertThat(api.InternetReadFile(request, target, 6, count)).isTrue();
        assertThat(count.value).isEqualTo(6);
        assertThat(api.InternetReadFile(request, target, 6, count)).isTrue();
        assertThat(count.value).isEqualTo(4);
        assertThat(api.InternetReadFile(request, target, 6, count)).isTrue();
        assertThat(count.value).isZero();
        assertThat(new String(target.array(), 0, 6, StandardCharsets.US_ASCII)).isEqualTo("678945");
    }

    @Test
    @Rule({"R-READ-2", "R-WRITE-2", "R-ERRN-87"})
    void badBuffers_areRefused_withACountOfZeroAndNothingLost() {
        HINTERNET request = answered(DIGITS);
        DwordRef count = new DwordRef(9);
        ByteBuffer small = ByteBuffer.allocate(4);
        for (int length : new int[] {5, -1, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
            count.value = 9;
            assertThat(api.InternetReadFile(request, small, length, count)).isFalse();
            assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
            assertThat(count.value).isZero();
        }
        assertThat(api.InternetReadFile(request, null, 4, count)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(api.InternetReadFile(request, small.asReadOnlyBuffer(), 4, count))
                .isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(api.InternetReadFile(request, small, 4, null)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);

        assertThat(client.readText(request)).isEqualTo("0123456789");
    }

    @Test
    @Rule({"R-READ-1"})
    void buffers_areFilledFromTheirPosition_heapAndDirectAlike() {
        for (ByteBuffer target : List.of(ByteBuffer.allocate(8), ByteBuffer.allocateDirect(8))) {
            HINTERNET request = answered(DIGITS);
            target.position(2);
            DwordRef count = new DwordRef();

            assertThat(api.InternetReadFile(request, target, 4, count)).isTrue();

            assertThat(count.value).isEqualTo(4);
            assertThat(target.position()).isEqualTo(2);
            assertThat(target.limit()).isEqualTo(8);
            assertThat(target.get(1)).isZero();
            assertThat((char) target.get(2)).isEqualTo('0');
            assertThat((char) target.get(5)).isEqualTo('3');
            assertThat(target.get(6)).isZero();
            assertThat(client.readText(request)).isEqualTo("456789");
        }
    }

    @Test
    @Rule({"R-READEX-1", "R-READEX-3..5", "R-READEX-9", "R-READEX-11", "R-GEN-20", "R-STRUCT-2"})
    void internetReadFileEx_checksItsStructure_andReportsInIt() {
        HINTERNET request = answered(DIGITS);
        INTERNET_BUFFERS buffers = new INTERNET_BUFFERS();
        buffers.lpvBuffer = ByteBuffer.allocate(20);
        buffers.dwBufferLength = 20;
        buffers.lpcszHeader = "kept";
        buffers.dwOffsetLow = 77;

        assertThat(api.InternetReadFileEx(request, null, 0, 0)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        buffers.dwStructSize = 55;
        assertThat(api.InternetReadFileEx(request, buffers, 0, 0)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        buffers.dwStructSize = 56;
        api.SetLastError(5);
        assertThat(api.InternetReadFileEx(request, buffers, 0, 0)).isTrue();

        assertThat(api.GetLastError()).isZero();
        assertThat(buffers.dwBufferLength).isEqualTo(10);
        assertThat(buffers.lpcszHeader).isEqualTo("kept");
        assertThat(buffers.dwOffsetLow).isEqualTo(77);
        buffers.dwBufferLength = 20;
        assertThat(api.InternetReadFileEx(request, buffers, 0, 0)).isTrue();
        assertThat(buffers.dwBufferLength).isZero();
    }

    @Test
    @Rule({"R-READEX-6", "R-READEX-7", "R-READEX-8", "R-OPEN-Q-12"})
    void noWait_takesWhatIsThere_andACompletionOnlyTellsThatMoreCame() {
        BackEnd other = backEnd.open();
        StatusLog own = backEnd.statusLog();
        Gate rest = new Gate();
        server.onRequest(Script.script()
                .send("HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\n")
                .hold(rest)
                .send("complete"));
        Conversation async = Conversation.async(other, own, server);
        HINTERNET request = async.get("/");
        INTERNET_BUFFERS buffers = new INTERNET_BUFFERS();
        buffers.lpvBuffer = ByteBuffer.allocate(20);
        buffers.dwBufferLength = 20;

        assertThat(other.InternetReadFileEx(request, buffers, ApiFlag.IRF_NO_WAIT, 0))
                .isFalse();
        assertThat(other.GetLastError()).isEqualTo(Win32Error.ERROR_IO_PENDING);
        rest.open();
        INTERNET_ASYNC_RESULT done = own.awaitComplete(request);
        assertThat(done.dwResult).isEqualTo(1);
        assertThat(buffers.lpvBuffer.get(0)).isZero();

        int total = 0;
        while (total < 8) {
            buffers.dwBufferLength = 20;
            if (other.InternetReadFileEx(request, buffers, ApiFlag.IRF_NO_WAIT, 0)) {
                total += buffers.dwBufferLength;
            } else {
                own.awaitComplete(request);
            }
        }
        buffers.dwBufferLength = 20;
        assertThat(other.InternetReadFileEx(request, buffers, ApiFlag.IRF_NO_WAIT, 0))
                .isTrue();
        assertThat(buffers.dwBufferLength).isZero();
    }

    @Test
    @Rule({"R-AVAIL-1", "R-AVAIL-2", "R-AVAIL-4", "R-AVAIL-5", "R-AVAIL-10", "R-AVAIL-12", "R-AVAIL-13", "R-CONTRA-13"})
    void internetQueryDataAvailable_countsWhatIsThere_andEndsWithZero() {
        HINTERNET request = answered(DIGITS);
        api.SetLastError(5);
        assertThat(available(request)).isEqualTo(10);
        assertThat(api.GetLastError()).isZero();
        assertThat(api.InternetQueryDataAvailable(request, null, 0, 0)).isTrue();

        client.read(request, ByteBuffer.allocate(4));
        assertThat(available(request)).isEqualTo(6);
        assertThat(client.readText(request)).isEqualTo("456789");

        assertThat(available(request)).isZero();
    }

    @Test
    @Rule({"R-AVAIL-3", "R-AVAIL-7"})
    void internetQueryDataAvailable_ofChunks_staysBelowItsLimit() {
        String chunk = "x".repeat(0x3000);
        server.onRequest("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3000\r\n" + chunk + "\r\n0\r\n\r\n");
        HINTERNET request = client.get("/");
        int total = 0;
        while (true) {
            int count = available(request);
            assertThat(count).isLessThanOrEqualTo(8192);
            if (count == 0) {
                break;
            }
            ByteBuffer target = ByteBuffer.allocate(count);
            assertThat(client.read(request, target)).isEqualTo(count);
            total += count;
        }
        assertThat(total).isEqualTo(0x3000);
    }

    @Test
    @Rule({"R-READ-13", "R-REQ-13", "R-AVAIL-8"})
    void headAnswers_haveNoBodyWhateverTheySay() {
        server.handleAll(r -> Script.script().send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n"));
        HINTERNET request = client.openRequest("HEAD", "/", 0);

        assertThat(client.send(request)).isZero();

        assertThat(available(request)).isZero();
        assertThat(client.readText(request)).isEmpty();
        assertThat(client.send(request)).isZero();
        assertThat(server.connectionCount()).isEqualTo(1);
    }

    @Test
    @Rule({"R-AVAIL-8", "R-READ-13"})
    void noContentAndNotModified_announceTheirLength_untilAReadHasMetTheEnd() {
        for (int status : new int[] {204, 304}) {
            HINTERNET request = answered("HTTP/1.1 " + status + " None\r\nContent-Length: 11\r\n\r\n");

            assertThat(available(request)).as("%s", status).isEqualTo(11);

            assertThat(client.readText(request)).as("%s", status).isEmpty();
            assertThat(available(request)).as("%s", status).isZero();
        }
        assertThat(server.connectionCount()).isEqualTo(1);
    }

    @Test
    @Rule({"R-AVAIL-8", "R-ASYNC-40"})
    void announcedLength_ofNoContent_isToldByACompletionToo() {
        CompletionPolicy policy =
                function -> function.equals("InternetQueryDataAvailable") ? Outcome.PENDING : Outcome.NATURAL;
        BackEnd pending = backEnd.open(config -> config.withCompletionPolicy(policy));
        StatusLog own = backEnd.statusLog();
        server.onRequest("HTTP/1.1 204 None\r\nContent-Length: 11\r\n\r\n");
        Conversation async = Conversation.async(pending, own, server);
        HINTERNET request = async.openRequest("/");
        assertThat(async.send(request)).isZero();
        DwordRef count = new DwordRef(5);

        assertThat(pending.InternetQueryDataAvailable(request, count, 0, 0)).isFalse();
        assertThat(pending.GetLastError()).isEqualTo(Win32Error.ERROR_IO_PENDING);

        INTERNET_ASYNC_RESULT done = own.awaitComplete(request);
        assertThat(done.dwResult).isEqualTo(1);
        assertThat(done.dwError).isEqualTo(11);
        assertThat(count.value).isEqualTo(11);
    }

    @Test
    @Rule({"R-READ-13"})
    void noContentAndNotModified_endAtOnce() {
        for (int status : new int[] {204, 304}) {
            HINTERNET request = answered("HTTP/1.1 " + status + " None\r\n\r\n");
            assertThat(client.readText(request)).isEmpty();
        }
    }

    @Test
    @Rule({"R-READ-7", "R-OPTX-137"})
    void truncatedBody_endsQuietly_orFailsWithTheSwitch() {
        String cut = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n01234";
        server.onRequest(Script.script().send(cut).close());
        HINTERNET request = client.get("/");
        assertThat(client.readText(request)).isEqualTo("01234");

        BackEnd strict = backEnd.open(config -> config.withSwitches(CompatibilitySwitch.TRUNCATED_BODY_IS_AN_ERROR));
        server.onRequest(Script.script().send(cut).close());
        Conversation other = Conversation.sync(strict, backEnd.statusLog(), server);
        HINTERNET failing = other.get("/");
        ByteBuffer target = ByteBuffer.allocate(10);
        assertThat(other.read(failing, target)).isEqualTo(-WinInetError.ERROR_INTERNET_CONNECTION_RESET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrong\r\n", "wrong\r\nand more\r\n0\r\n\r\n"})
    @Rule("R-READ-7")
    void whatCameBeforeABrokenChunk_isDelivered_andTheNextReadFails(String broken) {
        HINTERNET request = answered("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\ngood\r\n" + broken);
        ByteBuffer target = ByteBuffer.allocate(10);

        assertThat(client.read(request, target)).isEqualTo(4);
        assertThat(new String(target.array(), 0, 4, StandardCharsets.US_ASCII)).isEqualTo("good");
        assertThat(client.read(request, target)).isEqualTo(-WinInetError.ERROR_HTTP_INVALID_SERVER_RESPONSE);
        assertThat(client.read(request, target)).isEqualTo(-WinInetError.ERROR_HTTP_INVALID_SERVER_RESPONSE);
    }

    @Test
    @Rule({"R-SEEK-1", "R-SEEK-2", "R-SEEK-3", "R-SEEK-7", "R-SEEK-8", "R-SEEK-9", "R-SEEK-14", "R-ERRN-131"})
    void internetSetFilePointer_movesWithinTheLength() {
        HINTERNET request = answered(DIGITS);

        assertThat(api.InternetSetFilePointer(request, 5, null, 0, 0)).isEqualTo(5);
        assertThat(api.InternetSetFilePointer(request, 2, null, 1, 0)).isEqualTo(7);
        assertThat(client.readText(request)).isEqualTo("789");

        HINTERNET second = answered(DIGITS);
        assertThat(api.InternetSetFilePointer(second, -4, new DwordRef(-1), 2, 0))
                .isEqualTo(6);
        for (int method : new int[] {1, 2}) {
            assertThat(api.InternetSetFilePointer(second, -1, null, method, 0)).isEqualTo(-1);
            assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_NEGATIVE_SEEK);
        }
        assertThat(api.InternetSetFilePointer(second, 0, null, 1, 0)).isEqualTo(6);
        assertThat(api.InternetSetFilePointer(second, 0, null, 2, 0)).isEqualTo(10);
        assertThat(api.InternetSetFilePointer(second, -1, null, 0, 0)).isEqualTo(-1);
        assertThat(api.GetLastError()).isZero();
        HINTERNET third = answered(DIGITS);
        assertThat(api.InternetSetFilePointer(third, -1, null, 1, 0)).isEqualTo(-1);
        assertThat(api.GetLastError()).isZero();
        assertThat(api.InternetSetFilePointer(second, Integer.MAX_VALUE, null, 0, 0))
                .isEqualTo(Integer.MAX_VALUE);
        DwordRef high = new DwordRef(-1);
        assertThat(api.InternetSetFilePointer(second, -20, high, 2, 0)).isEqualTo(-1);
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_NEGATIVE_SEEK);
        high.value = 3;
        assertThat(api.InternetSetFilePointer(second, 1, high, 0, 0)).isEqualTo(1);
        assertThat(high.value).isEqualTo(3);
        assertThat(api.InternetSetFilePointer(second, 0, null, 3, 0)).isEqualTo(-1);
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
    }

    @Test
    @Rule({"R-SEEK-11", "R-SEEK-14", "R-AVAIL-11"})
    void seekingBack_readsWhatWasKept_andAsksNobody() {
        server.onRequest(DIGITS);
        HINTERNET request = client.get("/");
        client.read(request, ByteBuffer.allocate(6));

        assertThat(api.InternetSetFilePointer(request, 2, null, 0, 0)).isEqualTo(2);
        assertThat(available(request)).isEqualTo(4);

        assertThat(client.readText(request)).isEqualTo("23456789");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    @Rule("R-SEEK-11")
    void seekingBack_inMoreThanIsKept_asksTheServerForTheRestAgain() {
        String body = "0123456789".repeat(10_000);
        server.onRequest("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n" + body);
        server.onRequest("HTTP/1.1 206 Partial\r\nContent-Range: bytes 2-9/100000\r\nContent-Length: 99998\r\n\r\n"
                + body.substring(2));
        HINTERNET request = client.get("/");
        client.read(request, ByteBuffer.allocate(6));

        assertThat(api.InternetSetFilePointer(request, 2, null, 0, 0)).isEqualTo(2);

        assertThat(client.readText(request)).isEqualTo(body.substring(2));
        assertThat(server.requests().get(1).header("Range")).isEqualTo("bytes=2-");
        assertThat(client.status(request)).isEqualTo(200);
    }

    @Test
    @Rule({"R-SEEK-4", "R-SEEK-5", "R-SEEK-9", "R-SEEK-10", "R-ERRN-12016"})
    void internetSetFilePointer_whereItCannotWork_isRefused() {
        server.handleAll(r -> Script.script().send(DIGITS));
        HINTERNET uncached = client.openRequest("GET", "/", InternetFlag.INTERNET_FLAG_DONT_CACHE);
        assertThat(api.InternetSetFilePointer(uncached, 0, null, 0, 0)).isEqualTo(-1);
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_INVALID_OPERATION);
        client.send(uncached);
        assertThat(api.InternetSetFilePointer(uncached, 0, null, 0, 0)).isEqualTo(-1);
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_INVALID_OPERATION);

        HINTERNET read = client.get("/");
        client.readAll(read);
        assertThat(api.InternetSetFilePointer(read, 0, null, 0, 0)).isEqualTo(-1);
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_INVALID_OPERATION);

        server.handle("/chunked", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n");
        HINTERNET chunked = client.get("/chunked");
        assertThat(api.InternetSetFilePointer(chunked, 0, null, 2, 0)).isEqualTo(-1);
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_INVALID_OPERATION);
    }

    @Test
    @Rule({"R-LOCK-1", "R-LOCK-2", "R-LOCK-5", "R-LOCK-6", "R-FLAG-28"})
    void lockedFile_outlivesTheRequest_untilTheLastUnlock() throws IOException {
        server.onRequest(DIGITS);
        Path folder = backEnd.temporaryFolder().resolve("data");
        BackEnd own = backEnd.open(config -> config.withDataDirectory(folder));
        Conversation other = Conversation.sync(own, backEnd.statusLog(), server);
        HINTERNET request = other.openRequest("GET", "/", InternetFlag.INTERNET_FLAG_NEED_FILE);
        assertThat(other.send(request)).isZero();
        LockRef first = new LockRef();
        LockRef second = new LockRef();

        assertThat(own.InternetLockRequestFile(request, first)).isTrue();
        assertThat(own.InternetLockRequestFile(request, second)).isTrue();
        assertThat(second.value).isEqualTo(first.value);
        other.readAll(request);
        own.InternetCloseHandle(request);

        Path file = only(folder);
        assertThat(Files.readString(file)).isEqualTo("0123456789");
        assertThat(own.InternetUnlockRequestFile(first.value)).isTrue();
        assertThat(file).exists();
        assertThat(own.InternetUnlockRequestFile(first.value)).isTrue();
        assertThat(file).doesNotExist();
        assertThat(own.InternetUnlockRequestFile(first.value)).isFalse();
        assertThat(own.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_HANDLE);
    }

    @Test
    @Rule({"R-LOCK-3", "R-LOCK-1"})
    void lock_rightAfterTheSend_startsATemporaryFile() throws IOException {
        server.handleAll(r -> Script.script().send(DIGITS));
        Path folder = backEnd.temporaryFolder().resolve("data");
        BackEnd own = backEnd.open(config -> config.withDataDirectory(folder));
        Conversation other = Conversation.sync(own, backEnd.statusLog(), server);
        for (int flags : new int[] {InternetFlag.INTERNET_FLAG_NO_CACHE_WRITE, 0}) {
            HINTERNET request = other.openRequest("GET", "/", flags);
            assertThat(other.send(request)).isZero();
            assertThat(folder)
                    .satisfiesAnyOf(
                            f -> assertThat(f).doesNotExist(),
                            f -> assertThat(f).isEmptyDirectory());
            assertThat(own.InternetQueryDataAvailable(request, null, 0, 0)).isTrue();
            LockRef lock = new LockRef();

            assertThat(own.InternetLockRequestFile(request, lock)).isTrue();

            assertThat(other.readText(request)).isEqualTo("0123456789");
            assertThat(own.InternetCloseHandle(request)).isTrue();
            Path file = only(folder);
            assertThat(file.getFileName().toString()).endsWith(".tmp");
            assertThat(Files.readString(file)).isEqualTo("0123456789");
            assertThat(own.InternetUnlockRequestFile(lock.value)).isTrue();
            assertThat(file).doesNotExist();
        }
    }

    @Test
    @Rule({"R-LOCK-3", "R-LOCK-4"})
    void lock_afterTheFirstRead_comesTooLate() {
        HINTERNET request = answered(DIGITS);
        client.read(request, ByteBuffer.allocate(4));

        assertThat(api.InternetLockRequestFile(request, new LockRef())).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_FILE_NOT_FOUND);
        assertThat(client.readText(request)).isEqualTo("456789");
    }

    @Test
    @Rule({"R-LOCK-3"})
    void lock_ofASecureResponseThatMayNotBeStored_fails() {
        ScriptedHttpServer secure = backEnd.closeAfterTest(
                ScriptedHttpServer.startTls(TestCertificates.good().context()));
        secure.handleAll(r -> Script.script().send(DIGITS));
        BackEnd own = backEnd.open(config -> config.withTrustStore(TestCertificates.trustStore()));
        Conversation other = Conversation.with(
                own, backEnd.statusLog(), "localhost", secure.port(), 0, InternetFlag.INTERNET_FLAG_SECURE);
        HINTERNET request = other.openRequest("GET", "/", InternetFlag.INTERNET_FLAG_NO_CACHE_WRITE);
        assertThat(other.send(request)).isZero();

        assertThat(own.InternetLockRequestFile(request, new LockRef())).isFalse();
        assertThat(own.GetLastError()).isEqualTo(Win32Error.ERROR_FILE_NOT_FOUND);
        assertThat(other.readText(request)).isEqualTo("0123456789");

        HINTERNET storable = other.get("/");
        assertThat(own.InternetLockRequestFile(storable, new LockRef())).isTrue();
    }

    @Test
    @Rule({"R-ERRN-12158"})
    void responseFile_thatCannotBeMade_is12158() throws IOException {
        server.handleAll(r -> Script.script().send(DIGITS));
        Path inTheWay = Files.createFile(backEnd.temporaryFolder().resolve("file"));
        BackEnd own = backEnd.open(config -> config.withDataDirectory(inTheWay));
        Conversation other = Conversation.sync(own, backEnd.statusLog(), server);
        HINTERNET needing = other.openRequest("GET", "/", InternetFlag.INTERNET_FLAG_NEED_FILE);

        assertThat(other.send(needing)).isEqualTo(WinInetError.ERROR_INTERNET_UNABLE_TO_CACHE_FILE);

        HINTERNET request = other.get("/");
        assertThat(own.InternetLockRequestFile(request, new LockRef())).isFalse();
        assertThat(own.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_UNABLE_TO_CACHE_FILE);
        assertThat(other.readText(request)).isEqualTo("0123456789");
    }

    private static Path only(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.findFirst().orElseThrow();
        }
    }

    @Test
    @Rule("R-SEEK-11")
    void seekingBack_inAPartOfAResource_staysInThatPart() {
        String part = "23456789".repeat(10_000);
        server.handleAll(r -> Script.script()
                .send("HTTP/1.1 206 Partial\r\nContent-Range: bytes 2-80001/80004\r\nContent-Length: 80000\r\n\r\n"
                        + part)
                .mayBeCutShort());
        HINTERNET request = client.openRequest("/");
        assertThat(client.send(request, "Range: bytes=2-80001", new byte[0])).isZero();
        client.read(request, ByteBuffer.allocate(6));

        assertThat(api.InternetSetFilePointer(request, 1, null, 0, 0)).isEqualTo(1);

        assertThat(client.readText(request)).isEqualTo(part.substring(1));
        assertThat(server.requests().get(1).header("Range")).isEqualTo("bytes=2-80001");
    }

    @Test
    @Rule("R-SEEK-3")
    void posted_isNeverPostedAgainForASeek() {
        server.onRequest(DIGITS);
        HINTERNET request = client.openRequest("POST", "/", 0);
        assertThat(client.send(request, null, new byte[] {1})).isZero();
        client.read(request, ByteBuffer.allocate(6));

        assertThat(api.InternetSetFilePointer(request, 2, null, 0, 0)).isEqualTo(-1);

        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_INVALID_OPERATION);
        assertThat(client.readText(request)).isEqualTo("6789");
    }

    @Test
    @Rule({"R-READ-15", "R-SEEK-3"})
    void readThatFailed_failsAgain_andTheServerIsNotAskedOnceMore() {
        server.onRequest(Script.script()
                .send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n01234")
                .awaitClose());
        HINTERNET request = client.openRequest("POST", "/", 0);
        // Not so short that the head could be late on a busy machine.
        DwordRef timeout = new DwordRef(3_000);
        assertThat(api.InternetSetOption(request, InternetOption.INTERNET_OPTION_RECEIVE_TIMEOUT, timeout, 4))
                .isTrue();
        assertThat(client.send(request, null, new byte[] {1})).isZero();

        for (int i = 0; i < 2; i++) {
            assertThat(client.read(request, ByteBuffer.allocate(10))).isEqualTo(-WinInetError.ERROR_INTERNET_TIMEOUT);
        }

        assertThat(server.requests()).hasSize(1);
    }
}
