package io.github.wininet4j.contract;

import static io.github.wininet4j.contract.AnsiStrings.text;
import static io.github.wininet4j.contract.AnsiStrings.z;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.ansi.AnsiBuffer;
import io.github.wininet4j.ansi.AnsiWinInet;
import io.github.wininet4j.ansi.URL_COMPONENTSA;
import io.github.wininet4j.constant.IcuFlag;
import io.github.wininet4j.constant.UrlScheme;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.TableFile;
import io.github.wininet4j.type.DwordRef;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The URL functions of ANSI callers: the cases of the wide ones, and what bytes add. */
@ContractTest
final class AnsiUrlContractTest {
    private static final String URL = "http://us\u00E9r:pw@host.test:81/p\u00E4th?q\u00FC#f";
    private static final int ROOM = 4096;

    private final BackEnd api;
    private final AnsiWinInet ansi;

    AnsiUrlContractTest(BackEndUnderTest backEnd) {
        this.api = backEnd.open();
        this.ansi = AnsiWinInet.over(api);
    }

    private static boolean isAscii(String[] row) {
        return StandardCharsets.US_ASCII.newEncoder().canEncode(String.join("", row));
    }

    private static List<String[]> asciiRows(String table) {
        List<String[]> rows = TableFile.rows(table).stream()
                .filter(AnsiUrlContractTest::isAscii)
                .toList();
        assertThat(rows).hasSizeGreaterThan(20);
        return rows;
    }

    // ---- InternetCrackUrlA

    @Test
    @Rule({"R-CRACK-3", "R-CRACK-4", "R-CRACK-6..13", "R-CRACK-15..18", "R-GEN-1"})
    void internetCrackUrlA_withEveryCaseOfTheTable_givesItsParts() {
        SoftAssertions softly = new SoftAssertions();
        for (String[] row : asciiRows("/url/crack.tsv")) {
            byte[] url = z(row[0]);
            URL_COMPONENTSA c = asking(row[2]);

            boolean done = ansi.InternetCrackUrlA(url, 0, Integer.parseUnsignedInt(row[1], 16), c);

            String[] expected = Arrays.copyOfRange(row, 3, 12);
            softly.assertThat(done ? parts(c, row[2], url) : failure())
                    .as("%s flags %s asked %s (%s)", row[0], row[1], row[2], row[12])
                    .isEqualTo(expected);
        }
        softly.assertAll();
    }

    private String[] failure() {
        return new String[] {Integer.toString(api.GetLastError()), "", "", "", "", "", "", "", ""};
    }

    private static String[] parts(URL_COMPONENTSA c, String asked, byte[] url) {
        return new String[] {
            "0",
            Integer.toString(c.nScheme),
            Integer.toString(c.nPort),
            part(c.lpszScheme, c.dwSchemeLength, asked.charAt(0), url),
            part(c.lpszHostName, c.dwHostNameLength, asked.charAt(1), url),
            part(c.lpszUserName, c.dwUserNameLength, asked.charAt(2), url),
            part(c.lpszPassword, c.dwPasswordLength, asked.charAt(3), url),
            part(c.lpszUrlPath, c.dwUrlPathLength, asked.charAt(4), url),
            part(c.lpszExtraInfo, c.dwExtraInfoLength, asked.charAt(5), url)
        };
    }

    private static String part(AnsiBuffer buffer, int length, char asked, byte[] url) {
        return switch (asked) {
            case 'v' ->
                buffer == null ? "-" : (buffer.array() == url ? "@" : "elsewhere ") + buffer.offset() + "+" + length;
            case 'b' -> "=" + text(buffer.bytes(length)) + (buffer.array()[length] == 0 ? "" : "<no NUL>");
            default -> length == 0 ? "-" : "<touched>";
        };
    }

    /** Prepares a structure: v = view, b = buffer, n = not wanted, z = buffer of length 0. */
    private static URL_COMPONENTSA asking(String how) {
        URL_COMPONENTSA c = new URL_COMPONENTSA();
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

    private static AnsiBuffer buffer(char how) {
        return how == 'b' || how == 'z' ? new AnsiBuffer(ROOM) : null;
    }

    private static int length(char how) {
        return switch (how) {
            case 'b' -> ROOM;
            case 'v' -> 1;
            default -> 0;
        };
    }

    @ParameterizedTest
    @CsvSource({"1252", "932", "65001"})
    @Rule({"R-CRACK-3", "R-CRACK-20"})
    void internetCrackUrlA_withoutBuffers_pointsIntoTheCallersBytes(int codePage) {
        byte[] url = z(URL);
        URL_COMPONENTSA c = asking("vvvvvv");

        assertThat(AnsiWinInet.over(api, codePage).InternetCrackUrlA(url, 0, 0, c))
                .isTrue();

        assertView(url, c.lpszUserName, c.dwUserNameLength, "us\u00E9r");
        assertView(url, c.lpszHostName, c.dwHostNameLength, "host.test");
        assertView(url, c.lpszUrlPath, c.dwUrlPathLength, "/p\u00E4th");
        assertView(url, c.lpszExtraInfo, c.dwExtraInfoLength, "?q\u00FC#f");
        assertThat(c.nPort).isEqualTo(81);
        assertThat(c.nScheme).isEqualTo(UrlScheme.INTERNET_SCHEME_HTTP);
    }

    private static void assertView(byte[] url, AnsiBuffer buffer, int length, String expected) {
        assertThat(buffer.array()).isSameAs(url);
        assertThat(buffer.offset()).isEqualTo(text(url).indexOf(expected));
        assertThat(text(buffer.bytes(length))).isEqualTo(expected);
    }

    @Test
    @Rule("R-CRACK-3")
    void internetCrackUrlA_inADoubleByteCodePage_doesNotTakeATrailByteForASeparator() {
        // 83 5C is one character of code page 932; its second byte is that of a backslash, that of 81 40 of an at sign.
        byte[] url = z("http://h.test/\u0083\\x?\u0081@");
        URL_COMPONENTSA c = asking("vvvvvv");

        assertThat(AnsiWinInet.over(api, 932).InternetCrackUrlA(url, 0, 0, c)).isTrue();

        assertView(url, c.lpszHostName, c.dwHostNameLength, "h.test");
        assertView(url, c.lpszUrlPath, c.dwUrlPathLength, "/\u0083\\x");
        assertView(url, c.lpszExtraInfo, c.dwExtraInfoLength, "?\u0081@");
    }

    @Test
    @Rule({"R-CRACK-1", "R-CRACK-2"})
    void internetCrackUrlA_takesAtMostTheLengthInBytes_andStopsAtANul() {
        byte[] url = z("http://h/\u00E4bcd");
        URL_COMPONENTSA c = asking("nnnnbn");
        assertThat(ansi.InternetCrackUrlA(url, 10, 0, c)).isTrue();
        assertThat(text(c.lpszUrlPath.array())).isEqualTo("/\u00E4");
        assertThat(c.dwUrlPathLength).isEqualTo(2);

        byte[] cut = z("http://h/a\0bc");
        c = asking("nnnnbn");
        assertThat(ansi.InternetCrackUrlA(cut, cut.length, 0, c)).isTrue();
        assertThat(text(c.lpszUrlPath.array())).isEqualTo("/a");
    }

    @Test
    @Rule({"R-CRACK-3", "R-CRACK-5"})
    void internetCrackUrlA_countsBytesInBuffers_andNeedsRoomForTheNul() {
        byte[] url = z(URL);
        for (int room = 1; room <= 5; room++) {
            URL_COMPONENTSA c = new URL_COMPONENTSA();
            c.lpszUrlPath = new AnsiBuffer(ROOM);
            c.dwUrlPathLength = room;
            c.dwExtraInfoLength = 1;

            assertThat(ansi.InternetCrackUrlA(url, 0, 0, c)).as("room %d", room).isFalse();

            assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INSUFFICIENT_BUFFER);
            assertThat(c.lpszUrlPath.bytes()).isEmpty();
        }
        URL_COMPONENTSA c = new URL_COMPONENTSA();
        c.lpszUrlPath = new AnsiBuffer(6);
        c.dwUrlPathLength = 6;
        c.dwExtraInfoLength = 1;
        assertThat(ansi.InternetCrackUrlA(url, 0, 0, c)).isTrue();
        assertThat(text(c.lpszUrlPath.array())).isEqualTo("/p\u00E4th");
        assertThat(c.dwUrlPathLength).isEqualTo(5);
    }

    @Test
    @Rule({"R-CRACK-17", "R-CANON-4"})
    void internetCrackUrlA_decodes_toBytes() {
        URL_COMPONENTSA c = asking("nnnnbb");

        assertThat(ansi.InternetCrackUrlA(z("http://h/%E4%20%41"), 0, IcuFlag.ICU_DECODE, c))
                .isTrue();

        assertThat(text(c.lpszUrlPath.array())).isEqualTo("/\u00E4 A");
        assertThat(c.dwUrlPathLength).isEqualTo(4);
    }

    @Test
    @Rule({"R-CRACK-10", "R-ERRN-87", "R-STRUCT-3"})
    void internetCrackUrlA_withBadInput_fails() {
        assertThat(ansi.InternetCrackUrlA(null, 0, 0, new URL_COMPONENTSA())).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(ansi.InternetCrackUrlA(z(URL), 0, 0, null)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        URL_COMPONENTSA c = new URL_COMPONENTSA();
        c.dwStructSize = 61;
        assertThat(ansi.InternetCrackUrlA(z(URL), 0, 0, c)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(ansi.InternetCrackUrlA(z("no scheme"), 0, 0, new URL_COMPONENTSA()))
                .isFalse();
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_UNRECOGNIZED_SCHEME);
        URL_COMPONENTSA larger = new URL_COMPONENTSA();
        larger.lpszHostName = new AnsiBuffer(3);
        larger.dwHostNameLength = 100;
        assertThat(ansi.InternetCrackUrlA(z(URL), 0, 0, larger)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
    }

    // ---- InternetCreateUrlA

    private String create(URL_COMPONENTSA c, int flags) {
        byte[] buffer = new byte[ROOM];
        DwordRef length = new DwordRef(ROOM);
        if (!ansi.InternetCreateUrlA(c, flags, buffer, length)) {
            return Integer.toString(api.GetLastError());
        }
        assertThat(text(buffer)).hasSize(length.value);
        return "=" + text(buffer);
    }

    @Test
    @Rule({"R-CREATE-1..3", "R-CREATE-7..11", "R-GEN-1"})
    void internetCreateUrlA_withEveryCaseOfTheTable_givesItsUrl() {
        SoftAssertions softly = new SoftAssertions();
        for (String[] row : asciiRows("/url/create.tsv")) {
            URL_COMPONENTSA c = new URL_COMPONENTSA();
            c.nScheme = Integer.parseInt(row[1]);
            c.nPort = Integer.parseInt(row[2]);
            c.lpszScheme = cell(row[3]);
            c.lpszHostName = cell(row[4]);
            c.lpszUserName = cell(row[5]);
            c.lpszPassword = cell(row[6]);
            c.lpszUrlPath = cell(row[7]);
            c.lpszExtraInfo = cell(row[8]);

            softly.assertThat(create(c, Integer.parseUnsignedInt(row[0], 16)))
                    .as(String.join(" | ", row))
                    .isEqualTo(row[9]);
        }
        softly.assertAll();
    }

    private static AnsiBuffer cell(String cell) {
        return cell.equals("-") ? null : new AnsiBuffer(z(cell.substring(1)));
    }

    @Test
    @Rule({"R-CREATE-4", "R-CREATE-5", "R-CREATE-6", "R-CREATE-12"})
    void internetCreateUrlA_withoutRoom_reportsBytesWithTheNul() {
        URL_COMPONENTSA c = new URL_COMPONENTSA();
        c.lpszHostName = cell("=h");
        c.lpszUrlPath = cell("=/\u00E4");
        for (int size : new int[] {0, 1, 10}) {
            for (byte[] buffer : new byte[][] {new byte[10], null}) {
                DwordRef length = new DwordRef(size);
                assertThat(ansi.InternetCreateUrlA(c, 0, buffer, length)).isFalse();
                assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INSUFFICIENT_BUFFER);
                assertThat(length.value).isEqualTo(11);
            }
        }
        byte[] buffer = new byte[11];
        DwordRef length = new DwordRef(11);
        assertThat(ansi.InternetCreateUrlA(c, 0, buffer, length)).isTrue();
        assertThat(text(buffer)).isEqualTo("http://h/\u00E4");
        assertThat(length.value).isEqualTo(10);
        assertThat(ansi.InternetCreateUrlA(null, 0, buffer, length)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(ansi.InternetCreateUrlA(c, 0, buffer, null)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
    }

    // ---- InternetCanonicalizeUrlA and InternetCombineUrlA

    @Test
    @Rule({"R-CANON-1..6", "R-CANON-10", "R-GEN-1"})
    void internetCanonicalizeUrlA_withEveryCaseOfTheTable_givesItsCanonicalForm() {
        SoftAssertions softly = new SoftAssertions();
        for (String[] row : asciiRows("/url/canonicalize.tsv")) {
            byte[] buffer = new byte[ROOM];
            DwordRef length = new DwordRef(ROOM);
            boolean done =
                    ansi.InternetCanonicalizeUrlA(z(row[1]), buffer, length, Integer.parseUnsignedInt(row[0], 16));
            softly.assertThat(done ? text(buffer) : "error " + api.GetLastError())
                    .as("%s flags %s (%s)", row[1], row[0], row[3])
                    .isEqualTo(row[2]);
        }
        softly.assertAll();
    }

    @Test
    @Rule({"R-CANON-1..3", "R-GEN-1"})
    void internetCombineUrlA_withEveryCaseOfTheTable_givesItsUrl() {
        SoftAssertions softly = new SoftAssertions();
        for (String[] row : asciiRows("/url/combine.tsv")) {
            byte[] buffer = new byte[ROOM];
            DwordRef length = new DwordRef(ROOM);
            boolean done = ansi.InternetCombineUrlA(
                    z(row[1]), z(row[2]), buffer, length, Integer.parseUnsignedInt(row[0], 16));
            softly.assertThat(done ? text(buffer) : "error " + api.GetLastError())
                    .as("%s + %s flags %s (%s)", row[1], row[2], row[0], row[4])
                    .isEqualTo(row[3]);
        }
        softly.assertAll();
    }

    @Test
    @Rule({"R-URL-4", "R-CANON-2", "R-CANON-7", "R-GEN-11"})
    void highBytes_areEscapedEachForItself_andSizesCountBytes() {
        byte[] url = z("http://h/\u00C3\u00A4?\u00E4");
        byte[] expected = z("http://h/%C3%A4?\u00E4");
        DwordRef length = new DwordRef(expected.length - 1);
        byte[] buffer = new byte[expected.length];

        assertThat(ansi.InternetCanonicalizeUrlA(url, buffer, length, 0)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INSUFFICIENT_BUFFER);
        assertThat(length.value).isEqualTo(expected.length);
        assertThat(ansi.InternetCanonicalizeUrlA(url, buffer, length, 0)).isTrue();
        assertThat(buffer).isEqualTo(expected);
        assertThat(length.value).isEqualTo(expected.length - 1);

        length.value = 0;
        assertThat(ansi.InternetCombineUrlA(z("http://h/"), z("\u00C3\u00A4?\u00E4"), null, length, 0))
                .isFalse();
        assertThat(length.value).isEqualTo(expected.length);
        assertThat(ansi.InternetCombineUrlA(z("http://h/"), z("\u00C3\u00A4?\u00E4"), buffer, length, 0))
                .isTrue();
        assertThat(buffer).isEqualTo(expected);
    }

    @Test
    @Rule({"R-CANON-9", "R-ERRN-87"})
    void nullArguments_areRefused() {
        byte[] buffer = new byte[10];
        DwordRef length = new DwordRef(10);

        assertThat(ansi.InternetCanonicalizeUrlA(null, buffer, length, 0)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(ansi.InternetCanonicalizeUrlA(z("a"), buffer, null, 0)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(ansi.InternetCombineUrlA(null, z("a"), buffer, length, 0)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(ansi.InternetCombineUrlA(z("http://h/"), null, buffer, length, 0))
                .isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(ansi.InternetCanonicalizeUrlA(z("a"), buffer, new DwordRef(11), 0))
                .as("more room stated than there is")
                .isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
    }
}
