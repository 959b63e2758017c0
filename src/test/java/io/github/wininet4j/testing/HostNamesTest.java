package io.github.wininet4j.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The names that a test knows. */
final class HostNamesTest {
    private final HostNames names = new HostNames();

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LocalHost", "test.example", "www.test.example"})
    void resolve_ofNamesOfTheCertificates_leadsToThisMachine(String name) throws UnknownHostException {
        assertThat(names.resolve(name)).extracting(InetAddress::getHostAddress).containsExactly("127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"www.example.com", "a.b.test.example", "example"})
    void resolve_ofAnythingElse_fails(String name) {
        assertThatThrownBy(() -> names.resolve(name)).isInstanceOf(UnknownHostException.class);
    }

    @Test
    void add_withAddresses_keepsTheirOrder_untilItIsRemoved() throws UnknownHostException {
        names.add("Two.example.com", "127.0.0.2", "::1");

        assertThat(names.resolve("two.EXAMPLE.com"))
                .extracting(InetAddress::getHostAddress)
                .containsExactly("127.0.0.2", "0:0:0:0:0:0:0:1");
        names.remove("two.example.com");
        assertThatThrownBy(() -> names.resolve("two.example.com")).isInstanceOf(UnknownHostException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "1.2.3.400", "12", ""})
    void add_withWhatIsNoLiteralAddress_isRefused(String address) {
        assertThatThrownBy(() -> names.add("www.example.com", address)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void add_withoutAddress_isRefused() {
        assertThatThrownBy(() -> names.add("www.example.com", new String[0]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
