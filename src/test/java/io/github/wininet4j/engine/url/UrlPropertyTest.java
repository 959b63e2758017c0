package io.github.wininet4j.engine.url;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.constant.IcuFlag;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.TextBuffer;
import io.github.wininet4j.type.URL_COMPONENTS;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds for any text. The seeds are fixed, so a failure can be repeated. */
final class UrlPropertyTest {
    private static final int RUNS = 5_000;

    private static final String[] PIECES = {
        "http",
        "HTTP",
        "https",
        "ftp",
        "file",
        "mailto",
        "x",
        "C",
        ":",
        "://",
        "//",
        "/",
        "\\",
        "?",
        "#",
        "@",
        "[",
        "]",
        "%",
        "%25",
        "%41",
        "%00",
        "%2e",
        ".",
        "..",
        "/../",
        "/./",
        "host",
        "a.b",
        "80",
        "65536",
        " ",
        "\t",
        "\r\n",
        "\0",
        "~",
        "'",
        "<",
        "\u00E4",
        "\u20AC",
        "\uD83D\uDE00",
        "\uD83D",
        "\uDC80",
        "|",
        "&",
        ";",
        "=",
        "[::1]"
    };

    private final UrlApi api = new UrlApi();

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int pieces = random.nextInt(12);
        for (int i = 0; i < pieces; i++) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    @Test
    @Rule({"R-CANON-1", "R-CANON-7"})
    void internetCanonicalizeUrl_withAnyText_succeedsAndFitsWhatItAskedFor() {
        Random random = new Random(1);
        for (int i = 0; i < RUNS; i++) {
            String url = text(random);
            int flags = random.nextInt();
            DwordRef needed = new DwordRef(1);
            try {
                assertThat(api.InternetCanonicalizeUrl(url, new TextBuffer(1), needed, flags))
                        .isTrue();
                assertThat(needed.value).isZero();
            } catch (WinInetFailure e) {
                assertThat(e.code()).isEqualTo(122);
                TextBuffer buffer = new TextBuffer(needed.value);
                DwordRef length = new DwordRef(needed.value);
                assertThat(api.InternetCanonicalizeUrl(url, buffer, length, flags))
                        .isTrue();
                assertThat(length.value).as(url).isEqualTo(needed.value - 1);
                assertThat(buffer.toString()).hasSize(length.value);
            }
        }
    }

    @Test
    @Rule({"R-CANON-2", "R-URL-5"})
    void canonicalize_withCanonicalUrl_changesNothing() {
        Random random = new Random(2);
        for (int i = 0; i < RUNS; i++) {
            String url = text(random);
            String once = UrlCanonicalizer.canonicalize(url, 0);
            // C:name is relative to the drive's directory, which no URL can say; behind file:// it reads as server and
            // port.
            boolean driveRelative = once.matches("(?s)file://[A-Za-z]:[^/].*");
            if (!driveRelative) {
                assertThat(UrlCanonicalizer.canonicalize(once, 0)).as(url).isEqualTo(once);
            }
        }
    }

    @Test
    @Rule("R-CANON-1")
    void combine_withAnyTexts_givesACanonicalUrl() {
        Random random = new Random(3);
        for (int i = 0; i < RUNS; i++) {
            String base = text(random);
            String relative = text(random);
            String combined = UrlCombiner.combine(base, relative, 0);
            assertThat(combined).as("%s + %s", base, relative).doesNotContain("\0", "\t");
            assertThat(UrlCombiner.combine(base, relative, random.nextInt())).isNotNull();
        }
    }

    @Test
    @Rule({"R-CRACK-5", "R-CRACK-10"})
    void internetCrackUrl_withAnyText_succeedsOrFailsWithADocumentedError() {
        Random random = new Random(4);
        for (int i = 0; i < RUNS; i++) {
            String url = text(random);
            URL_COMPONENTS c = new URL_COMPONENTS();
            c.lpszHostName = new TextBuffer(8);
            c.dwHostNameLength = 8;
            c.lpszUrlPath = new TextBuffer(300);
            c.dwUrlPathLength = 300;
            c.dwExtraInfoLength = random.nextInt(2);
            try {
                api.InternetCrackUrl(url, random.nextInt(40) - 1, random.nextBoolean() ? 0 : IcuFlag.ICU_DECODE, c);
                assertThat(c.lpszHostName.toString()).hasSize(c.dwHostNameLength);
                assertThat(c.lpszUrlPath.toString()).hasSize(c.dwUrlPathLength);
            } catch (WinInetFailure e) {
                assertThat(e.code()).as(url).isIn(87, 122, 12005, 12006);
                assertThat(c.dwHostNameLength).isEqualTo(8);
                assertThat(c.lpszUrlPath.toString()).isEmpty();
            }
        }
    }

    @Test
    @Rule({"R-CRACK-3", "R-CREATE-1", "R-CREATE-6"})
    void internetCrackUrl_withCreatedUrl_givesTheComponentsBack() {
        Random random = new Random(5);
        for (int i = 0; i < RUNS; i++) {
            URL_COMPONENTS parts = parts(random);
            boolean escaped = random.nextBoolean();
            TextBuffer url = new TextBuffer(400);
            DwordRef length = new DwordRef(400);
            api.InternetCreateUrl(parts, escaped ? IcuFlag.ICU_ESCAPE : 0, url, length);

            URL_COMPONENTS cracked = empty();
            api.InternetCrackUrl(url.toString(), 0, escaped ? IcuFlag.ICU_DECODE : 0, cracked);

            assertThat(texts(cracked)).as(url.toString()).isEqualTo(texts(parts));
            int port = parts.nPort == 0 && parts.lpszScheme.toString().equals("http") ? 80 : parts.nPort;
            assertThat(cracked.nPort).isEqualTo(port);
        }
    }

    private static URL_COMPONENTS parts(Random random) {
        URL_COMPONENTS c = new URL_COMPONENTS();
        c.lpszScheme = new TextBuffer(random.nextBoolean() ? "http" : "x-" + random.nextInt(10));
        c.lpszHostName =
                new TextBuffer(random.nextInt(4) == 0 ? "[::" + random.nextInt(10) + "]" : "h" + random.nextInt(100));
        c.nPort = random.nextBoolean() ? 0 : 1 + random.nextInt(65535);
        c.lpszUrlPath = new TextBuffer("/" + letters(random, "ab/. ~;:@\u00E4"));
        if (random.nextBoolean()) {
            c.lpszExtraInfo = new TextBuffer((random.nextBoolean() ? "?" : "#") + letters(random, "ab?=& /\u00E4"));
        }
        if (random.nextBoolean()) {
            c.lpszUserName = new TextBuffer(letters(random, "abc"));
            if (random.nextBoolean()) {
                c.lpszPassword = new TextBuffer(letters(random, "abc:@"));
            }
        }
        return c;
    }

    private static String letters(Random random, String from) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(8);
        for (int i = 0; i < length; i++) {
            text.append(from.charAt(random.nextInt(from.length())));
        }
        return text.toString();
    }

    private static URL_COMPONENTS empty() {
        URL_COMPONENTS c = new URL_COMPONENTS();
        c.lpszScheme = new TextBuffer(100);
        c.lpszHostName = new TextBuffer(100);
        c.lpszUserName = new TextBuffer(100);
        c.lpszPassword = new TextBuffer(100);
        c.lpszUrlPath = new TextBuffer(100);
        c.lpszExtraInfo = new TextBuffer(100);
        c.dwSchemeLength = 100;
        c.dwHostNameLength = 100;
        c.dwUserNameLength = 100;
        c.dwPasswordLength = 100;
        c.dwUrlPathLength = 100;
        c.dwExtraInfoLength = 100;
        return c;
    }

    private static List<String> texts(URL_COMPONENTS c) {
        List<String> texts = new ArrayList<>();
        for (TextBuffer text : new TextBuffer[] {
            c.lpszScheme, c.lpszHostName, c.lpszUserName, c.lpszPassword, c.lpszUrlPath, c.lpszExtraInfo
        }) {
            texts.add(text == null ? "" : text.toString());
        }
        return texts;
    }

    @Test
    @Rule({"R-REQ-11", "R-REQ-12"})
    void encode_withAnyObjectName_keepsTheRequestLineWhole() {
        Random random = new Random(6);
        Charset latin = StandardCharsets.ISO_8859_1;
        for (int i = 0; i < RUNS; i++) {
            String object = text(random);
            Charset charset = random.nextBoolean() ? StandardCharsets.UTF_8 : StandardCharsets.UTF_16;

            String target = RequestTarget.encode(object, charset, charset, random.nextBoolean());

            assertThat(target).as(object).isNotEmpty().doesNotContain(" ", "\r", "\n", "\0");
            assertThat(new String(target.getBytes(latin), latin)).isEqualTo(target);
        }
    }
}
