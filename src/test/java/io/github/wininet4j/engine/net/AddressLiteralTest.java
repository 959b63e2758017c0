package io.github.wininet4j.engine.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses as numbers: whoever writes them, be it a certificate or a script, no name server hears of it. */
final class AddressLiteralTest {
    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 127.0.0.1",
        "0.0.0.0, 0.0.0.0",
        "255.255.255.255, 255.255.255.255",
        "00000000127.0.0.1, 127.0.0.1",
        "::1, ::1",
        "::ffff:1.2.3.4, 1.2.3.4",
        "2001:db8::5, 2001:db8::5"
    })
    void parse_ofALiteral_isItsAddress(String text, String address) throws UnknownHostException {
        assertThat(AddressLiteral.isLiteral(text)).isTrue();
        assertThat(AddressLiteral.parse(text)).isEqualTo(InetAddress.getByName(address));
        assertThat(AddressRange.literal(text)).isEqualTo(InetAddress.getByName(address));
    }

    @Test
    void parse_ofAScope_takesItEscapedOrNot() throws UnknownHostException {
        assertThat(AddressLiteral.parse("fe80::1%251")).isEqualTo(AddressLiteral.parse("fe80::1%1"));
    }

    /** The first is a name that every system knows; others only look like numbers. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "",
                "a",
                "1",
                "1.2.3",
                "1.2.3.4.5",
                "256.1.1.1",
                "1.2.3.4.",
                ":",
                "::g",
                "z::1",
                "z:1.example.org",
                "1.2.3.4:80",
                "[::1]",
                "[localhost]",
                "::1]",
                "1::2::3"
            })
    void parse_ofAnythingElse_findsNothing(String text) {
        assertThatThrownBy(() -> AddressLiteral.parse(text)).isInstanceOf(UnknownHostException.class);
        assertThat(AddressRange.literal(text)).isNull();
    }
}
