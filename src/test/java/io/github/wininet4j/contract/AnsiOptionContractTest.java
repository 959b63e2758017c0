package io.github.wininet4j.contract;

import static io.github.wininet4j.contract.AnsiStrings.block;
import static io.github.wininet4j.contract.AnsiStrings.text;
import static io.github.wininet4j.contract.AnsiStrings.z;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.ansi.AnsiWinInet;
import io.github.wininet4j.ansi.INTERNET_CERTIFICATE_INFOA;
import io.github.wininet4j.ansi.INTERNET_PER_CONN_OPTIONA;
import io.github.wininet4j.ansi.INTERNET_PER_CONN_OPTION_LISTA;
import io.github.wininet4j.ansi.INTERNET_PROXY_INFOA;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.ProxyType;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Conversation;
import io.github.wininet4j.testing.HttpFixture;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Script;
import io.github.wininet4j.testing.ScriptedHttpServer;
import io.github.wininet4j.testing.TestCertificates;
import io.github.wininet4j.type.ByteBlock;
import io.github.wininet4j.type.CallbackRef;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.TextBuffer;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The option functions of ANSI callers: texts are bytes of the code page, everything else is as for wide callers. */
@ContractTest
final class AnsiOptionContractTest extends HttpFixture {
    private static final int USERNAME = InternetOption.INTERNET_OPTION_USERNAME;
    private final AnsiWinInet ansi;
    private final Conversation client;

    AnsiOptionContractTest(BackEndUnderTest backEnd) {
        super(backEnd);
        this.ansi = AnsiWinInet.over(api);
        this.client = Conversation.ansi(api, ansi, log, server, 0);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                InternetOption.INTERNET_OPTION_USERNAME,
                InternetOption.INTERNET_OPTION_PASSWORD,
                InternetOption.INTERNET_OPTION_PROXY_USERNAME,
                InternetOption.INTERNET_OPTION_PROXY_PASSWORD
            })
    @Rule({"R-OPT-1..6", "R-OPTN-28", "R-OPTN-29", "R-OPTN-43", "R-OPTN-44"})
    void textOption_isBytes_andItsSizesCountThem(int option) {
        DwordRef length = new DwordRef();
        assertThat(ansi.InternetQueryOptionA(client.connect(), option, null, length))
                .isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INSUFFICIENT_BUFFER);
        assertThat(length.value).as("size of the unset text").isEqualTo(1);

        assertThat(ansi.InternetSetOptionA(client.connect(), option, block("\u00E4\u00F6\u00FC", 4), 1))
                .isTrue();
        for (int size = 0; size <= 3; size++) {
            length.value = size;
            assertThat(ansi.InternetQueryOptionA(client.connect(), option, new ByteBlock(10), length))
                    .isFalse();
            assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INSUFFICIENT_BUFFER);
            assertThat(length.value).isEqualTo(4);
        }
        ByteBlock buffer = block("xxxxxx", 7);
        assertThat(ansi.InternetQueryOptionA(client.connect(), option, buffer, length))
                .isTrue();
        assertThat(length.value).isEqualTo(3);
        assertThat(text(buffer)).isEqualTo("\u00E4\u00F6\u00FC");
        assertThat(buffer.buffer().get(4)).isEqualTo((byte) 'x');
    }

    @ParameterizedTest
    @CsvSource({"1252, \u00E4\u0080, \u00E4\u20AC", "932, \u0083A, \u30A2", "65001, \u00C3\u00A4, \u00E4"})
    @Rule({"R-OPT-1", "R-OPTN-28", "R-GEN-1"})
    void ordinaryText_isThatOfTheCodePage(int codePage, String bytes, String wide) {
        AnsiWinInet other = AnsiWinInet.over(api, codePage);

        assertThat(other.InternetSetOptionA(client.connect(), USERNAME, block(bytes, bytes.length() + 1), 0))
                .isTrue();

        TextBuffer text = new TextBuffer(10);
        assertThat(api.InternetQueryOption(client.connect(), USERNAME, text, new DwordRef(20)))
                .isTrue();
        assertThat(text.toString()).isEqualTo(wide);
        ByteBlock back = new ByteBlock(10);
        DwordRef length = new DwordRef(10);
        assertThat(other.InternetQueryOptionA(client.connect(), USERNAME, back, length))
                .isTrue();
        assertThat(text(back)).isEqualTo(bytes);
        assertThat(length.value).isEqualTo(bytes.length());
    }

    @Test
    @Rule({"R-OPT-5", "R-GEN-1"})
    void wideText_thatTheCodePageLacks_becomesQuestionMarks() {
        assertThat(api.InternetSetOption(client.connect(), USERNAME, new TextBuffer("a\u30A2b"), 3))
                .isTrue();
        ByteBlock buffer = new ByteBlock(10);

        assertThat(ansi.InternetQueryOptionA(client.connect(), USERNAME, buffer, new DwordRef(10)))
                .isTrue();

        assertThat(text(buffer)).isEqualTo("a?b");
    }

    @Test
    @Rule({"R-OPTN-41", "R-GEN-14", "R-WIRE-2"})
    void userAgent_isHeaderText() {
        server.onRequest(HELLO);
        AnsiWinInet other = AnsiWinInet.over(api, 65001);
        int option = InternetOption.INTERNET_OPTION_USER_AGENT;

        assertThat(other.InternetSetOptionA(client.session(), option, block("caf\u00E9", 5), 5))
                .isTrue();

        ByteBlock buffer = new ByteBlock(10);
        DwordRef length = new DwordRef(10);
        assertThat(other.InternetQueryOptionA(client.session(), option, buffer, length))
                .isTrue();
        assertThat(text(buffer)).isEqualTo("caf\u00E9");
        assertThat(length.value).isEqualTo(4);
        // A connection has the agent of the time when it was made (R-CONN-14).
        assertThat(api.InternetOpenUrl(client.session(), server.url("/"), null, 0, 0, 0))
                .isNotNull();
        assertThat(server.takeRequest().header("User-Agent")).isEqualTo("caf\u00E9");
    }

    @Test
    @Rule({"R-OPTN-34", "R-WIRE-10"})
    void url_hasTheBytesThatWereSent() {
        server.onRequest(HELLO);
        HINTERNET request = client.get("/\u00E4?\u00FC");
        String target = server.takeRequest().target();
        ByteBlock buffer = new ByteBlock(100);
        DwordRef length = new DwordRef(100);

        assertThat(ansi.InternetQueryOptionA(request, InternetOption.INTERNET_OPTION_URL, buffer, length))
                .isTrue();

        assertThat(text(buffer)).isEqualTo(server.url(target));
        assertThat(length.value).isEqualTo(server.url(target).length());
    }

    @Test
    @Rule({"R-OPT-7", "R-OPT-8", "R-OPT-10", "R-OPT-11", "R-ERRN-87"})
    void badInput_failsAsThroughTheWideFunctions() {
        DwordRef length = new DwordRef(4);
        assertThat(ansi.InternetQueryOptionA(client.session(), 0x7777, new ByteBlock(4), length))
                .isFalse();
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_INVALID_OPTION);
        assertThat(ansi.InternetQueryOptionA(null, USERNAME, new ByteBlock(4), length))
                .isFalse();
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_INCORRECT_HANDLE_TYPE);
        assertThat(length.value).isZero();
        assertThat(ansi.InternetQueryOptionA(client.connect(), USERNAME, new ByteBlock(4), null))
                .isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        ByteBlock readOnly = new ByteBlock(ByteBuffer.allocate(9).asReadOnlyBuffer());
        assertThat(ansi.InternetQueryOptionA(client.connect(), USERNAME, readOnly, new DwordRef(9)))
                .isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(ansi.InternetSetOptionA(client.connect(), USERNAME, null, 0)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        int timeout = InternetOption.INTERNET_OPTION_RECEIVE_TIMEOUT;
        assertThat(ansi.InternetSetOptionA(client.session(), timeout, new DwordRef(5), 3))
                .isFalse();
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_BAD_OPTION_LENGTH);
    }

    @Test
    @Rule({"R-OPT-13", "R-OPT-16"})
    void numbers_passThrough_alsoWithFlags() {
        int option = InternetOption.INTERNET_OPTION_CONNECT_TIMEOUT;

        assertThat(ansi.InternetSetOptionExA(client.session(), option, new DwordRef(1234), 4, 0))
                .isTrue();

        DwordRef back = new DwordRef();
        assertThat(ansi.InternetQueryOptionA(client.session(), option, back, new DwordRef(4)))
                .isTrue();
        assertThat(back.value).isEqualTo(1234);
        assertThat(ansi.InternetSetOptionExA(client.session(), option, new DwordRef(1), 4, 0x100))
                .isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
    }

    @Test
    @Rule({"R-CB-9", "R-CB-10", "R-OPTN-1"})
    void callbackOption_givesWhatTheCallerSet() {
        CallbackRef ref = new CallbackRef();

        assertThat(ansi.InternetQueryOptionA(
                        client.session(), InternetOption.INTERNET_OPTION_CALLBACK, ref, new DwordRef(8)))
                .isTrue();

        assertThat(ref.value).isSameAs(log);
        assertThat(ansi.InternetSetOptionA(client.session(), InternetOption.INTERNET_OPTION_CALLBACK, ref, 8))
                .isFalse();
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_OPTION_NOT_SETTABLE);
    }

    @Test
    @Rule({"R-OPTN-38", "R-OPT-17", "R-PROXY-28"})
    void proxyOption_carriesBytes_andItsSizeCountsThem() {
        HINTERNET session =
                ansi.InternetOpenA(null, InternetFlag.INTERNET_OPEN_TYPE_PROXY, z("proxy.test:8080"), z("<local>"), 0);
        DwordRef length = new DwordRef();
        int option = InternetOption.INTERNET_OPTION_PROXY;
        int needed = 24 + z("proxy.test:8080").length + z("<local>").length;

        assertThat(ansi.InternetQueryOptionA(session, option, null, length)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INSUFFICIENT_BUFFER);
        assertThat(length.value).isEqualTo(needed);
        INTERNET_PROXY_INFOA info = new INTERNET_PROXY_INFOA();
        assertThat(ansi.InternetQueryOptionA(session, option, info, length)).isTrue();
        assertThat(length.value).isEqualTo(needed);
        assertThat(info.dwAccessType).isEqualTo(InternetFlag.INTERNET_OPEN_TYPE_PROXY);
        assertThat(info.lpszProxy).isEqualTo(z("proxy.test:8080"));
        assertThat(info.lpszProxyBypass).isEqualTo(z("<local>"));

        info.lpszProxy = z("other.test");
        assertThat(ansi.InternetSetOptionA(session, option, info, info.sizeof()))
                .isTrue();
        INTERNET_PROXY_INFOA back = new INTERNET_PROXY_INFOA();
        assertThat(ansi.InternetQueryOptionA(session, option, back, new DwordRef(200)))
                .isTrue();
        assertThat(back.lpszProxy).isEqualTo(z("other.test"));
    }

    @Test
    @Rule({"R-PROXY-11", "R-PROXY-14", "R-STRUCT-6"})
    void perConnectionOptions_carryBytes_andNameTheFirstThatFails() {
        int option = InternetOption.INTERNET_OPTION_PER_CONNECTION_OPTION;
        INTERNET_PER_CONN_OPTION_LISTA list = new INTERNET_PER_CONN_OPTION_LISTA();
        INTERNET_PER_CONN_OPTIONA flags = new INTERNET_PER_CONN_OPTIONA();
        flags.dwOption = ProxyType.INTERNET_PER_CONN_FLAGS;
        flags.dwValue = ProxyType.PROXY_TYPE_DIRECT;
        INTERNET_PER_CONN_OPTIONA bypass = new INTERNET_PER_CONN_OPTIONA();
        bypass.dwOption = ProxyType.INTERNET_PER_CONN_PROXY_BYPASS;
        bypass.pszValue = z("h\u00E4.test");
        list.pOptions = new INTERNET_PER_CONN_OPTIONA[] {flags, bypass};
        list.dwOptionCount = 2;

        assertThat(ansi.InternetSetOptionA(client.session(), option, list, list.sizeof()))
                .isTrue();
        bypass.pszValue = null;
        assertThat(ansi.InternetQueryOptionA(client.session(), option, list, new DwordRef(list.sizeof())))
                .isTrue();
        assertThat(bypass.pszValue).isEqualTo(z("h\u00E4.test"));
        assertThat(flags.dwValue).isEqualTo(ProxyType.PROXY_TYPE_DIRECT);

        bypass.dwOption = 4711;
        assertThat(ansi.InternetQueryOptionA(client.session(), option, list, new DwordRef(list.sizeof())))
                .isFalse();
        assertThat(list.dwOptionError).isEqualTo(1);
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
    }

    @Test
    @Rule({"R-OPTN-32", "R-OPTN-35", "R-TLS-11", "R-TLS-12"})
    void certificateOptions_carryBytes() {
        ScriptedHttpServer tls = backEnd.closeAfterTest(
                ScriptedHttpServer.startTls(TestCertificates.good().context()));
        tls.handleAll(request -> Script.script().send(HELLO));
        BackEnd trusting = backEnd.open(config -> config.withTrustStore(TestCertificates.trustStore()));
        AnsiWinInet secure = AnsiWinInet.over(trusting);
        HINTERNET session = secure.InternetOpenA(null, InternetFlag.INTERNET_OPEN_TYPE_DIRECT, null, null, 0);
        HINTERNET connect = secure.InternetConnectA(session, z("localhost"), tls.port(), null, null, 3, 0, 0);
        HINTERNET request =
                secure.HttpOpenRequestA(connect, null, null, null, null, null, InternetFlag.INTERNET_FLAG_SECURE, 0);
        int option = InternetOption.INTERNET_OPTION_SECURITY_CERTIFICATE_STRUCT;
        INTERNET_CERTIFICATE_INFOA info = new INTERNET_CERTIFICATE_INFOA();

        assertThat(secure.InternetQueryOptionA(request, option, info, new DwordRef(64)))
                .isFalse();
        assertThat(trusting.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_INVALID_OPERATION);
        assertThat(secure.HttpSendRequestA(request, null, 0, null, 0)).isTrue();
        assertThat(secure.InternetQueryOptionA(request, option, info, new DwordRef(64)))
                .isTrue();
        assertThat(text(info.lpszSubjectInfo)).contains("localhost");
        assertThat(info.lpszIssuerInfo[info.lpszIssuerInfo.length - 1]).isZero();

        DwordRef length = new DwordRef(4096);
        byte[] memory = new byte[4096];
        Arrays.fill(memory, (byte) 'x');
        ByteBlock description = new ByteBlock(ByteBuffer.wrap(memory));
        assertThat(secure.InternetQueryOptionA(
                        request, InternetOption.INTERNET_OPTION_SECURITY_CERTIFICATE, description, length))
                .isTrue();
        assertThat(text(memory)).hasSize(length.value).contains("localhost");
    }
}
