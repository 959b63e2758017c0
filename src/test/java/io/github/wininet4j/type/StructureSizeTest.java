package io.github.wininet4j.type;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.testing.Rule;
import org.junit.jupiter.api.Test;

/** Sizes of structures in the 64-bit layout. */
final class StructureSizeTest {
    @Test
    @Rule({"R-STRUCT-1", "R-STRUCT-9", "R-STRUCT-10", "R-STRUCT-12", "R-STRUCT-14", "R-CBX-2"})
    void sizeof_isThatOfTheHeader() {
        assertThat(new INTERNET_ASYNC_RESULT().sizeof()).isEqualTo(16);
        assertThat(new INTERNET_VERSION_INFO().sizeof()).isEqualTo(8);
        assertThat(new HTTP_VERSION_INFO().sizeof()).isEqualTo(8);
        assertThat(new INTERNET_CONNECTED_INFO().sizeof()).isEqualTo(8);
        assertThat(new INTERNET_CACHE_TIMESTAMPS().sizeof()).isEqualTo(16);
        assertThat(new INTERNET_DIAGNOSTIC_SOCKET_INFO().sizeof()).isEqualTo(24);
        assertThat(new InternetCookieHistory().sizeof()).isEqualTo(16);
        assertThat(new CookieDecision().sizeof()).isEqualTo(8);
    }
}
