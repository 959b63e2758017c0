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
import io.github.wininet4j.type.URL_COMPONENTS;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** InternetCreateUrl, case by case. */
@ContractTest
final class UrlCreateContractTest {
    private static final int ROOM = 1000;

    private final WinInet wininet;

    UrlCreateContractTest(BackEndUnderTest backEnd) {
        this.wininet = backEnd.open();
    }

    private String create(URL_COMPONENTS c, int flags) {
        TextBuffer buffer = new TextBuffer(ROOM);
        DwordRef length = new DwordRef(ROOM);
        if (!wininet.InternetCreateUrl(c, flags, buffer, length)) {
            assertThat(length.value).isEqualTo(ROOM);
            return Integer.toString(wininet.GetLastError());
        }
        assertThat(buffer.charAt(length.value)).isEqualTo('\0');
        return "=" + buffer.toString(length.value);
    }

    private static TextBuffer text(String text) {
        return new TextBuffer(text);
    }

    private static URL_COMPONENTS http(String host) {
        URL_COMPONENTS c = new URL_COMPONENTS();
        c.lpszScheme = text("http");
        c.lpszHostName = text(host);
        return c;
    }

    @Test
    @Rule({"R-CREATE-1..3", "R-CREATE-7..11", "R-URL-2", "R-URL-7"})
    void internetCreateUrl_withEveryCaseOfTheTable_givesItsUrl() {
        SoftAssertions softly = new SoftAssertions();
        for (String[] row : TableFile.rows("/url/create.tsv")) {
            URL_COMPONENTS c = new URL_COMPONENTS();
            c.nScheme = Integer.parseInt(row[1]);
            c.nPort = Integer.parseInt(row[2]);
            c.lpszScheme = cell(row[3]);
            c.lpszHostName = cell(row[4]);
            c.lpszUserName = cell(row[5]);
            c.lpszPassword = cell(row[6]);
            c.lpszUrlPath = cell(row[7]);
            c.lpszExtraInfo = cell(row[8]);

            String actual = create(c, Integer.parseUnsignedInt(row[0], 16));

            softly.assertThat(actual).as(String.join(" | ", row)).isEqualTo(row[9]);
        }
        softly.assertAll();
    }

    private static TextBuffer cell(String cell) {
        return cell.equals("-") ? null : text(cell.substring(1));
    }

    @Test
    @Rule({"R-CREATE-1", "R-CREATE-6"})
    void internetCreateUrl_withLengths_takesThatManyCharacters() {
        URL_COMPONENTS c = new URL_COMPONENTS();
        c.lpszScheme = text("https");
        c.dwSchemeLength = 4;
        c.lpszHostName = text("hostage");
        c.dwHostNameLength = 4;
        c.lpszUrlPath = text("/path");
        c.lpszExtraInfo = text("?query");
        c.dwExtraInfoLength = 2;

        assertThat(create(c, 0)).isEqualTo("=http://host/path?q");
    }

    @Test
    @Rule("R-CREATE-13")
    void internetCreateUrl_withTextEndingBeforeItsLength_takesTheNulsAsWell() {
        URL_COMPONENTS c = http("host");
        c.lpszUserName = new TextBuffer(8);
        c.dwUserNameLength = 8;
        c.lpszPassword = new TextBuffer(8);
        c.dwPasswordLength = 8;
        c.lpszUrlPath = new TextBuffer(20);
        c.lpszUrlPath.set("/a");
        c.dwUrlPathLength = 4;
        String nuls = "\0".repeat(8);

        assertThat(create(c, 0)).isEqualTo("=http://" + nuls + ":" + nuls + "@host/a\0\0");
    }

    @Test
    @Rule("R-CREATE-13")
    void internetCreateUrl_withEmptyTextAndNoLength_writesTheEmptyComponent() {
        URL_COMPONENTS c = http("host");
        c.lpszUserName = text("");
        c.lpszPassword = text("");

        assertThat(create(c, 0)).isEqualTo("=http://:@host");

        c.lpszUserName = null;
        c.lpszPassword = null;
        assertThat(create(c, 0)).isEqualTo("=http://host");
    }

    @Test
    @Rule("R-CREATE-2")
    void internetCreateUrl_withSchemeNameAndNumber_believesTheName() {
        URL_COMPONENTS c = http("host");
        c.nScheme = UrlScheme.INTERNET_SCHEME_HTTPS;
        c.nPort = 443;

        assertThat(create(c, 0)).isEqualTo("=http://host:443");

        c.lpszScheme = null;
        assertThat(create(c, 0)).isEqualTo("=https://host");

        c.nScheme = UrlScheme.INTERNET_SCHEME_DEFAULT;
        assertThat(create(c, 0)).isEqualTo("=http://host:443");
    }

    @ParameterizedTest
    @ValueSource(ints = {UrlScheme.INTERNET_SCHEME_PARTIAL, UrlScheme.INTERNET_SCHEME_UNKNOWN, 12, Integer.MIN_VALUE})
    void internetCreateUrl_withNumberOfNoScheme_failsWithInvalidParameter(int scheme) {
        URL_COMPONENTS c = http("host");
        c.lpszScheme = null;
        c.nScheme = scheme;

        assertThat(create(c, 0)).isEqualTo(Integer.toString(Win32Error.ERROR_INVALID_PARAMETER));
    }

    @Test
    @Rule({"R-CREATE-3", "R-URL-1", "R-URL-4"})
    void internetCreateUrl_withEscape_escapesPathAndExtra() {
        URL_COMPONENTS c = http("ho st");
        c.lpszUserName = text("us er");
        c.lpszUrlPath = text("/a b\\c%20<>\u00E4");
        c.lpszExtraInfo = text("?d e\"#f g");

        assertThat(create(c, 0)).isEqualTo("=http://us er@ho st/a b\\c%20<>\u00E4?d e\"#f g");
        assertThat(create(c, IcuFlag.ICU_ESCAPE)).isEqualTo("=http://us er@ho st/a%20b%5Cc%20%3C%3E%E4?d%20e%22#f%20g");
        assertThat(create(c, IcuFlag.ICU_ESCAPE | IcuFlag.ICU_ENCODE_PERCENT))
                .isEqualTo("=http://us er@ho st/a%20b%5Cc%2520%3C%3E%E4?d%20e%22#f%20g");
    }

    @Test
    @Rule("R-CREATE-3")
    void internetCreateUrl_withEscapeAndTextOutsideTheCodePage_escapesAsUtf8() {
        URL_COMPONENTS c = http("host");
        c.lpszUrlPath = text("/\u00E4\u4E2D\uD83D\uDE00");

        assertThat(create(c, IcuFlag.ICU_ESCAPE)).isEqualTo("=http://host/%C3%A4%E4%B8%AD%F0%9F%98%80");
    }

    @Test
    @Rule("R-CREATE-3")
    void internetCreateUrl_withUserNameFlag_ignoresIt() {
        assertThat(create(http("host"), IcuFlag.ICU_USERNAME)).isEqualTo("=http://host");
    }

    @Test
    @Rule({"R-URL-6", "R-URL-7"})
    void internetCreateUrl_withEscapeAuthority_makesAScopedAddressFitForUrls() {
        assertThat(create(http("fe80::1%2"), IcuFlag.ICU_ESCAPE_AUTHORITY)).isEqualTo("=http://[fe80::1%252]");

        URL_COMPONENTS c = http("host");
        c.lpszUserName = text("joe@a.test");
        c.lpszPassword = text("1:2/3?4#5%6");
        assertThat(create(c, IcuFlag.ICU_ESCAPE_AUTHORITY))
                .isEqualTo("=http://joe%40a.test:1%3A2%2F3%3F4%235%256@host");
    }

    @Test
    @Rule("R-CREATE-4")
    void internetCreateUrl_withNullOrZeroArguments_failsWithInvalidParameter() {
        DwordRef length = new DwordRef(ROOM);
        TextBuffer buffer = new TextBuffer(ROOM);
        URL_COMPONENTS zeroed = new URL_COMPONENTS();
        zeroed.dwStructSize = 0;

        assertThat(wininet.InternetCreateUrl(null, 0, buffer, length)).isFalse();
        assertThat(wininet.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        wininet.SetLastError(0);
        assertThat(wininet.InternetCreateUrl(zeroed, 0, buffer, length)).isFalse();
        assertThat(wininet.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        wininet.SetLastError(0);
        assertThat(wininet.InternetCreateUrl(http("host"), 0, buffer, null)).isFalse();
        assertThat(wininet.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(length.value).isEqualTo(ROOM);
    }

    @Test
    @Rule({"R-STRUCT-3", "R-CREATE-4"})
    void internetCreateUrl_withEitherStructureSize_succeeds() {
        URL_COMPONENTS c = http("host");
        c.dwStructSize = 60;

        assertThat(create(c, 0)).isEqualTo("=http://host");
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "10", "11"})
    @Rule({"R-CREATE-5", "R-CREATE-12", "R-GEN-9", "R-GEN-11"})
    void internetCreateUrl_withShortBuffer_failsWithTheSizeInBytes(int capacity) {
        DwordRef length = new DwordRef(capacity);
        TextBuffer buffer = new TextBuffer(capacity);

        assertThat(wininet.InternetCreateUrl(http("host"), 0, buffer, length)).isFalse();

        assertThat(wininet.GetLastError()).isEqualTo(Win32Error.ERROR_INSUFFICIENT_BUFFER);
        assertThat(length.value).isEqualTo(("http://host".length() + 1) * Character.BYTES);
        assertThat(buffer.toString()).isEmpty();
    }

    @Test
    @Rule({"R-CREATE-5", "R-GEN-9"})
    void internetCreateUrl_withNullBuffer_failsWithTheSizeInBytes() {
        DwordRef length = new DwordRef(ROOM);

        assertThat(wininet.InternetCreateUrl(http("host"), 0, null, length)).isFalse();

        assertThat(wininet.GetLastError()).isEqualTo(Win32Error.ERROR_INSUFFICIENT_BUFFER);
        assertThat(length.value).isEqualTo(24);
    }

    @Test
    @Rule({"R-CREATE-6", "R-URL-8", "R-GEN-9"})
    void internetCreateUrl_withRoomForTheNul_givesTheLengthInCharacters() {
        DwordRef length = new DwordRef(12);
        TextBuffer buffer = new TextBuffer(12);

        assertThat(wininet.InternetCreateUrl(http("host"), 0, buffer, length)).isTrue();

        assertThat(length.value).isEqualTo(11);
        assertThat(buffer.toString()).isEqualTo("http://host");
    }

    @ParameterizedTest
    @ValueSource(ints = {101, Integer.MAX_VALUE, -1})
    void internetCreateUrl_withLengthBeyondTheBuffer_failsWithInvalidParameter(int claimed) {
        DwordRef length = new DwordRef(claimed);

        assertThat(wininet.InternetCreateUrl(http("host"), 0, new TextBuffer(100), length))
                .isFalse();

        assertThat(wininet.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(length.value).isEqualTo(claimed);
    }

    @ParameterizedTest
    @ValueSource(ints = {6, Integer.MAX_VALUE, -1})
    void internetCreateUrl_withComponentLengthBeyondItsText_failsWithInvalidParameter(int length) {
        URL_COMPONENTS c = http("host");
        c.dwHostNameLength = length;

        assertThat(create(c, 0)).isEqualTo(Integer.toString(Win32Error.ERROR_INVALID_PARAMETER));
    }

    @Test
    @Rule("R-CREATE-7")
    void internetCreateUrl_withPasswordAndNoUser_failsWithInvalidParameter() {
        URL_COMPONENTS c = http("host");
        c.lpszPassword = text("word");

        assertThat(create(c, 0)).isEqualTo(Integer.toString(Win32Error.ERROR_INVALID_PARAMETER));

        c.lpszUserName = text("user");
        assertThat(create(c, 0)).isEqualTo("=http://user:word@host");
    }

    @ParameterizedTest
    @CsvSource({"http, 80, http://host", "http, 81, http://host:81", "nhttp, 80, nhttp://host:80", "ftp, 0, ftp://host"
    })
    @Rule({"R-CREATE-8", "R-CREATE-11"})
    void internetCreateUrl_withPort_omitsTheDefaultOfKnownSchemes(String scheme, int port, String url) {
        URL_COMPONENTS c = http("host");
        c.lpszScheme = text(scheme);
        c.nPort = port;

        assertThat(create(c, 0)).isEqualTo("=" + url);
    }

    @ParameterizedTest
    @CsvSource({"path, http://host/path", "/path, http://host/path", "'', http://host/"})
    @Rule("R-CREATE-9")
    void internetCreateUrl_withPathLackingASlash_insertsOne(String path, String url) {
        URL_COMPONENTS c = http("host");
        c.lpszUrlPath = text(path);

        assertThat(create(c, 0)).isEqualTo("=" + url);
    }

    @ParameterizedTest
    @CsvSource({"about, blank, about:blank", "mailto, a@b, mailto:a@b", "javascript, f(1), javascript:f(1)"})
    @Rule("R-CREATE-10")
    void internetCreateUrl_withOpaqueScheme_writesNoSlashes(String scheme, String path, String url) {
        URL_COMPONENTS c = new URL_COMPONENTS();
        c.lpszScheme = text(scheme);
        c.lpszUrlPath = text(path);

        assertThat(create(c, 0)).isEqualTo("=" + url);
    }
}
