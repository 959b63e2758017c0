package io.github.wininet4j.cli.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as a use of WinInet in each language. */
final class SourceReaderTest {
    static final Path SOURCES = Path.of("src/test/resources/port");

    private static List<String> uses(String file) throws IOException {
        String text = SourceText.of(Files.readAllBytes(SOURCES.resolve(file)));
        return Reported.uses(text, Language.of(file));
    }

    @Test
    void read_cSource_findsCallsNamesAndNumbers_notCommentsAndStrings() throws IOException {
        assertThat(uses("fetch.cpp"))
                .containsExactly(
                        "InternetConnectA 8 declared",
                        "InternetOpen 13 call",
                        "INTERNET_OPEN_TYPE_PRECONFIG 13 named",
                        "INTERNET_FLAG_ASYNC 13 named",
                        "InternetOpenUrlW 14 call",
                        "InternetReadFile 15 loaded by name",
                        "InternetSetOptionA 18 call",
                        "INTERNET_OPTION_CONNECT_TIMEOUT 18 named",
                        "InternetSetOptionA 19 call",
                        "INTERNET_OPTION_SECURITY_FLAGS 19 by its number",
                        "InternetSetOptionA 20 call",
                        "INTERNET_OPTION_OF_TOMORROW 20 named",
                        "InternetCloseHandle 23 member of an object, perhaps not of WinInet",
                        "ERROR_INTERNET_TIMEOUT 24 named",
                        "GopherOpenFileA 24 call",
                        "AppCacheGetIEGroupList 25 call");
    }

    @Test
    void read_mfcSource_findsTheFunctionsBehindTheMethods() throws IOException {
        assertThat(uses("mfc.cpp"))
                .containsExactly(
                        "INTERNET_OPTION_SEND_TIMEOUT 17 named",
                        "InternetOpen 9 through MFC",
                        "InternetOpen 10 through MFC",
                        "InternetSetStatusCallback 4 through MFC",
                        "InternetConnect 11 through MFC",
                        "HttpOpenRequest 12 through MFC",
                        "HttpSendRequest 13 through MFC",
                        "InternetReadFile 14 through MFC",
                        "InternetSetOption 17 through MFC");
    }

    @Test
    void read_csharpSource_followsEntryPoints() throws IOException {
        assertThat(uses("Native.cs"))
                .containsExactly(
                        "InternetOpenW 10 declared",
                        "InternetCloseHandle 14 declared",
                        "InternetOpenW 18 call",
                        "InternetCloseHandle 19 call",
                        "HttpSendRequestW 20 loaded by name");
    }

    @Test
    void read_delphiSource_followsExternalNames_inAnyCase() throws IOException {
        assertThat(uses("Fetch.pas"))
                .containsExactly(
                        "InternetOpenA 5 declared",
                        "InternetOpenA 10 call",
                        "INTERNET_OPEN_TYPE_DIRECT 10 named",
                        "InternetOpenUrl 11 call",
                        "INTERNET_FLAG_RELOAD 11 named",
                        "InternetReadFile 12 loaded by name",
                        "InternetCloseHandle 13 call");
    }

    @Test
    void read_basicSource_followsAliases_inAnyCase() throws IOException {
        assertThat(uses("Fetch.bas"))
                .containsExactly(
                        "InternetOpenA 2 declared",
                        "InternetCloseHandle 3 declared",
                        "INTERNET_FLAG_RELOAD 4 declared",
                        "InternetOpenA 8 call",
                        "InternetCloseHandle 9 call",
                        "InternetHangUp 10 named");
    }

    @ParameterizedTest
    @ValueSource(strings = {"utf8.c", "utf16le.c", "utf16be.c", "cp1252.c"})
    void read_anyEncoding_findsTheCallInItsLine(String file) throws IOException {
        assertThat(uses(file)).containsExactly("InternetCloseHandle 2 call");
    }

    /** Whatever is cut off, what is left is read to its end, and lines are counted as they are. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void read_sourceCutAnywhere_ends(Language language) throws Exception {
        for (String file : List.of("fetch.cpp", "Native.cs", "Fetch.pas", "Fetch.bas")) {
            String text = Files.readString(SOURCES.resolve(file));
            for (int end = 0; end <= text.length(); end++) {
                String part = text.substring(0, end);
                int lines = part.split("\n", -1).length;
                assertThat(Lexer.tokens(part, language)).allMatch(token -> token.line() <= lines);
                Reported.uses(part, language);
            }
        }
    }

    @Test
    void read_literalThatIsNotClosed_endsWithItsLine() {
        assertThat(Reported.uses("x = \"InternetOpenA(\nInternetCloseHandle(h);", Language.C))
                .containsExactly("InternetCloseHandle 2 call");
        assertThat(Reported.uses("#error don't InternetOpenA(\nInternetCloseHandle(h);", Language.C))
                .containsExactly("InternetCloseHandle 2 call");
    }
}
