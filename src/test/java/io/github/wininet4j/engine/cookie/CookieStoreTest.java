package io.github.wininet4j.engine.cookie;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.constant.CookieFlag;
import io.github.wininet4j.engine.url.HttpUrl;
import io.github.wininet4j.engine.url.UrlScheme;
import io.github.wininet4j.testing.Rule;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Looking cookies up, replacing and dropping them. */
final class CookieStoreTest {
    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

    private final CookieStore store = new CookieStore();
    private long order;

    private Cookie cookie(String name, String domain, String path, Instant expires) {
        return new Cookie(name, "v", false, domain, true, path, expires == null ? 2 : 0, expires, order++);
    }

    private List<String> find(String host, String path) {
        return store.find(new HttpUrl(UrlScheme.HTTP, host, 80, path), 0, NOW).stream()
                .map(Cookie::name)
                .toList();
    }

    @Test
    @Rule({"R-COOKIE-7", "R-COOKIE-25"})
    void find_amongTenThousandDomains_asksOnlyForThoseOfTheHost() {
        for (int i = 0; i < 10_000; i++) {
            store.put(cookie("c" + i, "site" + i + ".example.org", "/", null), NOW);
        }
        store.put(cookie("above", "example.org", "/", null), NOW);

        assertThat(find("www.site7.example.org", "/")).containsExactly("c7", "above");
        assertThat(find("site10000.example.org", "/")).containsExactly("above");
        assertThat(find("org", "/")).isEmpty();
    }

    @Test
    @Rule("R-COOKIE-36")
    void put_beyondTheLimit_dropsTheOldest_andExpiredOnesFirst() {
        store.put(cookie("old", "a.org", "/", null), NOW);
        store.put(cookie("ended", "a.org", "/", NOW), NOW.minusSeconds(1));
        for (int i = 2; i < CookieStore.PER_DOMAIN; i++) {
            store.put(cookie("c" + i, "a.org", "/", null), NOW.minusSeconds(1));
        }

        assertThat(store.put(cookie("x", "a.org", "/", null), NOW))
                .extracting(Cookie::name)
                .containsExactly("ended");
        assertThat(store.put(cookie("y", "a.org", "/", null), NOW))
                .extracting(Cookie::name)
                .containsExactly("old");
        assertThat(store.put(cookie("y", "a.org", "/", null), NOW)).isEmpty();
        assertThat(find("a.org", "/")).hasSize(CookieStore.PER_DOMAIN).doesNotContain("old", "ended");
    }

    @Test
    @Rule({"R-COOKIE-6", "R-COOKIE-32"})
    void cookies_ofOneNameDomainAndPath_replaceEachOther() {
        store.put(cookie("a", "a.org", "/", null), NOW);
        store.put(cookie("a", "a.org", "/x", null), NOW);
        store.put(cookie("A", "a.org", "/", null), NOW);
        store.put(cookie("a", "w.a.org", "/", null), NOW);
        store.put(cookie("a", "a.org", "/", null), NOW);

        assertThat(find("w.a.org", "/x")).containsExactly("a", "A", "a", "a");
        store.remove(cookie("a", "a.org", "/x", null));
        assertThat(find("w.a.org", "/x")).containsExactly("A", "a", "a");
    }

    @Test
    @Rule({"R-COOKIE-2", "R-COOKIE-39"})
    void removeSession_leavesPersistentCookies_andNoEmptyDomain() {
        store.put(cookie("session", "a.org", "/", null), NOW);
        store.put(cookie("kept", "b.org", "/", NOW.plusSeconds(9)), NOW);
        store.removeSession();

        assertThat(find("a.org", "/")).isEmpty();
        assertThat(find("b.org", "/")).containsExactly("kept");
        store.remove(cookie("kept", "b.org", "/", null));
        assertThat(store.isEmpty()).isTrue();
    }

    @Test
    @Rule({"R-COOKIE-15", "R-COOKIE-30"})
    void find_leavesOutCookiesWithAHiddenFlag() {
        Cookie hidden = new Cookie("h", "v", false, "a.org", true, "/", CookieFlag.INTERNET_COOKIE_HTTPONLY, null, 1);
        store.put(hidden, NOW);
        HttpUrl url = new HttpUrl(UrlScheme.HTTPS, "a.org", 443, "/");

        assertThat(store.find(url, CookieFlag.INTERNET_COOKIE_HTTPONLY, NOW)).isEmpty();
        assertThat(store.find(url, CookieFlag.INTERNET_COOKIE_IS_SECURE, NOW)).containsExactly(hidden);
    }
}
