package io.github.wininet4j.engine.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers of peers. */
final class WireNumberTest {
    @Test
    void parse_ofDigits_isTheirNumber() {
        assertThat(WireNumber.parse("0")).isZero();
        assertThat(WireNumber.parse("007")).isEqualTo(7);
        assertThat(WireNumber.parse("9223372036854775807")).isEqualTo(Long.MAX_VALUE);
        assertThat(WireNumber.parse("0".repeat(100) + "5")).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "+5",
                "-5",
                "1 0",
                " 5",
                "5 ",
                "5,5",
                "0x5",
                "5.0",
                "1e3",
                "\u0665",
                "\uFF15",
                "\u0967",
                "5\0",
                "9223372036854775808",
                "99999999999999999999"
            })
    void parse_ofAnythingElse_isNone(String text) {
        assertThat(WireNumber.parse(text)).isEqualTo(WireNumber.NONE);
    }
}
