package io.github.wininet4j.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Points in time in Windows' counting. */
final class FILETIMETest {

    @ParameterizedTest
    @CsvSource({
        "1601-01-01T00:00:00Z, 0",
        "1970-01-01T00:00:00Z, 116444736000000000",
        "1969-12-31T23:59:59.9999999Z, 116444735999999999",
        "2005-01-07T12:06:35.0000001Z, 127495731950000001",
    })
    void conversion_ofAKnownDate_isExactBothWays(Instant instant, long steps) {
        assertThat(FILETIME.of(instant).steps()).isEqualTo(steps);
        assertThat(new FILETIME(steps).toInstant()).isEqualTo(instant);
    }

    @Test
    void conversion_cutsToAHundredNanoseconds() {
        Instant instant = Instant.parse("2020-02-29T01:02:03.123456789Z");

        assertThat(FILETIME.of(instant).toInstant()).isEqualTo("2020-02-29T01:02:03.123456700Z");
    }

    @Test
    void conversion_ofAnyDate_comesBack() {
        Random random = new Random(17);
        for (int i = 0; i < 1000; i++) {
            Instant instant = Instant.ofEpochSecond(random.nextLong(-11_644_473_600L, 253_402_300_800L))
                    .plus(random.nextInt(10_000_000) * 100L, ChronoUnit.NANOS);
            assertThat(FILETIME.of(instant).toInstant()).isEqualTo(instant);
        }
    }

    @Test
    void halves_areTheUnsignedHalvesOfTheNumber() {
        FILETIME time = new FILETIME(0x01C5_F4B2_F000_0001L);

        assertThat(time.dwHighDateTime).isEqualTo(0x01C5_F4B2);
        assertThat(time.dwLowDateTime).isEqualTo(0xF000_0001);
        assertThat(time.steps()).isEqualTo(0x01C5_F4B2_F000_0001L);
    }
}
