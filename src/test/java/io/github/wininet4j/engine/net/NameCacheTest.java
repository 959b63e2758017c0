package io.github.wininet4j.engine.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is known without a look-up. */
class NameCacheTest {
    private static final List<InetAddress> HERE = List.of(InetAddress.getLoopbackAddress());

    @Test
    void put_manyNames_keepsABoundedNumber() {
        NameCache cache = new NameCache();

        for (int i = 0; i < 5_000; i++) {
            cache.put("host" + i, HERE, 0);
        }

        assertThat(cache.size()).isEqualTo(1_024);
        assertThat(cache.find("host4999", 1)).isEqualTo(HERE);
        assertThat(cache.find("host0", 1)).isNull();
    }

    @Test
    void put_whenOthersHaveExpired_dropsThem() {
        NameCache cache = new NameCache();
        cache.put("old", HERE, 0);
        cache.put("again", HERE, 0);
        cache.put("again", HERE, 100);

        cache.put("new", HERE, 120_000);

        assertThat(cache.size()).isEqualTo(2);
        assertThat(cache.find("again", 120_099)).isEqualTo(HERE);
        assertThat(cache.find("again", 120_100)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, true",
        "255.255.255.255, true",
        "256.0.0.1, false",
        "1.2.3, false",
        "1.2.3.4.5, false",
        "1..2.3, false",
        "1.2.3., false",
        "::1, true",
        "fe80::1%lo, true",
        "example.com, false",
        "1.2.3.4a, false",
        "a, false",
        "'', false"
    })
    void isLiteral_byForm(String host, boolean expected) {
        assertThat(AddressLiteral.isLiteral(host)).isEqualTo(expected);
    }
}
