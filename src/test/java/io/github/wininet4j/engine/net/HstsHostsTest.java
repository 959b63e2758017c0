package io.github.wininet4j.engine.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The header of RFC 6797 and the hosts that sent it. */
@Rule("R-PROJ-HSTS-1")
final class HstsHostsTest {
    private final TestClock clock = TestClock.atPresent();
    private final HstsHosts hosts = new HstsHosts(clock, HstsHosts.Store.NONE);

    /** Examples of RFC 6797, section 6.2, and the edges of section 6.1. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "max-age=31536000 | 31536000 | false",
                "max-age=15768000 ; includeSubDomains | 15768000 | true",
                "max-age=\"31536000\" | 31536000 | false",
                "max-age=0 | 0 | false",
                "max-age=0; includeSubDomains | 0 | true",
                "INCLUDESUBDOMAINS;MAX-AGE = 5 | 5 | true",
                ";; max-age=5 ;; | 5 | false",
                "max-age=5; preload; future=\"a;b\\\"c\" | 5 | false",
                "max-age=99999999999999999999 | 2147483647 | false"
            })
    void parse_whatConforms_isRead(String header, long maxAge, boolean withSubdomains) {
        assertThat(HstsHosts.parse(header)).isEqualTo(new HstsHosts.Policy(maxAge, withSubdomains));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "includeSubDomains",
                "max-age",
                "max-age=",
                "max-age=5x",
                "max-age=-5",
                "max-age=5; max-age=5",
                "max-age=5; includeSubDomains=1",
                "max-age=5; includeSubDomains; INCLUDEsubdomains",
                "max-age=\"5",
                "max-age=\"5\"x",
                "max age=5",
                "max-age=5; =x",
                "max-age=5, max-age=6"
            })
    void parse_whatDoesNotConform_saysNothing(String header) {
        assertThat(HstsHosts.parse(header)).isNull();
    }

    @Test
    void parse_aHeaderWithoutEnd_saysNothing() {
        assertThat(HstsHosts.parse("max-age=5;" + "x;".repeat(100_000))).isNull();
    }

    @Test
    void covers_hostsBelow_onlyIfTheyAreIncluded_andOneOwners() {
        hosts.note("Example.COM.", "max-age=10; includeSubDomains");
        hosts.note("alone.example.org", "max-age=10");
        hosts.note("co.uk", "max-age=10; includeSubDomains");
        hosts.note("test", "max-age=10; includeSubDomains");

        assertThat(hosts.covers("example.com")).isTrue();
        assertThat(hosts.covers("a.b.EXAMPLE.com")).isTrue();
        assertThat(hosts.covers("notexample.com")).isFalse();
        assertThat(hosts.covers("alone.example.org")).isTrue();
        assertThat(hosts.covers("a.alone.example.org")).isFalse();
        assertThat(hosts.covers("co.uk")).isTrue();
        assertThat(hosts.covers("shop.co.uk")).as("another owner").isFalse();
        assertThat(hosts.covers("a.test")).as("below a name without a dot").isFalse();
    }

    @Test
    void note_again_replacesWhatWasSaid_andTimePasses() {
        hosts.note("a.test", "max-age=10");
        hosts.note("a.test", "malformed");
        clock.advance(Duration.ofSeconds(9));
        assertThat(hosts.covers("a.test")).isTrue();
        hosts.note("a.test", "max-age=10");
        clock.advance(Duration.ofSeconds(9));
        assertThat(hosts.covers("a.test")).isTrue();
        clock.advance(Duration.ofSeconds(1));
        assertThat(hosts.covers("a.test")).isFalse();
        hosts.note("b.test", "max-age=10");
        hosts.note("b.test", "max-age=0");
        assertThat(hosts.covers("b.test")).isFalse();
    }

    @Test
    void note_addresses_areNoHosts() {
        hosts.note("127.0.0.1", "max-age=10");
        hosts.note("::1", "max-age=10");
        hosts.note("x".repeat(256), "max-age=10");

        assertThat(hosts.covers("127.0.0.1")).isFalse();
        assertThat(hosts.covers("::1")).isFalse();
        assertThat(hosts.covers("x".repeat(256))).isFalse();
    }

    @Test
    void note_moreHostsThanThereIsRoomFor_forgetsThoseThatNobodyAskedAbout() {
        hosts.note("kept.test", "max-age=1000");
        hosts.note("lost.test", "max-age=1000");
        for (int i = 0; i < 9_998; i++) {
            hosts.note("h" + i + ".test", "max-age=1000");
        }
        assertThat(hosts.covers("kept.test")).isTrue();

        hosts.note("one-more.test", "max-age=1000");

        assertThat(hosts.covers("kept.test")).isTrue();
        assertThat(hosts.covers("lost.test")).isFalse();
        assertThat(hosts.covers("h0.test")).isTrue();
    }
}
