package io.github.wininet4j.engine.http.query;

import static io.github.wininet4j.constant.HttpQuery.HTTP_QUERY_CONTENT_LENGTH;
import static io.github.wininet4j.constant.HttpQuery.HTTP_QUERY_CUSTOM;
import static io.github.wininet4j.constant.HttpQuery.HTTP_QUERY_DATE;
import static io.github.wininet4j.constant.HttpQuery.HTTP_QUERY_FLAG_NUMBER;
import static io.github.wininet4j.constant.HttpQuery.HTTP_QUERY_FLAG_NUMBER64;
import static io.github.wininet4j.constant.HttpQuery.HTTP_QUERY_FLAG_REQUEST_HEADERS;
import static io.github.wininet4j.constant.HttpQuery.HTTP_QUERY_FLAG_SYSTEMTIME;
import static io.github.wininet4j.constant.HttpQuery.HTTP_QUERY_STATUS_CODE;
import static io.github.wininet4j.constant.Win32Error.ERROR_INSUFFICIENT_BUFFER;
import static io.github.wininet4j.constant.Win32Error.ERROR_INVALID_PARAMETER;
import static io.github.wininet4j.constant.WinInetError.ERROR_HTTP_HEADER_NOT_FOUND;
import static io.github.wininet4j.constant.WinInetError.ERROR_HTTP_INVALID_HEADER;
import static io.github.wininet4j.engine.http.head.HeadSamples.answered;
import static io.github.wininet4j.engine.http.head.HeadSamples.assertFails;
import static io.github.wininet4j.engine.http.head.HeadSamples.response;
import static io.github.wininet4j.engine.http.head.HeadSamples.unsent;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.type.ByteBlock;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.LongRef;
import io.github.wininet4j.type.SYSTEMTIME;
import io.github.wininet4j.type.TextBuffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers of HttpQueryInfo that are numbers and times. */
final class TypedHeaderQueryTest {
    private static final int NUMBER = HTTP_QUERY_FLAG_NUMBER;
    private static final int NUMBER64 = HTTP_QUERY_FLAG_NUMBER64;
    private static final int TIME = HTTP_QUERY_FLAG_SYSTEMTIME;
    private static final int UNTOUCHED = 0x5A5A5A5A;

    private final HeaderQuery query = new HeaderQuery(TypedHeaderQueryTest::readYear);
    private final QuerySource heads =
            answered(response("Content-Length: 1234", "Date: 1994", "Date: never"), "Content-Length: 99");

    /** A calendar of years only; the real reader has its own tests. */
    private static SYSTEMTIME readYear(String text) {
        if (!text.matches("\\d{4}")) {
            return null;
        }
        SYSTEMTIME time = new SYSTEMTIME();
        time.wYear = Integer.parseInt(text);
        time.wMonth = 11;
        time.wDayOfWeek = 0;
        time.wDay = 6;
        time.wHour = 8;
        time.wMinute = 49;
        time.wSecond = 37;
        time.wMilliseconds = 5;
        return time;
    }

    private static QuerySource lengthOf(String value) {
        return answered(response("Content-Length: " + value));
    }

    @Test
    @Rule({"R-QUERY-9", "R-QUERY-11", "R-QUERY-12"})
    void run_statusCodeAsNumber_isThatOfTheResponseOrZero() {
        DwordRef status = new DwordRef(UNTOUCHED);
        DwordRef length = new DwordRef(4);
        DwordRef index = new DwordRef(0);

        query.run(heads, HTTP_QUERY_STATUS_CODE | NUMBER, status, length, index);

        assertThat(status.value).isEqualTo(200);
        assertThat(length.value).isEqualTo(4);
        assertThat(index.value).isZero();
        query.run(unsent(), HTTP_QUERY_STATUS_CODE | NUMBER, status, length, null);
        assertThat(status.value).isZero();
        LongRef status64 = new LongRef(-1);
        query.run(heads, HTTP_QUERY_STATUS_CODE | NUMBER64, status64, new DwordRef(8), null);
        assertThat(status64.value).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1234, 1234",
        "2147483648, 2147483648",
        "4294967295, 4294967295",
        "+9, 9",
        "010, 10",
        "00000000000000000000012, 12",
        // What follows the digits does not count, and a sign wraps: as observed.
        "12abc, 12",
        "12 34, 12",
        "0x10, 0",
        "-5, 4294967291",
        "-2147483648, 2147483648",
        "-0, 0"
    })
    @Rule("R-QUERY-11")
    void run_headerAsNumber_isTheNumberItBeginsWith(String value, long expected) {
        DwordRef number = new DwordRef(UNTOUCHED);
        DwordRef length = new DwordRef(4);
        DwordRef index = new DwordRef(0);

        query.run(lengthOf(value), HTTP_QUERY_CONTENT_LENGTH | NUMBER, number, length, index);

        assertThat(Integer.toUnsignedLong(number.value)).isEqualTo(expected);
        assertThat(length.value).isEqualTo(4);
        assertThat(index.value).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4294967296",
                "99999999999999999999",
                "18446744073709551615",
                "-2147483649",
                "abc",
                "",
                "-",
                "+",
                "-abc",
                "--1",
                "\u0661"
            })
    @Rule({"R-QUERY-11", "R-ERRN-12153"})
    void run_headerThatIsNoDword_failsAndLeavesTheBuffer(String value) {
        DwordRef number = new DwordRef(UNTOUCHED);
        DwordRef length = new DwordRef(4);
        DwordRef index = new DwordRef(0);

        assertFails(
                ERROR_HTTP_INVALID_HEADER,
                () -> query.run(lengthOf(value), HTTP_QUERY_CONTENT_LENGTH | NUMBER, number, length, index));

        assertThat(number.value).isEqualTo(UNTOUCHED);
        assertThat(length.value).isEqualTo(4);
        assertThat(index.value).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "1234, 1234",
        "4294967296, 4294967296",
        "18446744073709551615, -1",
        "9223372036854775808, -9223372036854775808",
        "-5, -5",
        "7 bytes, 7"
    })
    @Rule("R-QUERY-12")
    void run_headerAsNumber64_isTheNumberItBeginsWith(String value, long expected) {
        LongRef number = new LongRef();
        DwordRef length = new DwordRef(8);

        query.run(lengthOf(value), HTTP_QUERY_CONTENT_LENGTH | NUMBER64, number, length, null);

        assertThat(number.value).isEqualTo(expected);
        assertThat(length.value).isEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "18446744073709551616",
                "18446744073709551620",
                "184467440737095516150",
                "99999999999999999999999",
                "-9223372036854775809",
                "abc",
                ""
            })
    @Rule({"R-QUERY-12", "R-ERRN-12153"})
    void run_headerThatIsNo64BitNumber_failsAndLeavesTheBuffer(String value) {
        LongRef number = new LongRef(UNTOUCHED);

        assertFails(
                ERROR_HTTP_INVALID_HEADER,
                () -> query.run(lengthOf(value), HTTP_QUERY_CONTENT_LENGTH | NUMBER64, number, new DwordRef(8), null));

        assertThat(number.value).isEqualTo(UNTOUCHED);
    }

    @ParameterizedTest
    @CsvSource({"19, 5", "19, 8", "19, -1", "5, 5", "5, 8", "5, 100"})
    @Rule("R-QUERY-11")
    void run_numberIntoALargerBuffer_failsAndLeavesIt(int attribute, int size) {
        ByteBlock block = new ByteBlock(100);
        DwordRef length = new DwordRef(size);

        assertFails(ERROR_HTTP_INVALID_HEADER, () -> query.run(heads, attribute | NUMBER, block, length, null));

        assertThat(block.buffer().getLong(0)).isZero();
        assertThat(length.value).isEqualTo(size);
    }

    @ParameterizedTest
    @CsvSource({
        "536870931, 4, 0",
        "536870931, 4, 3",
        "536870917, 4, 3",
        "134217747, 8, 7",
        "134217733, 8, 4",
        "1073741833, 16, 15"
    })
    @Rule("R-QUERY-3")
    void run_numberOrTimeIntoASmallerBuffer_reportsItsSize(int level, int needed, int size) {
        ByteBlock block = new ByteBlock(100);
        DwordRef length = new DwordRef(size);

        assertFails(ERROR_INSUFFICIENT_BUFFER, () -> query.run(heads, level, block, length, null));

        assertThat(length.value).isEqualTo(needed);
        assertThat(block.buffer().getLong(0)).isZero();
        DwordRef ofNull = new DwordRef(needed);
        assertFails(ERROR_INSUFFICIENT_BUFFER, () -> query.run(heads, level, null, ofNull, null));
        assertThat(ofNull.value).isEqualTo(needed);
    }

    @Test
    @Rule("R-QUERY-3")
    void run_number64WithALengthBeyondTheVariable_isRefused() {
        DwordRef number = new DwordRef(UNTOUCHED);
        DwordRef length = new DwordRef(8);

        assertFails(
                ERROR_INSUFFICIENT_BUFFER,
                () -> query.run(heads, HTTP_QUERY_CONTENT_LENGTH | NUMBER64, number, length, null));

        assertThat(number.value).isEqualTo(UNTOUCHED);
    }

    @Test
    @Rule({"R-QUERY-11", "R-QUERY-12"})
    void run_numberIntoMemory_hasTheByteOrderOfTheMachine() {
        ByteBlock block = new ByteBlock(8);
        query.run(heads, HTTP_QUERY_CONTENT_LENGTH | NUMBER, block, new DwordRef(4), null);
        assertThat(block.buffer().getInt(0)).isEqualTo(1234);
        assertThat(block.buffer().getInt(4)).isZero();

        query.run(lengthOf("4294967297"), HTTP_QUERY_CONTENT_LENGTH | NUMBER64, block, new DwordRef(8), null);
        assertThat(block.buffer().getLong(0)).isEqualTo(4294967297L);

        LongRef halved = new LongRef(0x1111_1111_2222_2222L);
        query.run(lengthOf("-1"), HTTP_QUERY_CONTENT_LENGTH | NUMBER, halved, new DwordRef(4), null);
        boolean little = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
        assertThat(halved.value).isEqualTo(little ? 0x1111_1111_FFFF_FFFFL : 0xFFFF_FFFF_2222_2222L);
    }

    @Test
    @Rule({"R-QUERY-11", "R-QUERY-16"})
    void run_customAsNumber_overwritesTheName() {
        TextBuffer name = new TextBuffer("Content-Length");
        query.run(heads, HTTP_QUERY_CUSTOM | NUMBER, name, new DwordRef(4), null);
        assertThat(memory(name, 4).getInt(0)).isEqualTo(1234);

        TextBuffer wide = new TextBuffer("Content-Length");
        query.run(heads, HTTP_QUERY_CUSTOM | NUMBER64, wide, new DwordRef(8), null);
        assertThat(memory(wide, 8).getLong(0)).isEqualTo(1234);

        ByteBlock block = new ByteBlock(40);
        block.buffer().asCharBuffer().put("date");
        query.run(heads, HTTP_QUERY_CUSTOM | NUMBER, block, new DwordRef(4), null);
        assertThat(block.buffer().getInt(0)).isEqualTo(1994);

        TextBuffer date = new TextBuffer("Date\0????????????");
        query.run(heads, HTTP_QUERY_CUSTOM | TIME, date, new DwordRef(16), null);
        assertThat(memory(date, 16).getShort(0)).isEqualTo((short) 1994);
        assertThat(memory(date, 16).getShort(14)).isEqualTo((short) 5);
    }

    /** The bytes that the characters of a buffer stand for. */
    private static ByteBuffer memory(TextBuffer buffer, int size) {
        ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.nativeOrder());
        bytes.asCharBuffer().put(buffer.toString(size / 2));
        return bytes;
    }

    @Test
    @Rule("R-QUERY-15")
    void run_numberOfRequest_looksThere() {
        DwordRef number = new DwordRef();

        query.run(
                heads,
                HTTP_QUERY_CONTENT_LENGTH | NUMBER | HTTP_QUERY_FLAG_REQUEST_HEADERS,
                number,
                new DwordRef(4),
                null);

        assertThat(number.value).isEqualTo(99);
    }

    @Test
    @Rule({"R-QUERY-5", "R-QUERY-8", "R-QUERY-20"})
    void run_numberThatIsAbsent_isNotFound() {
        DwordRef number = new DwordRef(UNTOUCHED);

        // After decoding the response has no Content-Length any more.
        assertFails(
                ERROR_HTTP_HEADER_NOT_FOUND,
                () -> query.run(
                        answered(response()), HTTP_QUERY_CONTENT_LENGTH | NUMBER, number, new DwordRef(4), null));
        assertFails(
                ERROR_HTTP_HEADER_NOT_FOUND,
                () -> query.run(heads, HTTP_QUERY_STATUS_CODE | NUMBER, number, new DwordRef(4), new DwordRef(1)));
        assertThat(number.value).isEqualTo(UNTOUCHED);
    }

    @Test
    @Rule({"R-QUERY-6", "R-QUERY-13", "R-HQ-9"})
    void run_dateAsSystemTime_fillsTheStructure() {
        SYSTEMTIME time = new SYSTEMTIME();
        DwordRef length = new DwordRef(16);
        DwordRef index = new DwordRef(0);

        query.run(heads, HTTP_QUERY_DATE | TIME, time, length, index);

        assertThat(time).usingRecursiveComparison().isEqualTo(readYear("1994"));
        assertThat(length.value).isEqualTo(16);
        assertThat(index.value).isEqualTo(1);
    }

    @Test
    @Rule("R-QUERY-13")
    void run_dateAsSystemTime_intoMemoryHasTheLayoutOfTheStructure() {
        ByteBlock block = new ByteBlock(20);
        DwordRef length = new DwordRef(20);

        query.run(heads, HTTP_QUERY_DATE | TIME, block, length, null);

        short[] fields = new short[10];
        block.buffer().asShortBuffer().get(fields);
        assertThat(fields).containsExactly(1994, 11, 0, 6, 8, 49, 37, 5, 0, 0);
        assertThat(length.value).isEqualTo(16);
    }

    @Test
    @Rule({"R-QUERY-13", "R-ERRN-12153"})
    void run_textThatIsNoDate_isAnInvalidHeader() {
        SYSTEMTIME time = new SYSTEMTIME();
        DwordRef index = new DwordRef(1);

        assertFails(
                ERROR_HTTP_INVALID_HEADER,
                () -> query.run(heads, HTTP_QUERY_DATE | TIME, time, new DwordRef(16), index));

        assertThat(time.wMonth).isZero();
        assertThat(index.value).isEqualTo(1);
    }

    @Test
    void run_intoABufferOfTheWrongKind_isAnInvalidParameter() {
        ByteBlock readOnly = new ByteBlock(ByteBuffer.allocate(16).asReadOnlyBuffer());

        assertWrong(HTTP_QUERY_STATUS_CODE | NUMBER, 4, new SYSTEMTIME());
        assertWrong(HTTP_QUERY_STATUS_CODE | NUMBER, 4, readOnly);
        assertWrong(HTTP_QUERY_STATUS_CODE | NUMBER64, 8, new SYSTEMTIME());
        assertWrong(HTTP_QUERY_STATUS_CODE | NUMBER64, 8, readOnly);
        assertWrong(HTTP_QUERY_DATE | TIME, 16, readOnly);
    }

    private void assertWrong(int level, int size, LPVOID buffer) {
        assertFails(ERROR_INVALID_PARAMETER, () -> query.run(heads, level, buffer, new DwordRef(size), null));
    }
}
