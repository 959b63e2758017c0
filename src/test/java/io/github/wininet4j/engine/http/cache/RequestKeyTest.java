package io.github.wininet4j.engine.http.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.engine.cache.UrlHash;
import io.github.wininet4j.engine.url.HttpUrl;
import io.github.wininet4j.engine.url.UrlScheme;
import io.github.wininet4j.testing.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The hash of a request's key without the key. */
final class RequestKeyTest {
    @Test
    @Rule("R-PROJ-CACHE-22")
    void hash_ofTheParts_isThatOfTheWhole() {
        for (UrlScheme scheme : List.of(UrlScheme.HTTP, UrlScheme.HTTPS, UrlScheme.FTP)) {
            for (String host : List.of("host.example", "HOST", "127.0.0.1", "::1", "fe80::1%eth0", "")) {
                for (int port : new int[] {0, 7, 21, 80, 443, 8_080, 65_535}) {
                    HttpUrl url = new HttpUrl(scheme, host, port, "/dir/page?q=\u00e9");
                    assertThat(RequestKey.hash(url, null)).as("%s", url).isEqualTo(UrlHash.of(url.toString()));
                    assertThat(RequestKey.hash(url, "second")).isEqualTo(UrlHash.of(url + "\nsecond"));
                }
            }
        }
    }
}
