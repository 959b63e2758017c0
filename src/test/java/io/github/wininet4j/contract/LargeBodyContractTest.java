package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.HttpQuery;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.ServiceType;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.Win32File;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.PatternServer;
import io.github.wininet4j.testing.PatternedBytes;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_BUFFERS;
import io.github.wininet4j.type.LongRef;
import io.github.wininet4j.type.TextBuffer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Bodies and lengths that do not fit into 31 or 32 bits; every byte is counted and compared. */
@ContractTest
final class LargeBodyContractTest {
    private static final long TWO_GIB = 1L << 31;
    private static final long FOUR_GIB = 1L << 32;
    private static final int PIECE = 256 * 1024;

    private final PatternServer server;
    private final BackEnd api;
    private final HINTERNET connect;
    private final byte[] copy = new byte[PIECE];

    /** Without a callback: statuses of so many reads are of no use here. */
    LargeBodyContractTest(BackEndUnderTest backEnd) {
        this.server = backEnd.closeAfterTest(PatternServer.start());
        this.api = backEnd.open();
        HINTERNET session = api.InternetOpen("agent", InternetFlag.INTERNET_OPEN_TYPE_DIRECT, null, null, 0);
        this.connect = api.InternetConnect(
                session, "127.0.0.1", server.port(), null, null, ServiceType.INTERNET_SERVICE_HTTP, 0, 0);
    }

    private HINTERNET open(String verb, String target, int flags) {
        HINTERNET request = api.HttpOpenRequest(connect, verb, target, null, null, null, flags, 0);
        assertThat(request).isNotNull();
        return request;
    }

    private HINTERNET get(String target) {
        HINTERNET request = open("GET", target, 0);
        succeeds(api.HttpSendRequest(request, null, 0, null, 0));
        return request;
    }

    private void succeeds(boolean result) {
        // One comparison instead of an assertion object for each of many thousand reads.
        if (!result) {
            assertThat(api.GetLastError())
                    .as("the error of a call that should succeed")
                    .isEqualTo(-1);
        }
    }

    /** Reads one piece, which must be the content at that place; returns its length. */
    private int readAt(long position, HINTERNET request, ByteBuffer target, int count) {
        DwordRef read = new DwordRef();
        succeeds(api.InternetReadFile(request, target.clear(), count, read));
        target.get(0, copy, 0, read.value);
        PatternedBytes.assertAt(position, copy, 0, read.value);
        return read.value;
    }

    /** Reads to a place, or to the end; returns the place. */
    private long readUpTo(long end, HINTERNET request, ByteBuffer target) {
        long position = 0;
        int count = -1;
        while (position < end && count != 0) {
            count = readAt(position, request, target, (int) Math.min(PIECE, end - position));
            position += count;
        }
        return position;
    }

    private int available(HINTERNET request) {
        DwordRef count = new DwordRef(-1);
        succeeds(api.InternetQueryDataAvailable(request, count, 0, 0));
        return count.value;
    }

    private String text(HINTERNET request, int level) {
        TextBuffer text = new TextBuffer(32);
        succeeds(api.HttpQueryInfo(request, level, text, new DwordRef(64), null));
        return text.toString();
    }

    @Test
    @Rule({"R-SEND-19", "R-SEND-17", "R-READ-1", "R-READ-3", "R-READ-5"})
    void internetReadFile_ofABodyOver4GiB_deliversEveryByte_andTheConnectionServesOn() {
        long size = FOUR_GIB + 12_345;
        HINTERNET request = get("/length/" + size);

        assertThat(readUpTo(Long.MAX_VALUE, request, ByteBuffer.allocate(PIECE)))
                .isEqualTo(size);

        HINTERNET next = get("/length/10");
        assertThat(readUpTo(Long.MAX_VALUE, next, ByteBuffer.allocate(PIECE))).isEqualTo(10);
        assertThat(server.connectionCount()).isEqualTo(1);
    }

    @Test
    @Rule({"R-READ-1", "R-READ-3", "R-READ-5", "R-AVAIL-1", "R-AVAIL-4", "R-AVAIL-7"})
    void aChunkOver2GiB_isReadToItsLastByte_andWhatIsAvailableIsToldBeyondIt() {
        long size = TWO_GIB + 100_003;
        HINTERNET request = get("/chunked/" + (TWO_GIB + 3) + ",100000");
        ByteBuffer target = ByteBuffer.allocateDirect(PIECE);

        long position = readUpTo(TWO_GIB - 1, request, target);
        assertThat(position).isEqualTo(TWO_GIB - 1);
        for (int count = available(request); count != 0; count = available(request)) {
            assertThat(count).isBetween(1, 8192);
            assertThat(readAt(position, request, target, count)).isEqualTo(count);
            position += count;
        }
        assertThat(position).isEqualTo(size);
        assertThat(readAt(position, request, target, PIECE)).isZero();
    }

    @Test
    @Rule({"R-SENDEX-1", "R-SENDEX-3", "R-WRITE-1"})
    void httpSendRequestEx_takesTheTotalAsUnsigned_andABodyOver2GiBArrives() {
        long size = TWO_GIB + 4_097;
        HINTERNET request = open("POST", "/sink", 0);
        INTERNET_BUFFERS buffers = new INTERNET_BUFFERS();
        buffers.dwBufferTotal = (int) size;
        succeeds(api.HttpSendRequestEx(request, buffers, null, 0, 0));

        ByteBuffer content = ByteBuffer.allocateDirect(PIECE + 65_521);
        content.put(PatternedBytes.bytes(0, content.capacity()));
        DwordRef written = new DwordRef();
        long position = 0;
        while (position < size) {
            int count = (int) Math.min(PIECE, size - position);
            content.clear().position((int) (position % 65_521));
            succeeds(api.InternetWriteFile(request, content, count, written));
            assertThat(written.value).isEqualTo(count);
            position += count;
        }
        succeeds(api.HttpEndRequest(request, null, 0, 0));

        assertThat(server.heads().get(0)).contains("\r\nContent-Length: " + size + "\r\n");
        DwordRef count = new DwordRef();
        ByteBuffer told = ByteBuffer.allocate(200);
        succeeds(api.InternetReadFile(request, told, 200, count));
        assertThat(new String(told.array(), 0, count.value, StandardCharsets.US_ASCII))
                .isEqualTo(Long.toString(size));
    }

    @Test
    @Rule({"R-SENDEX-3", "R-QUERY-11", "R-QUERY-15", "R-HQ-5"})
    void theLargestTotal_isAnnouncedAsItIs() {
        HINTERNET request = open("POST", "/sink", 0);
        INTERNET_BUFFERS buffers = new INTERNET_BUFFERS();
        buffers.dwBufferTotal = -1;
        succeeds(api.HttpSendRequestEx(request, buffers, null, 0, 0));

        int level = HttpQuery.HTTP_QUERY_CONTENT_LENGTH | HttpQuery.HTTP_QUERY_FLAG_REQUEST_HEADERS;
        assertThat(text(request, level)).isEqualTo("4294967295");
        DwordRef number = new DwordRef();
        succeeds(api.HttpQueryInfo(request, level | HttpQuery.HTTP_QUERY_FLAG_NUMBER, number, new DwordRef(4), null));
        assertThat(number.value).isEqualTo(-1);
    }

    @Test
    @Rule({"R-SEND-19", "R-QUERY-11", "R-QUERY-12", "R-HQ-5", "R-ERRN-12153"})
    void aLengthOver4GiB_isToldInText_andIn64BitsOnly() {
        long size = FOUR_GIB + 10;
        HINTERNET request = get("/length/" + size);
        int number = HttpQuery.HTTP_QUERY_CONTENT_LENGTH | HttpQuery.HTTP_QUERY_FLAG_NUMBER;
        int number64 = HttpQuery.HTTP_QUERY_CONTENT_LENGTH | HttpQuery.HTTP_QUERY_FLAG_NUMBER64;

        DwordRef small = new DwordRef(77);
        assertThat(api.HttpQueryInfo(request, number, small, new DwordRef(4), null))
                .isFalse();
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_HTTP_INVALID_HEADER);
        assertThat(small.value).isEqualTo(77);
        LongRef large = new LongRef();
        DwordRef length = new DwordRef(8);
        succeeds(api.HttpQueryInfo(request, number64, large, length, null));
        assertThat(large.value).isEqualTo(size);
        assertThat(length.value).isEqualTo(8);
        assertThat(text(request, HttpQuery.HTTP_QUERY_CONTENT_LENGTH)).isEqualTo(Long.toString(size));
    }

    @Test
    @Rule({"R-QUERY-11", "R-QUERY-12", "R-HQ-5"})
    void lengthsUpTo4GiB_fitIntoAnUnsignedNumber() {
        int number = HttpQuery.HTTP_QUERY_CONTENT_LENGTH | HttpQuery.HTTP_QUERY_FLAG_NUMBER;
        int number64 = HttpQuery.HTTP_QUERY_CONTENT_LENGTH | HttpQuery.HTTP_QUERY_FLAG_NUMBER64;
        for (long size : new long[] {TWO_GIB - 1, TWO_GIB, FOUR_GIB - 1}) {
            HINTERNET request = get("/length/" + size);
            DwordRef small = new DwordRef();
            succeeds(api.HttpQueryInfo(request, number, small, new DwordRef(4), null));
            assertThat(Integer.toUnsignedLong(small.value)).isEqualTo(size);
            LongRef large = new LongRef();
            succeeds(api.HttpQueryInfo(request, number64, large, new DwordRef(8), null));
            assertThat(large.value).isEqualTo(size);
            assertThat(api.InternetCloseHandle(request)).isTrue();
        }
    }

    @Test
    @Rule({"R-SEEK-1", "R-SEEK-2", "R-SEEK-7", "R-SEEK-8", "R-SEEK-9"})
    void internetSetFilePointer_countsIn64Bits_ifItGetsTheHighHalf() {
        long size = FOUR_GIB + 10;
        HINTERNET request = get("/length/" + size);

        assertThat(seek(request, 3 * FOUR_GIB + 7, Win32File.FILE_BEGIN)).isEqualTo(3 * FOUR_GIB + 7);
        assertThat(seek(request, -FOUR_GIB, Win32File.FILE_CURRENT)).isEqualTo(2 * FOUR_GIB + 7);
        assertThat(seek(request, FOUR_GIB - 8, Win32File.FILE_CURRENT)).isEqualTo(3 * FOUR_GIB - 1);
        assertThat(seek(request, -5, Win32File.FILE_END)).isEqualTo(size - 5);
        assertThat(seek(request, -size, Win32File.FILE_END)).isZero();
        assertThat(seek(request, -size - 1, Win32File.FILE_END)).isEqualTo(-1);
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_NEGATIVE_SEEK);

        // Without the high half the low one is all that comes back.
        assertThat(api.InternetSetFilePointer(request, Integer.MIN_VALUE, null, Win32File.FILE_BEGIN, 0))
                .isEqualTo(Integer.MIN_VALUE);
        assertThat(seek(request, 0, Win32File.FILE_CURRENT)).isEqualTo(TWO_GIB);
        assertThat(api.InternetSetFilePointer(request, -2, null, Win32File.FILE_END, 0))
                .isEqualTo(-1);
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_NEGATIVE_SEEK);
        assertThat(seek(request, 0, Win32File.FILE_CURRENT)).isEqualTo(TWO_GIB);
    }

    /** Seeks with both halves; -1 if it fails. */
    private long seek(HINTERNET request, long distance, int method) {
        DwordRef high = new DwordRef((int) (distance >>> 32));
        int low = api.InternetSetFilePointer(request, (int) distance, high, method, 0);
        if (low == -1 && api.GetLastError() != 0) {
            return -1;
        }
        return (long) high.value << 32 | Integer.toUnsignedLong(low);
    }

    @Test
    @Rule({"R-SEEK-2", "R-SEEK-9", "R-SEEK-11", "R-AVAIL-1", "R-AVAIL-11"})
    void readingAfterASeek_beyond4GiBAndBack_deliversWhatStandsThere() {
        long size = FOUR_GIB + 1_000;
        HINTERNET request = get("/length/" + size);
        ByteBuffer target = ByteBuffer.allocateDirect(PIECE);

        assertThat(seek(request, -900, Win32File.FILE_END)).isEqualTo(size - 900);
        assertThat(available(request)).isBetween(1, 900);
        assertThat(readAt(size - 900, request, target, 50)).isEqualTo(50);

        assertThat(seek(request, FOUR_GIB - 20, Win32File.FILE_BEGIN)).isEqualTo(FOUR_GIB - 20);
        assertThat(readAt(FOUR_GIB - 20, request, target, 100)).isEqualTo(100);
        assertThat(seek(request, TWO_GIB - 10, Win32File.FILE_BEGIN)).isEqualTo(TWO_GIB - 10);
        assertThat(readAt(TWO_GIB - 10, request, target, PIECE)).isEqualTo(PIECE);
    }
}
