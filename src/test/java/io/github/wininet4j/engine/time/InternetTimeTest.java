package io.github.wininet4j.engine.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.type.SYSTEMTIME;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading and writing the dates of HTTP. */
final class InternetTimeTest {
    @Test
    @Rule("R-TIME-2")
    void format_withInstant_writesRfc1123() {
        assertThat(InternetTime.format(Instant.parse("2005-01-07T12:06:35.999Z")))
                .isEqualTo("Fri, 07 Jan 2005 12:06:35 GMT");
        assertThat(InternetTime.format(Instant.parse("0001-12-31T00:00:00Z")))
                .isEqualTo("Mon, 31 Dec 0001 00:00:00 GMT");
    }

    @Test
    @Rule({"R-TIME-2", "R-TIME-5"})
    void parse_withFormattedTime_givesItBack() {
        Random random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            // Two-digit years would move.
            Instant time = Instant.ofEpochSecond(random.nextLong(-58_979_923_200L, 253_402_300_800L));
            assertThat(InternetTime.parse(InternetTime.format(time))).isEqualTo(time);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sun, 06 Nov 1994 08:49:37 GMT | 1994-11-06T08:49:37Z",
                "Sunday, 06-Nov-94 08:49:37 GMT | 1994-11-06T08:49:37Z",
                "Sun Nov  6 08:49:37 1994 | 1994-11-06T08:49:37Z",
                "Wed, 01-Jan-2031 00:00:00 GMT | 2031-01-01T00:00:00Z",
                "Mon, 24 Nov 2026 | 2026-11-24T00:00:00Z",
                "Sun Nov 6 08:49:37 GMT+0100 1994 | 1994-11-06T08:49:37Z",
                "Sun, 06 Nov 1994 08:49:37 -0500 | 1994-11-06T08:49:37Z"
            })
    @Rule("R-TIME-5")
    void parse_withDatesOfServers_readsThem(String text, Instant expected) {
        assertThat(InternetTime.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "Fri", "Fri, 07 Jan", "31 Feb 2005", "07 Jan 2005 25:00:00", "99 99 9999"})
    void parse_withTextThatIsNoDate_givesNull(String text) {
        assertThat(InternetTime.parse(text)).isNull();
    }

    @Test
    @Rule({"R-TIME-5", "R-TIME-7"})
    void read_withAnyText_staysWithinTheFields() {
        InternetTime time = new InternetTime(InstantSource.fixed(Instant.parse("2026-11-24T04:10:21.546Z")));
        String[] pieces = {
            "Fri", "Jan", "7", "07", "2005", "12", ":", "-", "+", " ", ", ", "99999", "x", "GMT", "0100", "\0"
        };
        Random random = new Random(8);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            int count = random.nextInt(14);
            for (int j = 0; j < count; j++) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }

            SYSTEMTIME read = time.read(text.toString());

            assertThat(List.of(
                            read.wYear,
                            read.wDayOfWeek,
                            read.wDay,
                            read.wHour,
                            read.wMinute,
                            read.wSecond,
                            read.wMilliseconds))
                    .as(text.toString())
                    .allSatisfy(field -> assertThat(field).isBetween(0, 0xFFFF));
            assertThat(read.wMonth).isBetween(1, 12);
        }
    }
}
