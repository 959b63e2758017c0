package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.WinInet;
import io.github.wininet4j.constant.TimeFormat;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.SystemTimes;
import io.github.wininet4j.testing.TableFile;
import io.github.wininet4j.type.SYSTEMTIME;
import io.github.wininet4j.type.TextBuffer;
import java.time.Instant;
import java.time.InstantSource;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The time functions. */
@ContractTest
final class TimeContractTest {
    private static final String TEXT = "Fri, 07 Jan 2005 12:06:35 GMT";
    private static final InstantSource NOW = InstantSource.fixed(Instant.parse("2026-11-24T04:10:21.546Z"));

    private final BackEndUnderTest backEnd;

    TimeContractTest(BackEndUnderTest backEnd) {
        this.backEnd = backEnd;
    }

    private WinInet atFixedTime() {
        return backEnd.open(config -> config.withClock(NOW));
    }

    private static String fields(SYSTEMTIME time) {
        return time.wYear + "-" + time.wMonth + "-" + time.wDay + " " + time.wDayOfWeek + " " + time.wHour + ":"
                + time.wMinute + ":" + time.wSecond + "." + time.wMilliseconds;
    }

    @Test
    @Rule({"R-TIME-1", "R-TIME-2", "R-TIME-3"})
    void internetTimeFromSystemTime_withRoomForThirtyCharacters_writesRfc1123() {
        TextBuffer buffer = new TextBuffer(TimeFormat.INTERNET_RFC1123_BUFSIZE);

        assertThat(backEnd.open().InternetTimeFromSystemTime(SystemTimes.sample(), 0, buffer, buffer.sizeof()))
                .isTrue();

        assertThat(buffer.toString()).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 29, 30, 58, 59})
    @Rule("R-TIME-3")
    void internetTimeFromSystemTime_withLessThanSixtyBytes_failsWithInsufficientBuffer(int bytes) {
        WinInet wininet = backEnd.open();
        TextBuffer buffer = new TextBuffer(100);

        assertThat(wininet.InternetTimeFromSystemTime(SystemTimes.sample(), 0, buffer, bytes))
                .isFalse();

        assertThat(wininet.GetLastError()).isEqualTo(Win32Error.ERROR_INSUFFICIENT_BUFFER);
        assertThat(buffer.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {62, 1000, Integer.MAX_VALUE, -1})
    void internetTimeFromSystemTime_withSizeBeyondTheBuffer_failsWithInvalidParameter(int bytes) {
        WinInet wininet = backEnd.open();
        TextBuffer buffer = new TextBuffer(30);

        assertThat(wininet.InternetTimeFromSystemTime(SystemTimes.sample(), 0, buffer, bytes))
                .isFalse();

        assertThat(wininet.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(buffer.toString()).isEmpty();
    }

    @Test
    @Rule("R-TIME-4")
    void internetTimeFromSystemTime_withOtherFormatOrNulls_failsWithInvalidParameter() {
        WinInet wininet = backEnd.open();
        TextBuffer buffer = new TextBuffer(100);

        assertThat(wininet.InternetTimeFromSystemTime(SystemTimes.sample(), 1, buffer, 200))
                .isFalse();
        assertThat(wininet.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        wininet.SetLastError(0);
        assertThat(wininet.InternetTimeFromSystemTime(null, 0, buffer, 200)).isFalse();
        assertThat(wininet.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        wininet.SetLastError(0);
        assertThat(wininet.InternetTimeFromSystemTime(SystemTimes.sample(), 0, null, 200))
                .isFalse();
        assertThat(wininet.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
    }

    @Test
    void internetTimeFromSystemTime_withFieldOutOfRange_failsWithInvalidParameter() {
        WinInet wininet = backEnd.open();
        SYSTEMTIME month = SystemTimes.sample();
        month.wMonth = 13;
        SYSTEMTIME weekday = SystemTimes.sample();
        weekday.wDayOfWeek = 7;
        SYSTEMTIME negative = SystemTimes.sample();
        negative.wHour = -1;
        for (SYSTEMTIME bad : new SYSTEMTIME[] {month, weekday, negative, new SYSTEMTIME()}) {
            TextBuffer buffer = new TextBuffer(100);

            assertThat(wininet.InternetTimeFromSystemTime(bad, 0, buffer, 200)).isFalse();

            assertThat(wininet.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
            assertThat(buffer.toString()).isEmpty();
            wininet.SetLastError(0);
        }
    }

    @Test
    @Rule({"R-TIME-1", "R-TIME-5..7"})
    void internetTimeToSystemTime_withEveryCaseOfTheTable_givesItsTime() {
        WinInet wininet = atFixedTime();
        SoftAssertions softly = new SoftAssertions();
        for (String[] row : TableFile.rows("/url/time.tsv")) {
            SYSTEMTIME time = new SYSTEMTIME();

            softly.assertThat(wininet.InternetTimeToSystemTime(row[0], time, 0)).isTrue();

            softly.assertThat(fields(time)).as("%s (%s)", row[0], row[2]).isEqualTo(row[1]);
        }
        softly.assertAll();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                TEXT,
                "Friday, 07-Jan-05 12:06:35 GMT",
                "Fri Jan  7 12:06:35 2005",
                "fri,7/jan/2005;12.06.35",
                "07 Jan 2005 12:06:35",
                "5, 07-01-2005, 12:06:35 GMT",
                "Fri 7-1-2005 12:06:35",
                "2005-01-07T12:06:35Z"
            })
    @Rule({"R-TIME-1", "R-TIME-5"})
    void internetTimeToSystemTime_withAnyOrderAndSeparator_readsIt(String text) {
        SYSTEMTIME time = new SYSTEMTIME();

        assertThat(backEnd.open().InternetTimeToSystemTime(text, time, 0)).isTrue();

        assertThat(fields(time)).isEqualTo("2005-1-7 5 12:6:35.0");
    }

    @ParameterizedTest
    @CsvSource({"00, 2000", "05, 2005", "79, 2079", "80, 1980", "99, 1999", "1969, 1969", "2080, 2080"})
    @Rule("R-TIME-6")
    void internetTimeToSystemTime_withTwoDigitYear_splitsAtEighty(String written, int year) {
        SYSTEMTIME time = new SYSTEMTIME();

        assertThat(backEnd.open().InternetTimeToSystemTime("Fri, 07-Jan-" + written + " 12:06:35 GMT", time, 0))
                .isTrue();

        assertThat(time.wYear).isEqualTo(year);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "x", "no date at all", "-1", "99999999999999999999", "\u4E2D"})
    @Rule("R-TIME-7")
    void internetTimeToSystemTime_withTextThatIsNoTime_givesTheCurrentTime(String text) {
        SYSTEMTIME time = new SYSTEMTIME();

        assertThat(atFixedTime().InternetTimeToSystemTime(text, time, 0)).isTrue();

        assertThat(fields(time)).isEqualTo("2026-11-24 2 4:10:21.546");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Fri, 07 Jan 2005 12:06 | 2005-1-7 5 12:6:21.546",
                "Fri, 07 Jan 2005 | 2005-1-7 5 4:10:21.546",
                "Fri, 07 Jan | 2026-1-7 5 4:10:21.546",
                "Fri, 07 | 2026-11-7 5 4:10:21.546"
            })
    @Rule({"R-TIME-5", "R-TIME-7"})
    void internetTimeToSystemTime_withMissingFields_fillsThemFromNow(String text, String expected) {
        SYSTEMTIME time = new SYSTEMTIME();

        assertThat(atFixedTime().InternetTimeToSystemTime(text, time, 0)).isTrue();

        assertThat(fields(time)).isEqualTo(expected);
    }

    @Test
    @Rule("R-TIME-7")
    void internetTimeToSystemTime_withNullArguments_failsWithInvalidParameter() {
        WinInet wininet = backEnd.open();

        assertThat(wininet.InternetTimeToSystemTime(null, new SYSTEMTIME(), 0)).isFalse();
        assertThat(wininet.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        wininet.SetLastError(0);
        assertThat(wininet.InternetTimeToSystemTime(TEXT, null, 0)).isFalse();
        assertThat(wininet.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
    }

    @Test
    @Rule("R-TIME-1")
    void internetTimeToSystemTime_withReservedValue_ignoresIt() {
        SYSTEMTIME time = new SYSTEMTIME();

        assertThat(backEnd.open().InternetTimeToSystemTime(TEXT, time, 1)).isTrue();

        assertThat(fields(time)).isEqualTo("2005-1-7 5 12:6:35.0");
    }
}
