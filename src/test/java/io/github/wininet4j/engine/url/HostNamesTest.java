package io.github.wininet4j.engine.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.testing.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Host names in the form that connections use. */
final class HostNamesTest {
    @Test
    @Rule("R-WIRE-9")
    void toAscii_withForeignHost_encodesItAsIdn() {
        assertThat(IdnHost.toAscii("M\u00FCller.test")).isEqualTo("xn--mller-kva.test");
        assertThat(IdnHost.toAscii("\u4E2D\u6587.test")).isEqualTo("xn--fiq228c.test");
        assertThat(IdnHost.toAscii("a\u3002test\u00DF")).isEqualTo("a.testss");
    }

    @Test
    @Rule("R-WIRE-9")
    void toAscii_withAsciiHost_keepsIt() {
        String odd = "-HOST_1..[::1%1]";

        assertThat(IdnHost.toAscii(odd)).isSameAs(odd);
    }

    @Test
    void toAscii_withHostThatCannotBeEncoded_failsWithInvalidUrl() {
        assertThatThrownBy(() -> IdnHost.toAscii("\u00E4".repeat(70)))
                .isInstanceOfSatisfying(
                        WinInetFailure.class, e -> assertThat(e.code()).isEqualTo(12005));
    }

    @ParameterizedTest
    @CsvSource({"::1, [::1]", "[::1], [::1]", "fe80::1%2, [fe80::1%252]", "[fe80::1%2], [fe80::1%252]"})
    @Rule({"R-URL-6", "R-URL-7"})
    void forUrl_withLiteral_addsBracketsAndEscapesTheScope(String host, String url) {
        assertThat(Ipv6Literal.isLiteral(host)).isTrue();
        assertThat(Ipv6Literal.forUrl(host)).isEqualTo(url);
    }

    @ParameterizedTest
    @CsvSource({"host", "host:80", "127.0.0.1", "[", "''"})
    void isLiteral_withOtherHosts_isFalse(String host) {
        assertThat(Ipv6Literal.isLiteral(host)).isFalse();
    }
}
