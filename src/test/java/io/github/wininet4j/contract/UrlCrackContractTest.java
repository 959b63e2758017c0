package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.WinInet;
import io.github.wininet4j.constant.IcuFlag;
import io.github.wininet4j.constant.UrlScheme;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.TableFile;
import io.github.wininet4j.type.TextBuffer;
import io.github.wininet4j.type.URL_COMPONENTS;
import io.github.wininet4j.type.UrlPart;
import java.util.Arrays;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** InternetCrackUrl, case by case. */
@ContractTest
final class UrlCrackContractTest {
    private static final String URL = "http://user:word@host.test:81/path/to?query#part";
    private static final int ROOM = 4096;

    private final WinInet wininet;

    UrlCrackContractTest(BackEndUnderTest backEnd) {
        this.wininet = backEnd.open();
    }

    @Test
    @Rule({"R-URL-2", "R-URL-6", "R-CRACK-3", "R-CRACK-4", "R-CRACK-6..13", "R-CRACK-15..18", "R-CRACK-21", "R-CRACK-22"
    })
    void internetCrackUrl_withEveryCaseOfTheTable_givesItsParts() {
        SoftAssertions softly = new SoftAssertions();
        for (String[] row : TableFile.rows("/url/crack.tsv")) {
            URL_COMPONENTS c = asking(row[2]);
            int flags = Integer.parseUnsignedInt(row[1], 16);

            boolean done = wininet.InternetCrackUrl(row[0], 0, flags, c);

            String[] actual = done ? parts(c, row[2]) : failure();
            String[] expected = Arrays.copyOfRange(row, 3, 12);
            softly.assertThat(actual)
                    .as("%s flags %s asked %s (%s)", row[0], row[1], row[2], row[12])
                    .isEqualTo(expected);
        }
        softly.assertAll();
    }

    private String[] failure() {
        return new String[] {Integer.toString(wininet.GetLastError()), "", "", "", "", "", "", "", ""};
    }

    private static String[] parts(URL_COMPONENTS c, String asked) {
        return new String[] {
            "0",
            Integer.toString(c.nScheme),
            Integer.toString(c.nPort),
            part(c.lpszScheme, c.dwSchemeLength, asked.charAt(0)),
            part(c.lpszHostName, c.dwHostNameLength, asked.charAt(1)),
            part(c.lpszUserName, c.dwUserNameLength, asked.charAt(2)),
            part(c.lpszPassword, c.dwPasswordLength, asked.charAt(3)),
            part(c.lpszUrlPath, c.dwUrlPathLength, asked.charAt(4)),
            part(c.lpszExtraInfo, c.dwExtraInfoLength, asked.charAt(5))
        };
    }

    private static String part(TextBuffer buffer, int length, char asked) {
        return switch (asked) {
            case 'v' -> buffer == null ? "-" : "@" + buffer.offset() + "+" + length;
            case 'b' -> "=" + buffer.toString(length) + (buffer.charAt(length) == 0 ? "" : "<no NUL>");
            default -> length == 0 ? "-" : "<touched>";
        };
    }

    /** Prepares a structure: v = view, b = buffer, n = not wanted, z = buffer of length 0. */
    private static URL_COMPONENTS asking(String how) {
        URL_COMPONENTS c = new URL_COMPONENTS();
        c.lpszScheme = buffer(how.charAt(0));
        c.dwSchemeLength = length(how.charAt(0));
        c.lpszHostName = buffer(how.charAt(1));
        c.dwHostNameLength = length(how.charAt(1));
        c.lpszUserName = buffer(how.charAt(2));
        c.dwUserNameLength = length(how.charAt(2));
        c.lpszPassword = buffer(how.charAt(3));
        c.dwPasswordLength = length(how.charAt(3));
        c.lpszUrlPath = buffer(how.charAt(4));
        c.dwUrlPathLength = length(how.charAt(4));
        c.lpszExtraInfo = buffer(how.charAt(5));
        c.dwExtraInfoLength = length(how.charAt(5));
        return c;
    }

    private static TextBuffer buffer(char how) {
        return how == 'b' || how == 'z' ? new TextBuffer(ROOM) : null;
    }

    private static int length(char how) {
        return how == 'b' ? ROOM : how == 'v' ? 1 : 0;
    }

    @Test
    @Rule({"R-CRACK-3", "R-CRACK-20", "R-URL-8"})
    void internetCrackUrl_withNullPointers_givesViewsIntoOneText() {
        URL_COMPONENTS c = asking("vvvvvv");

        assertThat(wininet.InternetCrackUrl(URL, 0, 0, c)).isTrue();

        assertThat(c.lpszScheme.toString(c.dwSchemeLength)).isEqualTo("http");
        assertThat(c.lpszHostName.toString(c.dwHostNameLength)).isEqualTo("host.test");
        assertThat(c.lpszUserName.toString(c.dwUserNameLength)).isEqualTo("user");
        assertThat(c.lpszPassword.toString(c.dwPasswordLength)).isEqualTo("word");
        assertThat(c.lpszUrlPath.toString(c.dwUrlPathLength)).isEqualTo("/path/to");
        assertThat(c.lpszExtraInfo.toString(c.dwExtraInfoLength)).isEqualTo("?query#part");
        // The views share the text: what follows a part is the rest of the URL, not a NUL.
        assertThat(c.lpszScheme.toString()).isEqualTo(URL);
        assertThat(c.lpszHostName.offset()).isEqualTo(URL.indexOf("host.test"));
        assertThat(c.lpszExtraInfo.offset()).isEqualTo(URL.indexOf('?'));
        c.lpszUrlPath.setCharAt(1, 'X');
        assertThat(c.lpszScheme.toString()).isEqualTo(URL.replace("/path", "/Xath"));
    }

    @Test
    @Rule({"R-CRACK-3", "R-URL-8"})
    void internetCrackUrl_withBuffers_copiesPartsWithNul() {
        URL_COMPONENTS c = asking("bbbbbb");
        TextBuffer host = c.lpszHostName;

        assertThat(wininet.InternetCrackUrl(URL, 0, 0, c)).isTrue();

        assertThat(c.lpszHostName).isSameAs(host);
        assertThat(host.toString()).isEqualTo("host.test");
        assertThat(c.dwHostNameLength).isEqualTo("host.test".length());
        assertThat(c.lpszExtraInfo.toString()).isEqualTo("?query#part");
    }

    @Test
    @Rule({"R-CRACK-3", "R-CRACK-6"})
    void internetCrackUrl_withNothingAsked_fillsSchemeNumberAndPortOnly() {
        URL_COMPONENTS c = new URL_COMPONENTS();

        assertThat(wininet.InternetCrackUrl(URL, 0, 0, c)).isTrue();

        assertThat(c.nScheme).isEqualTo(UrlScheme.INTERNET_SCHEME_HTTP);
        assertThat(c.nPort).isEqualTo(81);
        assertThat(c.lpszHostName).isNull();
        assertThat(c.dwHostNameLength).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "http://h/p, 3, 80",
        "https://h/p, 4, 443",
        "ftp://h/p, 1, 21",
        "gopher://h/p, 2, 0",
        "gopher://h:70/p, 2, 70",
        "nhttp://h/p, -1, 0"
    })
    @Rule({"R-CRACK-6", "R-CRACK-7", "R-URL-2"})
    void internetCrackUrl_withoutPort_givesDefaultOfScheme(String url, int scheme, int port) {
        URL_COMPONENTS c = new URL_COMPONENTS();

        assertThat(wininet.InternetCrackUrl(url, 0, 0, c)).isTrue();

        assertThat(c.nScheme).isEqualTo(scheme);
        assertThat(c.nPort).isEqualTo(port);
    }

    @ParameterizedTest
    @CsvSource({"17, host, ''", "18, host, /", "20, host, /ab", "21, host, /abc", "22, host, /abc", "-1, host, /abc"})
    @Rule("R-CRACK-1")
    void internetCrackUrl_withLength_readsAtMostThatMany(int length, String host, String path) {
        URL_COMPONENTS c = asking("bbbbbb");

        assertThat(wininet.InternetCrackUrl("http://us:er@host/abc", length, 0, c))
                .isTrue();

        assertThat(c.lpszHostName.toString()).isEqualTo(host);
        assertThat(c.lpszUrlPath.toString()).isEqualTo(path);
    }

    @Test
    @Rule({"R-CRACK-1", "R-CRACK-2"})
    void internetCrackUrl_withNulBeforeTheLength_stopsAtTheNul() {
        String url = "http://host/path\0more?query";
        for (int length : new int[] {0, url.length(), 5000}) {
            URL_COMPONENTS c = asking("vvvvvv");

            assertThat(wininet.InternetCrackUrl(url, length, 0, c)).isTrue();

            assertThat(c.lpszUrlPath.toString(c.dwUrlPathLength)).isEqualTo("/path");
            assertThat(c.dwExtraInfoLength).isZero();
        }
    }

    @Test
    @Rule({"R-CRACK-5", "R-GEN-9"})
    void internetCrackUrl_withBufferOfExactlyTheLength_failsAndChangesNothing() {
        for (String part : new String[] {"http", "host.test", "user", "word", "/path/to", "?query#part"}) {
            URL_COMPONENTS c = asking("bbbbbb");
            shrink(c, part, part.length());

            assertThat(wininet.InternetCrackUrl(URL, 0, 0, c)).isFalse();

            assertThat(wininet.GetLastError()).as(part).isEqualTo(Win32Error.ERROR_INSUFFICIENT_BUFFER);
            assertThat(c.nScheme).isZero();
            assertThat(c.nPort).isZero();
            for (TextBuffer buffer : new TextBuffer[] {c.lpszScheme, c.lpszHostName, c.lpszUrlPath, c.lpszExtraInfo}) {
                assertThat(buffer.toString()).as(part).isEmpty();
            }

            shrink(c, part, part.length() + 1);
            assertThat(wininet.InternetCrackUrl(URL, 0, 0, c)).as(part).isTrue();
        }
    }

    private static void shrink(URL_COMPONENTS c, String part, int length) {
        switch (part) {
            case "http" -> c.dwSchemeLength = length;
            case "host.test" -> c.dwHostNameLength = length;
            case "user" -> c.dwUserNameLength = length;
            case "word" -> c.dwPasswordLength = length;
            case "/path/to" -> c.dwUrlPathLength = length;
            default -> c.dwExtraInfoLength = length;
        }
    }

    @Test
    @Rule({"R-CRACK-8", "R-CRACK-9"})
    void internetCrackUrl_withoutExtraAsked_leavesItInThePath() {
        URL_COMPONENTS c = asking("nnnnvn");

        assertThat(wininet.InternetCrackUrl(URL, 0, 0, c)).isTrue();

        assertThat(c.lpszUrlPath.toString(c.dwUrlPathLength)).isEqualTo("/path/to?query#part");
        assertThat(c.lpszExtraInfo).isNull();
    }

    @Test
    @Rule("R-CRACK-10")
    void internetCrackUrl_withNullArguments_failsWithInvalidParameter() {
        assertThat(wininet.InternetCrackUrl(null, 0, 0, new URL_COMPONENTS())).isFalse();
        assertThat(wininet.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);

        wininet.SetLastError(0);
        assertThat(wininet.InternetCrackUrl(URL, 0, 0, null)).isFalse();
        assertThat(wininet.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 59, 61, 103, 105, -1, Integer.MAX_VALUE})
    @Rule({"R-CRACK-10", "R-STRUCT-3"})
    void internetCrackUrl_withWrongStructureSize_failsWithInvalidParameter(int size) {
        URL_COMPONENTS c = asking("vvvvvv");
        c.dwStructSize = size;

        assertThat(wininet.InternetCrackUrl(URL, 0, 0, c)).isFalse();

        assertThat(wininet.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(c.lpszHostName).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"host/path", "www.host.test", "//host/path", "/path", "?query", ":", "://host", " http://host"})
    @Rule("R-CRACK-10")
    void internetCrackUrl_withoutScheme_failsWithUnrecognizedScheme(String url) {
        URL_COMPONENTS c = asking("vvvvvv");

        assertThat(wininet.InternetCrackUrl(url, 0, 0, c)).isFalse();

        assertThat(wininet.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_UNRECOGNIZED_SCHEME);
        assertThat(c.dwHostNameLength).isEqualTo(1);
    }

    @Test
    @Rule("R-CRACK-11")
    void internetCrackUrl_withSchemeAlone_failsForKnownSchemesOnly() {
        assertThat(wininet.InternetCrackUrl("http://", 0, 0, asking("vvvvvv"))).isFalse();
        assertThat(wininet.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_UNRECOGNIZED_SCHEME);

        URL_COMPONENTS c = asking("vvvvvv");
        assertThat(wininet.InternetCrackUrl("notvalid://", 0, 0, c)).isTrue();
        assertThat(c.nScheme).isEqualTo(UrlScheme.INTERNET_SCHEME_UNKNOWN);
    }

    @Test
    @Rule("R-CRACK-12")
    void internetCrackUrl_withDosPath_takesTheDriveForAScheme() {
        URL_COMPONENTS c = asking("bbbbbb");

        assertThat(wininet.InternetCrackUrl("C:\\file.txt", 0, 0, c)).isTrue();

        assertThat(c.lpszScheme.toString()).isEqualTo("C");
        assertThat(c.nScheme).isEqualTo(UrlScheme.INTERNET_SCHEME_UNKNOWN);
        assertThat(c.lpszUrlPath.toString()).isEqualTo("\\file.txt");
    }

    @ParameterizedTest
    @CsvSource({
        "file:///C:/dir/a%20b.txt, C:\\dir\\a b.txt",
        "file:///C|/dir/file, C:\\dir\\file",
        "file://C:/dir/a%20b.txt, C:\\dir\\a%20b.txt",
        "file://server/share/f.txt, \\\\server\\share\\f.txt",
        "file:///my path/with spaces/, \\my path\\with spaces\\"
    })
    @Rule({"R-CRACK-13", "R-CRACK-14"})
    void internetCrackUrl_withFileUrl_givesDosPathAndItsTrueLength(String url, String path) {
        URL_COMPONENTS c = asking("bbbbbb");

        assertThat(wininet.InternetCrackUrl(url, 0, 0, c)).isTrue();

        assertThat(c.lpszUrlPath.toString()).isEqualTo(path);
        // The documented bug, a length that is too large, is not reproduced; others saw the true length on Windows.
        assertThat(c.dwUrlPathLength).isEqualTo(path.length());
    }

    @ParameterizedTest
    @CsvSource({"http://host/x, host, /x, ''", "http://host?x, host, '', ?x", "http://host#x, host, '', #x"})
    @Rule({"R-CRACK-9", "R-CRACK-15"})
    void internetCrackUrl_withAnyEndOfHost_findsWhatFollows(String url, String host, String path, String extra) {
        URL_COMPONENTS c = asking("bbbbbb");

        assertThat(wininet.InternetCrackUrl(url, 0, 0, c)).isTrue();

        assertThat(c.lpszHostName.toString()).isEqualTo(host);
        assertThat(c.lpszUrlPath.toString()).isEqualTo(path);
        assertThat(c.lpszExtraInfo.toString()).isEqualTo(extra);
    }

    @ParameterizedTest
    @CsvSource({"about:blank, blank", "mailto:a@b.test, a@b.test", "javascript:f(1), f(1)", "urn:isbn:12, isbn:12"})
    @Rule("R-CRACK-16")
    void internetCrackUrl_withOpaqueUrl_putsTheRestIntoThePath(String url, String path) {
        URL_COMPONENTS c = asking("vvvvvv");

        assertThat(wininet.InternetCrackUrl(url, 0, 0, c)).isTrue();

        assertThat(c.lpszUrlPath.toString(c.dwUrlPathLength)).isEqualTo(path);
        assertThat(c.dwHostNameLength).isZero();
    }

    @Test
    @Rule("R-CRACK-17")
    void internetCrackUrl_withDecodingFlag_decodesEachPartIntoItsBuffer() {
        for (int flag : new int[] {IcuFlag.ICU_DECODE, IcuFlag.ICU_ESCAPE}) {
            URL_COMPONENTS c = asking("nbbbbb");

            assertThat(wininet.InternetCrackUrl("http://a%20b:c%40d@h%6Fst/e%2Ff?g%20h", 0, flag, c))
                    .isTrue();

            assertThat(c.lpszUserName.toString()).isEqualTo("a b");
            assertThat(c.lpszPassword.toString()).isEqualTo("c@d");
            assertThat(c.lpszHostName.toString()).isEqualTo("host");
            assertThat(c.lpszUrlPath.toString()).isEqualTo("/e/f");
            assertThat(c.lpszExtraInfo.toString()).isEqualTo("?g h");
            assertThat(c.dwUserNameLength).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"vvvvvv", "nnnnnn", "zzzzzz", "vbbbbb", "bbbbbv", "zbbbbb", "nvnnnn", "nznnnn"})
    @Rule({"R-CRACK-17", "R-CRACK-18"})
    void internetCrackUrl_withDecodingFlagAndNoBuffer_failsWithInvalidParameter(String asked) {
        for (int flag : new int[] {IcuFlag.ICU_DECODE, IcuFlag.ICU_ESCAPE}) {
            assertThat(wininet.InternetCrackUrl(URL, 0, flag, asking(asked))).isFalse();
            assertThat(wininet.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
            wininet.SetLastError(0);
        }
    }

    @Test
    @Rule({"R-CRACK-19", "R-GEN-12", "R-GEN-13"})
    void internetCrackUrl_withPartsBeyondTheDeclaredLengths_succeeds() {
        String scheme = "s".repeat(UrlScheme.INTERNET_MAX_SCHEME_LENGTH + 1);
        String host = "h".repeat(UrlScheme.INTERNET_MAX_HOST_NAME_LENGTH + 1);
        String path = "/" + "p".repeat(2 * UrlScheme.INTERNET_MAX_URL_LENGTH);
        URL_COMPONENTS c = asking("vvvvvv");

        assertThat(wininet.InternetCrackUrl(scheme + "://" + host + path, 0, 0, c))
                .isTrue();

        assertThat(c.dwSchemeLength).isEqualTo(scheme.length());
        assertThat(c.dwHostNameLength).isEqualTo(host.length());
        assertThat(c.dwUrlPathLength).isEqualTo(path.length());
    }

    @ParameterizedTest
    @ValueSource(ints = {ROOM + 1, Integer.MAX_VALUE, -1, Integer.MIN_VALUE})
    void internetCrackUrl_withLengthBeyondTheBuffer_failsAndChangesNothing(int length) {
        URL_COMPONENTS c = asking("bbbbbb");
        c.dwHostNameLength = length;

        assertThat(wininet.InternetCrackUrl(URL, 0, 0, c)).isFalse();

        assertThat(wininet.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(c.dwHostNameLength).isEqualTo(length);
        assertThat(c.lpszScheme.toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://[::1]/x, [::1], 80",
        "http://[::1]:8080/x, [::1], 8080",
        "http://u:p@[fe80::1%252]:81/x, [fe80::1%252], 81"
    })
    @Rule("R-URL-6")
    void internetCrackUrl_withIpv6Literal_keepsBracketsAndScope(String url, String host, int port) {
        URL_COMPONENTS c = asking("vvvvvv");

        assertThat(wininet.InternetCrackUrl(url, 0, 0, c)).isTrue();

        assertThat(c.lpszHostName.toString(c.dwHostNameLength)).isEqualTo(host);
        assertThat(c.nPort).isEqualTo(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://::1/x", "http://[::1/x", "http://[::1]x/", "http://host:65536/", "http://host:8x/"})
    @Rule("R-URL-6")
    void internetCrackUrl_withMalformedHostOrPort_failsWithInvalidUrl(String url) {
        assertThat(wininet.InternetCrackUrl(url, 0, 0, asking("vvvvvv"))).isFalse();

        assertThat(wininet.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_INVALID_URL);
    }

    @Test
    @Rule("R-CRACK-3")
    void internetCrackUrl_forViews_givesEachPartButTheScheme() {
        URL_COMPONENTS c = URL_COMPONENTS.ofViews();

        assertThat(wininet.InternetCrackUrl("https://u:p@host:81/a/b?c#d", 0, 0, c))
                .isTrue();

        assertThat(Arrays.stream(UrlPart.values()).map(c::text)).containsExactly("", "host", "u", "p", "/a/b", "?c#d");
    }
}
