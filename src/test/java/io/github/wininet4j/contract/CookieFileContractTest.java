package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.ansi.AnsiWinInet;
import io.github.wininet4j.constant.CookieFlag;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Rule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cookie files in Netscape's format, and which domains cookies may have. */
@ContractTest
final class CookieFileContractTest {
    private static final String URL = "http://www.file.test/a/b";
    private static final String HEAD = "# Netscape HTTP Cookie File\n";

    private final BackEndUnderTest backEnd;
    private final BackEnd api;
    private final CookieClient cookies;
    private Path file;

    CookieFileContractTest(BackEndUnderTest backEnd) {
        this.backEnd = backEnd;
        this.api = backEnd.open(config -> config);
        this.cookies = new CookieClient(api);
    }

    @BeforeEach
    void chooseFile() {
        file = backEnd.temporaryFolder().resolve("cookies.txt");
    }

    private void load(String... lines) throws IOException {
        Files.writeString(file, String.join("\n", lines), StandardCharsets.ISO_8859_1);
        assertThat(api.ImportCookieFile(file.toString())).isTrue();
    }

    @Test
    @Rule("R-PROJ-COOKIE-5")
    void exportCookieFile_writesWhatOutlastsTheSession() throws IOException {
        String later = "; expires=Wed, 01-Jan-2120 00:00:00 GMT";
        cookies.set(URL, "host=1; path=/" + later);
        cookies.set(URL, "domain=a=b c; domain=.file.test; secure; path=/x" + later);
        cookies.set(URL, "session=3");

        assertThat(api.ExportCookieFile(file.toString(), false)).isTrue();

        assertThat(Files.readString(file))
                .isEqualTo(HEAD
                        + "www.file.test\tTRUE\t/\tFALSE\t4733510400\thost\t1\n"
                        + ".file.test\tTRUE\t/x\tTRUE\t4733510400\tdomain\ta=b c\n");
        assertThat(api.ExportCookieFile(file.toString(), true)).isTrue();
        assertThat(Files.readAllLines(file)).hasSize(5);
    }

    @Test
    @Rule("R-PROJ-COOKIE-5")
    void importCookieFile_takesItsCookies() throws IOException {
        load(
                HEAD,
                "www.file.test\tFALSE\t/\tFALSE\t4733510400\tn\tv\tw",
                "#HttpOnly_.file.test\tTRUE\t/a\tFALSE\t0\thidden\tx\r",
                ".file.test\tTRUE\t/\tTRUE\t4733510400\tsafe\ty",
                "www.file.test\tTRUE\t/\tFALSE\t0\tbare");

        assertThat(cookies.get(URL)).isEqualTo("n=v\tw; bare");
        assertThat(cookies.all(URL)).isEqualTo("hidden=x; n=v\tw; bare");
        assertThat(cookies.get("https://sub.file.test/")).isEqualTo("safe=y");
        assertThat(cookies.get("http://below.www.file.test/")).isEqualTo("bare");
    }

    @Test
    @Rule({"R-PROJ-COOKIE-5", "R-COOKIE-24"})
    void importCookieFile_passesOverWhatIsNoCookie() throws IOException {
        load(
                "# a remark",
                "no cookie",
                "www.file.test\tTRUE\t/\tFALSE\tnever\ta\tb",
                "www.file.test\tTRUE\t/\tFALSE\t5\tended\tb",
                "www.file.test\tTRUE\trelative\tFALSE\t0\ta\tb",
                ".test\tTRUE\t/\tFALSE\t0\teverybodys\tb",
                "\tTRUE\t/\tFALSE\t0\tnobodys\tb",
                "www.file.test\tTRUE\t/\tFALSE\t99999999999999999999\ta\tb",
                "www.file.test\tTRUE\t/\tFALSE\t9223372036854775807\ta\tb",
                "www.file.test\tTRUE\t/\tFALSE\t0\ta;x\tb",
                "www.file.test\tTRUE\t/\tFALSE\t0\tlong\t" + "x".repeat(70_000),
                "www.file.test\tTRUE\t/\tFALSE\t0\tlast\tb");

        assertThat(cookies.all(URL)).isEqualTo("last=b");
        assertThat(cookies.all("http://other.test/")).isEmpty();
    }

    @Test
    @Rule("R-PROJ-COOKIE-5")
    void exportCookieFile_andImport_bringEachCookieBack() throws IOException {
        String later = "; expires=Wed, 01-Jan-2120 00:00:00 GMT";
        cookies.set(URL, "one=\u00e9\u00ff; path=/" + later);
        cookies.set(URL, "bare; path=/" + later);
        assertThat(api.InternetSetCookieEx(
                        URL, null, "three=3; path=/; HttpOnly" + later, CookieFlag.INTERNET_COOKIE_HTTPONLY, 0))
                .isNotZero();
        String before = cookies.all(URL);
        assertThat(api.ExportCookieFile(file.toString(), false)).isTrue();
        BackEnd other = backEnd.open(config -> config);

        assertThat(other.ImportCookieFile(file.toString())).isTrue();

        assertThat(new CookieClient(other).all(URL)).isEqualTo(before).contains("\u00e9\u00ff");
        assertThat(new CookieClient(other).get(URL)).doesNotContain("three");
    }

    @Test
    @Rule("R-PROJ-COOKIE-5")
    void cookieFile_thatCannotBeUsed_fails() throws IOException {
        String folder = file.getParent().toString();
        assertThat(api.ImportCookieFile(file.toString())).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_FILE_NOT_FOUND);
        assertThat(api.ImportCookieFile(folder)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_ACCESS_DENIED);
        assertThat(api.ExportCookieFile(folder + "/none/file", false)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_PATH_NOT_FOUND);
        assertThat(api.ExportCookieFile(folder, true)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_ACCESS_DENIED);
        assertThat(api.ImportCookieFile(null)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(api.ExportCookieFile(null, false)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
    }

    @ParameterizedTest
    @CsvSource({
        "file.test, www.file.test, true",
        ".file.test, www.file.test, true",
        "WWW.FILE.TEST, www.file.test, true",
        "www.file.test, file.test, false",
        "other.test, www.file.test, false",
        "ile.test, www.file.test, false",
        "test, file.test, false",
        "co.uk, shop.co.uk, false",
        "127.0.0.1, 127.0.0.1, true",
        "0.0.1, 127.0.0.1, false"
    })
    @Rule({"R-COOKIE-24", "R-COOKIE-26"})
    void isDomainLegalCookieDomain_saysWhoMaySetCookies(String domain, String host, boolean legal) {
        AnsiWinInet ansi = AnsiWinInet.over(api, StandardCharsets.US_ASCII);
        assertThat(api.IsDomainLegalCookieDomain(domain, host)).isEqualTo(legal);
        assertThat(ansi.IsDomainLegalCookieDomainA(bytes(domain), bytes(host))).isEqualTo(legal);
    }

    @Test
    @Rule("R-COOKIE-24")
    void isDomainLegalCookieDomain_ofNothing_fails() {
        assertThat(api.IsDomainLegalCookieDomain(null, "h")).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(api.IsDomainLegalCookieDomain("h", null)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
    }

    @Test
    @Rule("R-PROJ-COOKIE-5")
    void ansiForms_takeTheNameOfTheFileAsBytes() throws IOException {
        AnsiWinInet ansi = AnsiWinInet.over(api, StandardCharsets.UTF_8);
        cookies.set(URL, "a=b; path=/; expires=Wed, 01-Jan-2120 00:00:00 GMT");

        assertThat(ansi.ExportCookieFileA(bytes(file.toString()), false)).isTrue();
        assertThat(ansi.ImportCookieFileA(bytes(file.toString()))).isTrue();

        assertThat(Files.readAllLines(file)).hasSize(2);
        assertThat(ansi.ImportCookieFileA(bytes(file + "x"))).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_FILE_NOT_FOUND);
    }

    private static byte[] bytes(String text) {
        return (text + "\0").getBytes(StandardCharsets.UTF_8);
    }
}
