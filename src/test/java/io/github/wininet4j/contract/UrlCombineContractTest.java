package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.WinInet;
import io.github.wininet4j.constant.IcuFlag;
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

/** InternetCombineUrl, case by case. */
@ContractTest
final class UrlCombineContractTest {
    private static final int ROOM = 1000;

    private final WinInet wininet;

    UrlCombineContractTest(BackEndUnderTest backEnd) {
        this.wininet = backEnd.open();
    }

    private String combine(String base, String relative, int flags) {
        TextBuffer buffer = new TextBuffer(ROOM);
        DwordRef length = new DwordRef(ROOM);
        if (!wininet.InternetCombineUrl(base, relative, buffer, length, flags)) {
            return "error " + wininet.GetLastError();
        }
        assertThat(buffer.charAt(length.value)).isEqualTo('\0');
        return buffer.toString(length.value);
    }

    @Test
    @Rule({"R-CANON-1..3", "R-URL-4", "R-URL-6"})
    void internetCombineUrl_withEveryCaseOfTheTable_givesItsUrl() {
        SoftAssertions softly = new SoftAssertions();
        for (String[] row : TableFile.rows("/url/combine.tsv")) {
            softly.assertThat(combine(row[1], row[2], Integer.parseUnsignedInt(row[0], 16)))
                    .as("%s + %s flags %s (%s)", row[1], row[2], row[0], row[4])
                    .isEqualTo(row[3]);
        }
        softly.assertAll();
    }

    @ParameterizedTest
    @CsvSource({
        "g, http://a/b/c/g",
        "./g/, http://a/b/c/g/",
        "/g, http://a/g",
        "//g/h, http://g/h",
        "?y, http://a/b/c/?y",
        "#s, http://a/b/c/d?q#s",
        "g?y#s, http://a/b/c/g?y#s",
        "../g, http://a/b/g",
        "../../../g, http://a/g",
        "https://x/y, https://x/y",
        "HTTP:g, http://a/b/c/g",
        "mailto:a@b, mailto:a@b"
    })
    @Rule({"R-CANON-1", "R-CANON-2"})
    void internetCombineUrl_withReference_resolvesIt(String relative, String url) {
        assertThat(combine("http://a/b/c/d?q", relative, 0)).isEqualTo(url);
    }

    @Test
    @Rule({"R-CANON-1", "R-CANON-2"})
    void internetCombineUrl_withUnsafeCharacters_canonicalizesTheResult() {
        assertThat(combine("http://a/b c/d", "e f?g h", 0)).isEqualTo("http://a/b%20c/e%20f?g h");
        assertThat(combine("http://a/b c/d", "../e f", IcuFlag.ICU_NO_ENCODE | IcuFlag.ICU_NO_META))
                .isEqualTo("http://a/b c/../e f");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 14, 15})
    @Rule({"R-CANON-7", "R-CANON-8", "R-GEN-11"})
    void internetCombineUrl_withShortBuffer_failsWithTheSizeInCharacters(int capacity) {
        DwordRef length = new DwordRef(capacity);
        TextBuffer buffer = new TextBuffer(capacity);

        assertThat(wininet.InternetCombineUrl("http://host/a", "b c", buffer, length, 0))
                .isFalse();

        assertThat(wininet.GetLastError()).isEqualTo(Win32Error.ERROR_INSUFFICIENT_BUFFER);
        assertThat(length.value).isEqualTo("http://host/b%20c".length() + 1);
        assertThat(buffer.toString()).isEmpty();
    }

    @Test
    @Rule({"R-GEN-9", "R-CANON-7"})
    void internetCombineUrl_withNullBuffer_tellsTheSizeInCharacters() {
        DwordRef length = new DwordRef(0);

        assertThat(wininet.InternetCombineUrl("http://host/a", "b c", null, length, 0))
                .isFalse();

        assertThat(wininet.GetLastError()).isEqualTo(Win32Error.ERROR_INSUFFICIENT_BUFFER);
        assertThat(length.value).isEqualTo(18);
    }

    @Test
    @Rule({"R-URL-8", "R-GEN-9"})
    void internetCombineUrl_withRoomForTheNul_givesTheLengthInCharacters() {
        DwordRef length = new DwordRef(18);
        TextBuffer buffer = new TextBuffer(18);

        assertThat(wininet.InternetCombineUrl("http://host/a", "b c", buffer, length, 0))
                .isTrue();

        assertThat(length.value).isEqualTo(17);
        assertThat(buffer.toString()).isEqualTo("http://host/b%20c");
    }

    @Test
    @Rule({"R-CANON-8", "R-CANON-9"})
    void internetCombineUrl_withNullArguments_failsWithInvalidParameter() {
        DwordRef length = new DwordRef(100);
        TextBuffer buffer = new TextBuffer(100);

        assertThat(wininet.InternetCombineUrl(null, "a", buffer, length, 0)).isFalse();
        assertThat(wininet.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        wininet.SetLastError(0);
        assertThat(wininet.InternetCombineUrl("http://h", null, buffer, length, 0))
                .isFalse();
        assertThat(wininet.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        wininet.SetLastError(0);
        assertThat(wininet.InternetCombineUrl("http://h", "a", buffer, null, 0)).isFalse();
        assertThat(wininet.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(length.value).isEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(ints = {101, Integer.MAX_VALUE, -1})
    @Rule("R-CANON-8")
    void internetCombineUrl_withLengthBeyondTheBuffer_failsWithInvalidParameter(int claimed) {
        DwordRef length = new DwordRef(claimed);

        assertThat(wininet.InternetCombineUrl("http://h", "a", new TextBuffer(100), length, 0))
                .isFalse();

        assertThat(wininet.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(length.value).isEqualTo(claimed);
    }
}
