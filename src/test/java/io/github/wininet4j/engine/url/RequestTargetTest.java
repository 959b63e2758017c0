package io.github.wininet4j.engine.url;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.testing.Rule;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of object names in the request line. */
final class RequestTargetTest {
    private static final Charset WESTERN = Charset.forName("windows-1252");

    private static String encode(String object) {
        return RequestTarget.encode(object, StandardCharsets.UTF_8, WESTERN, false);
    }

    @ParameterizedTest
    @CsvSource({
        "/a/./b/../c, /a/c",
        "/../../a, /a",
        "/a/.., /",
        "/a/b/., /a/b/",
        "/a//b/.../..c, /a//b/.../..c",
        "/a b?c d, /a%20b?c%20d",
        "a/b, /a/b",
        "a/../../b, /b",
        "../a, /a",
        "?a, /?a",
        "/a?b/../c, /a?b/../c",
        "/%20<>\"{}|^~[]'`%, /%20<>\"{}|^~[]'`%"
    })
    @Rule("R-REQ-11")
    void encode_withDotSegmentsAndSpaces_removesAndEscapesThose(String object, String target) {
        assertThat(encode(object)).isEqualTo(target);
    }

    @ParameterizedTest
    @CsvSource({"\\a\\..\\b, /b", "/a\\b?c\\d, /a/b?c\\d"})
    @Rule("R-REQ-12")
    void encode_withBackslashes_makesThoseOfThePathSlashes(String object, String target) {
        assertThat(encode(object)).isEqualTo(target);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a\r\n", "/a\n", "/a\r\n\r\n", "/a"})
    @Rule("R-REQ-12")
    void encode_withLineEndBehind_stripsIt(String object) {
        assertThat(encode(object)).isEqualTo("/a");
    }

    @Test
    @Rule("R-REQ-12")
    void encode_withLineEndOrNulInside_escapesIt() {
        assertThat(encode("/a\r\nX: y?b\n\0c")).isEqualTo("/a%0D%0AX:%20y?b%0A%00c");
    }

    @Test
    @Rule("R-REQ-2")
    void encode_withNothing_givesTheDefaultPage() {
        assertThat(encode(null)).isEqualTo("/");
        assertThat(encode("")).isEqualTo("/");
        assertThat(encode("\r\n")).isEqualTo("/");
        assertThat(encode("#part")).isEqualTo("/");
    }

    @Test
    @Rule("R-URLOPEN-12")
    void encode_withFragment_cutsItOff() {
        assertThat(encode("/a?b#c")).isEqualTo("/a?b");
        assertThat(encode("/a#b?c")).isEqualTo("/a");
    }

    @Test
    void encode_withAsterisk_keepsIt() {
        assertThat(encode("*")).isEqualTo("*");
    }

    @Test
    void encode_withAbsoluteUrl_keepsSchemeAndHost() {
        assertThat(encode("http://host:81/a/../b c?d")).isEqualTo("http://host:81/b%20c?d");
        assertThat(encode("http://host/./")).isEqualTo("http://host/");
        assertThat(encode("http://ho st")).isEqualTo("http://ho%20st/");
    }

    @Test
    @Rule("R-WIRE-9")
    void encode_withForeignCharacters_escapesThePathAndSendsTheQueryPlain() {
        assertThat(encode("/\u00E4\u20AC\uD83D\uDE00?\u00E4\u20AC"))
                .isEqualTo("/%C3%A4%E2%82%AC%F0%9F%98%80?\u00E4\u0080");
        assertThat(RequestTarget.encode("/\u00E4?\u00E4", WESTERN, StandardCharsets.UTF_8, false))
                .isEqualTo("/%E4?\u00C3\u00A4");
        assertThat(RequestTarget.encode("/\u00E4?\u00E4", StandardCharsets.UTF_8, WESTERN, true))
                .isEqualTo("/%C3%A4?%E4");
    }

    @Test
    @Rule("R-WIRE-10")
    void encode_withBytesOfAnsiCallers_sendsThemAsTheyAre() {
        assertThat(encode("/\uDCE4 \uDC80?\uDCFF")).isEqualTo("/\u00E4%20\u0080?\u00FF");
        assertThat(RequestTarget.encode("/\uDCE4?\uDCE4", StandardCharsets.UTF_8, StandardCharsets.UTF_8, true))
                .isEqualTo("/\u00E4?\u00E4");
        // A low surrogate of that range may also be the second half of a character.
        assertThat(encode("/\uD83D\uDC80")).isEqualTo("/%F0%9F%92%80");
    }

    @Test
    void encode_withCleanObjectName_makesNoCopy() {
        String object = "/a/b.html?c=d%20e";

        assertThat(encode(object)).isSameAs(object);
    }
}
