package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.Win32File;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.FtpClient;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.ScriptedFtpServer;
import io.github.wininet4j.testing.StatusLog;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.TextBuffer;
import io.github.wininet4j.type.WIN32_FIND_DATA;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What no decent FTP server does. Every call ends, with the error of its kind, and nothing leads astray. */
@ContractTest
final class FtpHostileContractTest {
    private static final int BAD = WinInetError.ERROR_HTTP_INVALID_SERVER_RESPONSE;
    private static final int DROPPED = WinInetError.ERROR_FTP_DROPPED;
    private static final int REFUSED = WinInetError.ERROR_INTERNET_EXTENDED_ERROR;

    private final BackEndUnderTest backEnd;
    private final StatusLog log;
    private final ScriptedFtpServer server;
    private final BackEnd api;

    FtpHostileContractTest(BackEndUnderTest backEnd) {
        this.backEnd = backEnd;
        this.log = backEnd.statusLog();
        this.server = backEnd.closeAfterTest(ScriptedFtpServer.start());
        this.api = backEnd.open();
        server.file("a", "hello");
    }

    private FtpClient client() {
        return new FtpClient(api, log, false).to(server);
    }

    static Stream<Arguments> replies() {
        return Stream.of(
                Arguments.of("no code", "hello", BAD),
                Arguments.of("an empty line", "", BAD),
                Arguments.of("two digits", "25 x", BAD),
                Arguments.of("four digits", "2500 x", BAD),
                Arguments.of("code 0", "000 x", BAD),
                Arguments.of("code 99", "099 x", BAD),
                Arguments.of("code 600", "600 x", BAD),
                Arguments.of("another sign after the code", "250_x", BAD),
                Arguments.of("control characters", "\u0001\u0000\u0002", BAD),
                Arguments.of("a code in other digits", "\u0662\u0665\u0660 x", BAD),
                Arguments.of("a line of 100 KB", "250 " + "x".repeat(100_000), BAD),
                Arguments.of("a line of 10 MB", "250 " + "x".repeat(10_000_000), BAD),
                Arguments.of("10 MB and no line", "x".repeat(10_000_000), BAD),
                Arguments.of("1,100 lines", "250-x\r\n".repeat(1_100) + "250 y", BAD),
                Arguments.of("2 MB of lines", ("250-" + "x".repeat(20_000) + "\r\n").repeat(100) + "250 y", BAD),
                Arguments.of("lines of another code within", "250-a\r\n550 b\r\n 250 c\r\n250 d", 0),
                Arguments.of("line ends without CR", "250-a\n250 b", 0),
                Arguments.of("more CRs than needed", "250 a\r\r\r", 0),
                Arguments.of("the code alone", "250", 0),
                Arguments.of("a preliminary reply", "150-not\r\n150 yet", REFUSED),
                Arguments.of("an intermediate reply", "350 and", REFUSED),
                Arguments.of("the end", ScriptedFtpServer.CLOSE, DROPPED),
                Arguments.of("a reset", ScriptedFtpServer.RESET, WinInetError.ERROR_INTERNET_CONNECTION_RESET));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("replies")
    @Rule({"R-PROJ-FTP-1", "R-PROJ-FTP-8", "R-FTP-26", "R-FTP-43"})
    void replies_ofNoSense_areErrors_andCostNoMoreThanTheyAreWorth(String what, String reply, int error) {
        FtpClient client = client();
        server.answer("CWD", reply);

        assertThat(client.done(() -> api.FtpSetCurrentDirectory(client.connect(), "x")))
                .isEqualTo(error);

        boolean over = error != 0 && error != REFUSED;
        assertThat(client.done(() -> api.FtpCreateDirectory(client.connect(), "x")))
                .isEqualTo(over ? DROPPED : 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "PASV ; 227 (10,1,2,3,(port)) ; 0",
                "PASV ; 227 =127,0,0,1,(port) ; 0",
                "PASV ; 227 (1,2,3,4,0,0) ; 12152",
                "PASV ; 227 (1,2,3,4,256,1) ; 12152",
                "PASV ; 227 (1,2,3,4,1,999) ; 12152",
                "PASV ; 227 (127,0,0,1,5) ; 12152",
                "PASV ; 227 (127,0,0,1,1111111,5) ; 12152",
                "PASV ; 227 nothing ; 12152",
                "PASV ; 227 (a,b,c,d,e,f) ; 12152",
                "PASV ; 250 (port) ; 12152",
                "PASV ; 550 no ; 12112",
                "PASV ; 421 no ; 12111",
                "PASV ; (close) ; 12111",
                "EPSV ; 229 (|||0|) ; 12152",
                "EPSV ; 229 (|||99999|) ; 12152",
                "EPSV ; 229 (|||port|) ; 12152",
                "EPSV ; 229 (||1|5|) ; 12152",
                "EPSV ; 229 5 ; 12152",
                "EPSV ; 500 no ; 12112",
                "RETR ; (close) ; 12111",
                "RETR ; 550 no ; 12003",
                "RETR ; 425 no data connection ; 12003",
                "RETR ; hello ; 12152",
                "(after data) ; (close) ; 12111",
                "(after data) ; (reset) ; 12031",
                "(after data) ; 550 no ; 12003",
                "(after data) ; hello ; 12152",
                "TYPE ; 504 no ; 12003",
            })
    @Rule({"R-PROJ-FTP-1", "R-PROJ-FTP-3", "R-FTP-35"})
    void dataConnections_thatComeToNothing_areErrors(String command, String reply, int error) {
        if (command.equals("EPSV")) {
            server.answer("PASV", "502 what?");
        }
        server.answer(command, reply);
        FtpClient client = client();

        HINTERNET file = client.openToRead("a");
        int found = client.error();
        if (file != null) {
            client.readAll(file);
            found = client.error();
        }

        assertThat(found).isEqualTo(error);
    }

    @ParameterizedTest
    @CsvSource({"PORT, 500 no, 12003", "PORT, 200 never comes, 12002", "RETR, 425 no, 12003"})
    @Rule({"R-PROJ-FTP-3", "R-FTP-34", "R-OPTN-8"})
    void activeMode_thatComesToNothing_isAnError(String command, String reply, int error) {
        server.answer(command, reply).answer("EPRT", "500 no");
        FtpClient client = new FtpClient(api, log, false).to(server, 0);
        assertThat(api.InternetSetOption(
                        client.connect(), InternetOption.INTERNET_OPTION_DATA_RECEIVE_TIMEOUT, new DwordRef(50), 4))
                .isTrue();

        assertThat(client.openToRead("a")).isNull();
        assertThat(client.error()).isEqualTo(error);
    }

    @Test
    @Rule("R-PROJ-FTP-1")
    void serverThatOnlySaysWait_isNotWaitedForForEver() {
        server.answer(ScriptedFtpServer.GREETING, "120 wait\r\n".repeat(200) + "220 ready");

        assertThat(new FtpClient(api, log, false)
                        .connect("127.0.0.1", server.port(), "me", "x", InternetFlag.INTERNET_FLAG_PASSIVE))
                .isEqualTo(BAD);
    }

    @Test
    @Rule("R-FTP-22")
    void transferThatTheServerEndsAtOnce_hasNoData() {
        server.answer("RETR", "226 nothing to send");
        FtpClient client = client();

        HINTERNET file = client.openToRead("a");

        assertThat(client.readAll(file)).isEmpty();
        assertThat(client.error()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "../../etc/passwd, passwd",
                "/etc/shadow, shadow",
                ".., none",
                "., none",
                "a\\b, none",
                "..\\..\\x, none",
                "C:\\x, none",
                "dir/, none",
                "'a\tb', none",
                "'a\u0001b', none",
                "'a\u007fb', none",
                "'a\u0085b', none",
                "... , '... '",
                "-rf, -rf",
            })
    @Rule("R-PROJ-FTP-6")
    void names_leadNowhereElse(String name, String expected) {
        server.listing("-rw-r--r-- 1 me us 7 Feb 29  2024 " + name);
        FtpClient client = client();

        assertThat(client.names(null)).isEqualTo(expected == null ? List.of() : List.of(expected.strip()));

        assertThat(client.error()).isEqualTo(Win32Error.ERROR_NO_MORE_FILES);
    }

    static Stream<Arguments> listings() {
        String entry = "-rw-r--r-- 1 me us 7 Feb 29  2024 good";
        return Stream.of(
                Arguments.of("noise", "\u0000\u0001\u00ff\u00fe\r\n" + entry, 1, Win32Error.ERROR_NO_MORE_FILES),
                Arguments.of("no line end", entry, 1, Win32Error.ERROR_NO_MORE_FILES),
                Arguments.of("empty lines", "\r\n\r\n" + entry, 1, Win32Error.ERROR_NO_MORE_FILES),
                Arguments.of(
                        "a long name",
                        entry.replace("good", "x".repeat(5_000)) + "\r\n" + entry,
                        1,
                        Win32Error.ERROR_NO_MORE_FILES),
                Arguments.of("a line of 10 MB", "x".repeat(10_000_000), 0, BAD),
                Arguments.of("lines that say nothing", "x\n".repeat(10_001), 0, BAD),
                Arguments.of(
                        "a huge size",
                        entry.replace(" 7 ", " 99999999999999999999 ") + "\r\n" + entry,
                        2,
                        Win32Error.ERROR_NO_MORE_FILES),
                Arguments.of("a size below 0", "type=file;size=-5; good", 1, Win32Error.ERROR_NO_MORE_FILES),
                Arguments.of("an impossible date", entry.replace("29", "31"), 1, Win32Error.ERROR_NO_MORE_FILES));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("listings")
    @Rule({"R-PROJ-FTP-1", "R-FTP-26"})
    void listings_ofNoSense_giveWhatMakesSense(String what, String text, int count, int end) {
        server.listing(text.getBytes(StandardCharsets.ISO_8859_1));
        FtpClient client = client();

        assertThat(client.names(null).stream().filter("good"::equals)).hasSize(count);

        assertThat(client.error()).isEqualTo(end);
    }

    @Test
    @Rule({"R-PROJ-FTP-1", "R-NEXT-1"})
    void listingWithoutEnd_isHandedOutForAsLongAsTheCallerLikes() {
        byte[] lines = "-rw-r--r-- 1 me us 7 Feb 29  2024 x\r\n".repeat(1_000).getBytes(StandardCharsets.US_ASCII);
        server.sends(data -> {
            while (true) {
                data.getOutputStream().write(lines);
            }
        });
        FtpClient client = client();
        HINTERNET find = client.opened(() -> api.FtpFindFirstFile(client.connect(), null, null, 0, 1));
        WIN32_FIND_DATA entry = new WIN32_FIND_DATA();
        for (int i = 0; i < 20_000; i++) {
            assertThat(api.InternetFindNextFile(find, entry)).isTrue();
        }
        client.close(find);

        assertThat(client.done(() -> api.FtpSetCurrentDirectory(client.connect(), "x")))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {"257 no quotes, no", "257 \"unended, unended", "257 \"\" empty, ''", "257 \"a\"\"\", 'a\"'"})
    @Rule("R-FTP-27")
    void currentFolder_isWhatCanBeReadOfIt(String reply, String path) {
        server.answer("PWD", reply);
        FtpClient client = client();
        TextBuffer text = new TextBuffer(Win32File.MAX_PATH);

        assertThat(client.done(() -> api.FtpGetCurrentDirectory(client.connect(), text, new DwordRef(260))))
                .isZero();

        assertThat(text).hasToString(path);
    }

    @ParameterizedTest
    @CsvSource({"213 -5", "213 x", "213 99999999999999999999", "213", "200 5"})
    @Rule("R-FTP-32")
    void sizes_thatAreNone_areUnknown(String reply) {
        server.answer("SIZE", reply);
        FtpClient client = client();
        HINTERNET file = client.openToRead("a");

        assertThat(api.FtpGetFileSize(file, null)).isEqualTo(-1);
        assertThat(api.GetLastError()).isEqualTo(REFUSED);
        assertThat(client.readAll(file)).hasSize(5);
    }
}
