package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.WinInet;
import io.github.wininet4j.constant.IcuFlag;
import io.github.wininet4j.constant.UrlScheme;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.TableFile;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.TextBuffer;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** InternetCanonicalizeUrl, case by case. */
@ContractTest
final class UrlCanonicalizeContractTest {
    private static final int ROOM = 10_000;

    private final WinInet wininet;

    UrlCanonicalizeContractTest(BackEndUnderTest backEnd) {
        this.wininet = backEnd.open();
    }

    private String canonicalize(String url, int flags) {
        TextBuffer buffer = new TextBuffer(ROOM);
        DwordRef length = new DwordRef(ROOM);
        if (!wininet.InternetCanonicalizeUrl(url, buffer, length, flags)) {
            return "error " + wininet.GetLastError();
        }
        assertThat(buffer.charAt(length.value)).isEqualTo('\0');
        return buffer.toString(length.value);
    }

    @Test
    @Rule({"R-URL-1", "R-URL-4..6", "R-CANON-1..6", "R-CANON-10", "R-CANON-11", "R-CONTRA-20", "R-PROJ-URL-4"})
    void internetCanonicalizeUrl_withEveryCaseOfTheTable_givesItsCanonicalForm() {
        SoftAssertions softly = new SoftAssertions();
        for (String[] row : TableFile.rows("/url/canonicalize.tsv")) {
            softly.assertThat(canonicalize(row[1], Integer.parseUnsignedInt(row[0], 16)))
                    .as("%s flags %s (%s)", row[1], row[0], row[3])
                    .isEqualTo(row[2]);
        }
        softly.assertAll();
    }

    @Test
    @Rule({"R-URL-4", "R-CANON-2"})
    void internetCanonicalizeUrl_withUnsafeCharacters_escapesThemUnlessTold() {
        String url = "http://h/a b<>\"{}|^~[]'\u0001\u007F\u0080\u00FF";

        assertThat(canonicalize(url, 0)).isEqualTo("http://h/a%20b%3C%3E%22%7B%7D%7C%5E%7E%5B%5D%27%01%7F%80%FF");
        assertThat(canonicalize(url, IcuFlag.ICU_NO_ENCODE)).isEqualTo(url);
        assertThat(canonicalize(url, IcuFlag.ICU_ENCODE_SPACES_ONLY)).isEqualTo(url.replace(" ", "%20"));
    }

    @Test
    @Rule({"R-URL-3", "R-URL-5", "R-CONTRA-20"})
    void internetCanonicalizeUrl_withPercent_escapesItOnlyIfAsked() {
        assertThat(canonicalize("http://h/a%20b%", 0)).isEqualTo("http://h/a%20b%");
        String once = canonicalize("http://h/a b", IcuFlag.ICU_ENCODE_PERCENT);
        assertThat(once).isEqualTo("http://h/a%20b");
        assertThat(canonicalize(once, IcuFlag.ICU_ENCODE_PERCENT)).isEqualTo("http://h/a%2520b");
    }

    @ParameterizedTest
    @CsvSource({
        "http://h/a/./b/../c, http://h/a/c",
        "http://h/a/.., http://h/",
        "http://h/../../a, http://h/a",
        "http://h/a/b/., http://h/a/b/",
        "http://h/a//../b, http://h/a/b",
        "http://h/.../..a/b.., http://h/.../..a/b..",
        "/a/../b, /b",
        "a/../b, a/../b"
    })
    @Rule({"R-CANON-2", "R-URL-1"})
    void internetCanonicalizeUrl_withDotSegments_removesThemUnlessTold(String url, String canonical) {
        assertThat(canonicalize(url, 0)).isEqualTo(canonical);
        assertThat(canonicalize(url, IcuFlag.ICU_NO_META)).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0,
                IcuFlag.ICU_BROWSER_MODE,
                IcuFlag.ICU_DECODE,
                IcuFlag.ICU_DECODE | IcuFlag.ICU_NO_ENCODE,
                IcuFlag.ICU_ENCODE_PERCENT,
                IcuFlag.ICU_ENCODE_SPACES_ONLY
            })
    @Rule({"R-CANON-3", "R-URL-1"})
    void internetCanonicalizeUrl_withQueryAndFragment_leavesThemAlone(int flags) {
        String extra = "?a b%20c/../d\\e<#f g%41";

        assertThat(canonicalize("http://h/p" + extra, flags)).isEqualTo("http://h/p" + extra);
    }

    @Test
    @Rule({"R-CANON-4", "R-CANON-5"})
    void internetCanonicalizeUrl_withDecode_decodesBeforeItParses() {
        String url = "http%3A//h%6Fst/a%20b/%2E%2E/%63";

        assertThat(canonicalize(url, IcuFlag.ICU_DECODE)).isEqualTo("http://host/c");
        assertThat(canonicalize("http://h/a%20%3C%41%zz%", IcuFlag.ICU_DECODE)).isEqualTo("http://h/a%20%3CA%zz%");
        assertThat(canonicalize("http://h/a%20%3C%41", IcuFlag.ICU_DECODE | IcuFlag.ICU_NO_ENCODE))
                .isEqualTo("http://h/a <A");
        assertThat(canonicalize("http://h/a%3Fb", IcuFlag.ICU_DECODE | IcuFlag.ICU_NO_ENCODE))
                .as("may become another URL")
                .isEqualTo("http://h/a?b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://h/p ", "http://h/p?q ", "http://h/p#f  ", "http://h/p\r\n", " http://h/p"})
    @Rule("R-CANON-6")
    void internetCanonicalizeUrl_withWhiteSpaceAround_removesIt(String url) {
        assertThat(canonicalize(url, IcuFlag.ICU_BROWSER_MODE)).isEqualTo(url.strip());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 13, 14})
    @Rule({"R-CANON-7", "R-CANON-8", "R-GEN-11"})
    void internetCanonicalizeUrl_withShortBuffer_failsWithTheSizeInCharacters(int capacity) {
        DwordRef length = new DwordRef(capacity);
        TextBuffer buffer = new TextBuffer(capacity);

        assertThat(wininet.InternetCanonicalizeUrl("http://h/a b", buffer, length, 0))
                .isFalse();

        assertThat(wininet.GetLastError()).isEqualTo(Win32Error.ERROR_INSUFFICIENT_BUFFER);
        assertThat(length.value).isEqualTo("http://h/a%20b".length() + 1);
        assertThat(buffer.toString()).isEmpty();
    }

    @Test
    @Rule({"R-URL-8", "R-GEN-9"})
    void internetCanonicalizeUrl_withRoomForTheNul_givesTheLengthInCharacters() {
        DwordRef length = new DwordRef(15);
        TextBuffer buffer = new TextBuffer(15);

        assertThat(wininet.InternetCanonicalizeUrl("http://h/a b", buffer, length, 0))
                .isTrue();

        assertThat(length.value).isEqualTo(14);
        assertThat(buffer.toString()).isEqualTo("http://h/a%20b");
    }

    @Test
    @Rule({"R-CANON-8", "R-CANON-9"})
    void internetCanonicalizeUrl_withNullArguments_failsWithInvalidParameter() {
        DwordRef length = new DwordRef(100);
        TextBuffer buffer = new TextBuffer(100);

        assertThat(wininet.InternetCanonicalizeUrl(null, buffer, length, 0)).isFalse();
        assertThat(wininet.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        wininet.SetLastError(0);
        assertThat(wininet.InternetCanonicalizeUrl("http://h", null, length, 0)).isFalse();
        assertThat(wininet.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        wininet.SetLastError(0);
        assertThat(wininet.InternetCanonicalizeUrl("http://h", buffer, null, 0)).isFalse();
        assertThat(wininet.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(length.value).isEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(ints = {101, Integer.MAX_VALUE, -1})
    @Rule("R-CANON-8")
    void internetCanonicalizeUrl_withLengthBeyondTheBuffer_failsWithInvalidParameter(int claimed) {
        DwordRef length = new DwordRef(claimed);

        assertThat(wininet.InternetCanonicalizeUrl("http://h", new TextBuffer(100), length, 0))
                .isFalse();

        assertThat(wininet.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(length.value).isEqualTo(claimed);
    }

    @ParameterizedTest
    @CsvSource({"foo bar, foo%20bar", "foo, foo", "'', ''", "?a b, ?a b", "a\\b, a%5Cb"})
    @Rule("R-CANON-10")
    void internetCanonicalizeUrl_withRelativeText_acceptsIt(String url, String canonical) {
        assertThat(canonicalize(url, 0)).isEqualTo(canonical);
    }

    @Test
    @Rule({"R-GEN-12", "R-GEN-13"})
    void internetCanonicalizeUrl_withLongPath_acceptsIt() {
        String url = "http://h/" + "p".repeat(2 * UrlScheme.INTERNET_MAX_PATH_LENGTH);

        assertThat(canonicalize(url, 0)).isEqualTo(url);
    }

    @Test
    @Rule("R-URL-6")
    void internetCanonicalizeUrl_withIpv6Literal_keepsIt() {
        String url = "http://[fe80::1%251]:81/p";

        assertThat(canonicalize(url, 0)).isEqualTo(url);
        assertThat(canonicalize(url, IcuFlag.ICU_ENCODE_PERCENT)).isEqualTo(url);
    }

    @Test
    @Rule("R-URL-3")
    void internetCanonicalizeUrl_withHostOfAnyScript_keepsItForTheResolver() {
        assertThat(canonicalize("http://m\u00FCller.test/", 0)).isEqualTo("http://m\u00FCller.test/");
        assertThat(canonicalize("http://\u4E2D\u6587.test/\u4E2D", 0)).isEqualTo("http://\u4E2D\u6587.test/\u4E2D");
    }
}
