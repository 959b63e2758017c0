package io.github.wininet4j.engine.cache.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.http.head.HeadSamples;
import io.github.wininet4j.testing.Rule;
import org.junit.jupiter.api.Test;

/** The URLs under which entries are kept. */
final class CacheKeyTest {
    @Test
    @Rule("R-CENT-31")
    void key_isAscii_whereverForeignCharactersStand() {
        assertThat(CacheKey.of("http://h\u00E4.test/\u00E4")).isEqualTo("http://xn--h-0fa.test/%C3%A4");
        assertThat(CacheKey.of("\u00E4://h/")).isEqualTo("%C3%A4://h/");
        assertThat(CacheKey.of("cookie:\u00E4@h")).isEqualTo("cookie:%C3%A4@h");
    }

    @Test
    void key_ofAHostThatIsNone_failsAsAUrl() {
        assertThat(HeadSamples.errorOf(() -> CacheKey.of("http://\u0083/")))
                .isEqualTo(WinInetError.ERROR_INTERNET_INVALID_URL);
    }
}
