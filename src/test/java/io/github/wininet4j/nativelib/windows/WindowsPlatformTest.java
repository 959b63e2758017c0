package io.github.wininet4j.nativelib.windows;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.testing.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a DHCP server has told Windows, with a double of its client. Not tried on a real one. */
final class WindowsPlatformTest {
    @Test
    @Rule("R-PROXY-25")
    void dhcpOption_ofSeveralAdapters_isThatOfThoseThatHaveOne() {
        WindowsPlatform platform = new WindowsPlatform(() -> new DhcpClient() {
            @Override
            public List<String> adapters() {
                return List.of("one", "two", "three");
            }

            @Override
            public byte[] option(String adapter, int number) {
                return adapter.equals("two") ? new byte[0] : new byte[] {(byte) number, (byte) adapter.length()};
            }
        });

        assertThat(platform.dhcpOption(252)).containsExactly(new byte[] {(byte) 252, 3}, new byte[] {(byte) 252, 5});
    }
}
