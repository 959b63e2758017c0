package io.github.wininet4j.engine.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.testing.Rule;
import org.junit.jupiter.api.Test;

/** How URLs are taken apart. */
final class UrlParserTest {
    @Test
    @Rule({"R-CRACK-9", "R-CRACK-15"})
    void parse_withEveryPart_findsThem() {
        ParsedUrl url = UrlParser.parse("HTTPS://u:p@[::1]:8443/a/b;c?d#e\0ignored");

        assertThat(url.scheme()).isEqualTo(UrlScheme.HTTPS);
        assertThat(url.schemeText()).isEqualTo("HTTPS");
        assertThat(url.user()).isEqualTo("u");
        assertThat(url.password()).isEqualTo("p");
        assertThat(url.host()).isEqualTo("[::1]");
        assertThat(url.port()).isEqualTo(8443);
        assertThat(url.path()).isEqualTo("/a/b;c");
        assertThat(url.extra()).isEqualTo("?d#e");
        assertThat(url.pathAndExtra()).isEqualTo("/a/b;c?d#e");
        assertThat(url).hasToString("HTTPS://u@[::1]:8443/a/b;c?d#e");
    }

    @Test
    @Rule("R-CRACK-7")
    void parse_withHostAlone_fillsTheRest() {
        ParsedUrl url = UrlParser.parse("ftp://host");

        assertThat(url.user()).isNull();
        assertThat(url.password()).isNull();
        assertThat(url.host()).isEqualTo("host");
        assertThat(url.port()).isEqualTo(21);
        assertThat(url.path()).isEmpty();
        assertThat(url.extra()).isEmpty();
    }

    @Test
    @Rule("R-CRACK-16")
    void parse_withOpaqueUrl_hasNoHost() {
        ParsedUrl url = UrlParser.parse("mailto:a@b?c");

        assertThat(url.scheme()).isEqualTo(UrlScheme.MAILTO);
        assertThat(url.host()).isEmpty();
        assertThat(url.path()).isEqualTo("a@b?c");
    }

    @Test
    void parse_withAtSignsInTheUserPart_takesTheLastOne() {
        ParsedUrl url = UrlParser.parse("ftp://joe@home:a:b@host/x@y");

        assertThat(url.user()).isEqualTo("joe@home");
        assertThat(url.password()).isEqualTo("a:b");
        assertThat(url.host()).isEqualTo("host");
    }

    @Test
    @Rule({"R-CRACK-10", "R-URL-6"})
    void parse_withTextThatIsNoUrl_failsWithItsError() {
        assertThatThrownBy(() -> UrlParser.parse("host/path"))
                .isInstanceOfSatisfying(
                        WinInetFailure.class, e -> assertThat(e.code()).isEqualTo(12006));
        assertThatThrownBy(() -> UrlParser.parse("http://[::1/"))
                .isInstanceOfSatisfying(
                        WinInetFailure.class, e -> assertThat(e.code()).isEqualTo(12005));
    }
}
