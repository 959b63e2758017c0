package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.GopherType;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.ServiceType;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.host.CompatibilitySwitch;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Conversation;
import io.github.wininet4j.testing.DrippingServer;
import io.github.wininet4j.testing.FtpClient;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.ScriptedFtpServer;
import io.github.wininet4j.testing.StatusLog;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.GOPHER_FIND_DATA;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.TextBuffer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Answers that come a byte at a time, so that no wait is long: their sum ends with the receive timeout. */
@ContractTest
final class SlowAnswerContractTest {
    private static final int TIMES = 500;
    private static final int PLUS_MENU = GopherType.GOPHER_TYPE_DIRECTORY | GopherType.GOPHER_TYPE_GOPHER_PLUS;
    private static final String OK = "HTTP/1.1 200 OK\r\n";

    private final BackEndUnderTest backEnd;
    private final StatusLog log;
    private final BackEnd api;

    SlowAnswerContractTest(BackEndUnderTest backEnd) {
        this.backEnd = backEnd;
        this.log = backEnd.statusLog();
        this.api = backEnd.open(config -> config.withSwitches(CompatibilitySwitch.GOPHER));
    }

    private DrippingServer server(boolean greets, String begin, String again, int times, String end) {
        return backEnd.closeAfterTest(DrippingServer.start(greets, begin, again, times, end));
    }

    private void timeout(HINTERNET handle, int option) {
        assertThat(api.InternetSetOption(handle, option, new DwordRef(DrippingServer.TIMEOUT), 4))
                .isTrue();
    }

    private Conversation client(DrippingServer server, boolean async) {
        Conversation client = Conversation.with(
                api, log, "127.0.0.1", server.port(), async ? InternetFlag.INTERNET_FLAG_ASYNC : 0, 0);
        timeout(client.connect(), InternetOption.INTERNET_OPTION_RECEIVE_TIMEOUT);
        return client;
    }

    /** Heads that do not come to their end in time. */
    private enum Head {
        STATUS_LINE("HTTP/1.1 200 ", "y", TIMES, "\r\nContent-Length: 0\r\n\r\n"),
        HEADER(OK + "X: ", "y", TIMES, "\r\nContent-Length: 0\r\n\r\n"),
        HEADERS(OK, "X: y\r\n", TIMES, "Content-Length: 0\r\n\r\n"),
        INTERMEDIATE("", "HTTP/1.1 102 Processing\r\n\r\n", 90, OK + "Content-Length: 0\r\n\r\n"),
        HEADER_OF_AN_INTERMEDIATE(
                "HTTP/1.1 103 Early\r\nX: ", "y", TIMES, "\r\n\r\n" + OK + "Content-Length: 0\r\n\r\n");

        final String begin;
        final String again;
        final int times;
        final String end;

        Head(String begin, String again, int times, String end) {
            this.begin = begin;
            this.again = again;
            this.times = times;
            this.end = end;
        }
    }

    @ParameterizedTest
    @EnumSource(Head.class)
    @Rule({"R-PROJ-HTTP-2", "R-ERRN-12002"})
    void httpSendRequest_whoseHeadsDrip_failsWith12002(Head head) {
        for (boolean async : new boolean[] {false, true}) {
            Conversation client = client(server(false, head.begin, head.again, head.times, head.end), async);

            assertThat(client.send(client.openRequest("/"))).isEqualTo(WinInetError.ERROR_INTERNET_TIMEOUT);
        }
    }

    /** What drips between two pieces of a body, or behind the last. */
    @ParameterizedTest
    @CsvSource({"'', 0, '1;', 'x'", "'5\r\nhello\r\n', 5, '5;', 'x'", "'5\r\nhello\r\n', 5, '0\r\nX: ', 'y'"})
    @Rule({"R-PROJ-HTTP-2", "R-ERRN-12002"})
    void internetReadFile_whoseFramingDrips_failsWith12002_afterTheDataBefore(
            String data, int length, String begin, String again) {
        DrippingServer server = server(
                false, OK + "Transfer-Encoding: chunked\r\n\r\n" + data + begin, again, TIMES, "\r\nz\r\n0\r\n\r\n");
        Conversation client = client(server, false);
        HINTERNET request = client.get("/");

        int read = 0;
        int count = client.read(request, ByteBuffer.allocate(5));
        while (count > 0) {
            read += count;
            count = client.read(request, ByteBuffer.allocate(5));
        }
        assertThat(count).isEqualTo(-WinInetError.ERROR_INTERNET_TIMEOUT);
        assertThat(read).isEqualTo(length);
    }

    @Test
    @Rule({"R-PROJ-HTTP-2", "R-ERRN-12002"})
    void httpSendRequest_whoseProxyDripsItsRefusal_failsWith12002() {
        DrippingServer proxy =
                server(false, "HTTP/1.1 403 No\r\nContent-Length: " + TIMES + "\r\n\r\n", "x", TIMES, "");
        HINTERNET session = api.InternetOpen(
                "test", InternetFlag.INTERNET_OPEN_TYPE_PROXY, "127.0.0.1:" + proxy.port(), "<-loopback>", 0);
        timeout(session, InternetOption.INTERNET_OPTION_RECEIVE_TIMEOUT);
        HINTERNET connect =
                api.InternetConnect(session, "localhost", 443, null, null, ServiceType.INTERNET_SERVICE_HTTP, 0, 1);
        HINTERNET request =
                api.HttpOpenRequest(connect, "GET", "/", null, null, null, InternetFlag.INTERNET_FLAG_SECURE, 2);

        assertThat(api.HttpSendRequest(request, null, 0, null, 0)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_TIMEOUT);
    }

    @ParameterizedTest
    @CsvSource({"'220-', 'x', 500", "'220-x\r\n', 'x\r\n', 500", "'', '120 wait\r\n', 90"})
    @Rule({"R-PROJ-HTTP-2", "R-FTP-34", "R-ERRN-12002"})
    void internetConnect_toAnFtpServerThatDripsItsReply_failsWith12002(String begin, String again, int times) {
        DrippingServer server = server(true, begin, again, times, "\r\n220 ready\r\n");
        FtpClient client = new FtpClient(api, log, false);
        timeout(client.session(), InternetOption.INTERNET_OPTION_RECEIVE_TIMEOUT);

        assertThat(client.connect("127.0.0.1", server.port(), "me", null, InternetFlag.INTERNET_FLAG_PASSIVE))
                .isEqualTo(WinInetError.ERROR_INTERNET_TIMEOUT);
    }

    @Test
    @Rule({"R-PROJ-HTTP-2", "R-FTP-34", "R-ERRN-12002"})
    void ftpFindFirstFile_whoseLinesDripAndTellOfNothing_failsWith12002() {
        CountDownLatch ended = new CountDownLatch(1);
        ScriptedFtpServer server = backEnd.closeAfterTest(ScriptedFtpServer.start());
        server.sends(data -> {
            try {
                for (int i = 0; i < TIMES && !ended.await(20, TimeUnit.MILLISECONDS); i++) {
                    data.getOutputStream().write("total\r\n".getBytes(StandardCharsets.US_ASCII));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        FtpClient client = new FtpClient(api, log, false).to(server);
        timeout(client.connect(), InternetOption.INTERNET_OPTION_DATA_RECEIVE_TIMEOUT);

        assertThat(client.list(null)).isEmpty();
        assertThat(client.error()).isEqualTo(WinInetError.ERROR_INTERNET_TIMEOUT);
        ended.countDown();
    }

    @ParameterizedTest
    @CsvSource({"'+', '5', '\r\n'", "'--1\r\n', 'x', ''"})
    @Rule({"R-PROJ-HTTP-2", "R-ERRN-12002"})
    void gopherOpenFile_whoseHeadDrips_failsWith12002(String begin, String again, String end) {
        DrippingServer server = server(false, begin, again, TIMES, end);
        HINTERNET session = api.InternetOpen("test", InternetFlag.INTERNET_OPEN_TYPE_DIRECT, null, null, 0);
        timeout(session, InternetOption.INTERNET_OPTION_RECEIVE_TIMEOUT);
        HINTERNET connect = api.InternetConnect(
                session, "127.0.0.1", server.port(), null, null, ServiceType.INTERNET_SERVICE_GOPHER, 0, 0);
        TextBuffer locator = new TextBuffer(1_000);
        int type = GopherType.GOPHER_TYPE_TEXT_FILE | GopherType.GOPHER_TYPE_GOPHER_PLUS;
        assertThat(api.GopherCreateLocator("127.0.0.1", server.port(), "a", "a", type, locator, new DwordRef(1_000)))
                .isTrue();

        assertThat(api.GopherOpenFile(connect, locator.toString(), null, 0, 0)).isNull();
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_TIMEOUT);
    }

    /** What is read as a whole: menus of both kinds, what a search finds, attributes, a menu as a page. */
    private enum Whole {
        LINES("", "0A\ta\th\t70\r\n", GopherType.GOPHER_TYPE_DIRECTORY, "GopherFindFirstFile"),
        ONE_LINE("0A\ta", "x", GopherType.GOPHER_TYPE_DIRECTORY, "GopherFindFirstFile"),
        FOUND("", "0A\ta\th\t70\r\n", GopherType.GOPHER_TYPE_INDEX_SERVER, "GopherFindFirstFile"),
        PLUS("+-1\r\n", "+INFO: 0A\ta\th\t70\t+\r\n", PLUS_MENU, "GopherFindFirstFile"),
        PLUS_TO_THE_END("+-2\r\n", "+INFO: 0A\ta\th\t70\t+\r\n", PLUS_MENU, "GopherFindFirstFile"),
        PLUS_OF_A_LENGTH("+99999\r\n", "+INFO: 0A\ta\th\t70\t+\r\n", PLUS_MENU, "GopherFindFirstFile"),
        ATTRIBUTES("+-1\r\n+ABSTRACT:\r\n", " more\r\n", PLUS_MENU, "GopherGetAttribute"),
        PAGE("", "0A\ta\th\t70\r\n", GopherType.GOPHER_TYPE_DIRECTORY, "InternetOpenUrl");

        final String begin;
        final String again;
        final int type;
        final String function;

        Whole(String begin, String again, int type, String function) {
            this.begin = begin;
            this.again = again;
            this.type = type;
            this.function = function;
        }
    }

    @ParameterizedTest
    @EnumSource(Whole.class)
    @Rule({"R-PROJ-HTTP-2", "R-ERRN-12002"})
    void gopherAnswer_thatIsReadAsAWhole_andDrips_failsWith12002(Whole whole) {
        DrippingServer server = server(false, whole.begin, whole.again, TIMES, ".\r\n");
        HINTERNET session = api.InternetOpen("test", InternetFlag.INTERNET_OPEN_TYPE_DIRECT, null, null, 0);
        timeout(session, InternetOption.INTERNET_OPTION_RECEIVE_TIMEOUT);
        HINTERNET connect = api.InternetConnect(
                session, "127.0.0.1", server.port(), null, null, ServiceType.INTERNET_SERVICE_GOPHER, 0, 0);
        TextBuffer locator = new TextBuffer(1_000);
        assertThat(api.GopherCreateLocator(
                        "127.0.0.1", server.port(), "a", "a", whole.type, locator, new DwordRef(1_000)))
                .isTrue();

        boolean done = switch (whole.function) {
            case "GopherGetAttribute" ->
                api.GopherGetAttribute(
                        connect, locator.toString(), null, ByteBuffer.allocate(4_096), 4_096, new DwordRef(), null, 0);
            case "InternetOpenUrl" ->
                api.InternetOpenUrl(session, "gopher://127.0.0.1:" + server.port() + "/1a", null, 0, 0, 0) != null;
            default ->
                api.GopherFindFirstFile(
                                connect,
                                locator.toString(),
                                whole == Whole.FOUND ? "words" : null,
                                new GOPHER_FIND_DATA(),
                                0,
                                0)
                        != null;
        };
        assertThat(done).isFalse();
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_TIMEOUT);
    }
}
