package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.ansi.AnsiWinInet;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.OptionValue;
import io.github.wininet4j.constant.ProxyType;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.type.ByteBlock;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_PER_CONN_OPTION;
import io.github.wininet4j.type.INTERNET_PER_CONN_OPTION_LIST;
import io.github.wininet4j.type.INTERNET_PROXY_INFO;
import io.github.wininet4j.type.TextBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for all options: lengths of texts and of other data, handles, flags of the Ex function. */
@ContractTest
final class OptionContractTest {
    private static final int USER_AGENT = InternetOption.INTERNET_OPTION_USER_AGENT;
    private static final int PASSWORD = InternetOption.INTERNET_OPTION_PASSWORD;
    private static final int TIMEOUT = InternetOption.INTERNET_OPTION_CONNECT_TIMEOUT;
    private static final int HTTP_DECODING = InternetOption.INTERNET_OPTION_HTTP_DECODING;
    private static final int PROXY = InternetOption.INTERNET_OPTION_PROXY;
    private static final int PER_CONNECTION = InternetOption.INTERNET_OPTION_PER_CONNECTION_OPTION;

    private final BackEndUnderTest backEnd;
    private final BackEnd api;
    private final OptionHandles handles;
    private final HINTERNET session;
    private final HINTERNET request;

    OptionContractTest(BackEndUnderTest backEnd) {
        this.backEnd = backEnd;
        this.api = backEnd.open();
        this.handles = new OptionHandles(api);
        this.session = handles.handle('S');
        this.request = handles.handle('R');
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10, 11})
    @Rule({"R-OPT-2", "R-OPT-5", "R-GEN-9", "R-GEN-10"})
    void query_ofATextWithoutRoom_tellsTheBytesWithItsNul(int room) {
        TextBuffer text = new TextBuffer("untouched");
        DwordRef length = new DwordRef(room);

        assertThat(handles.query(session, USER_AGENT, text, length)).isEqualTo(Win32Error.ERROR_INSUFFICIENT_BUFFER);

        assertThat(length.value).isEqualTo(12);
        assertThat(text).hasToString("untouched");
        length.value = 1000;
        assertThat(handles.query(session, USER_AGENT, null, length)).isEqualTo(Win32Error.ERROR_INSUFFICIENT_BUFFER);
        assertThat(length.value).isEqualTo(12);
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 13, 18, -1})
    @Rule({"R-OPT-5", "R-GEN-9", "R-GEN-10"})
    void query_ofATextWithRoom_tellsTheCharactersWithoutIt(int room) {
        TextBuffer text = new TextBuffer("untouched");
        DwordRef length = new DwordRef(room);

        assertThat(handles.query(session, USER_AGENT, text, length)).isZero();

        assertThat(length.value).isEqualTo(5);
        assertThat(text).hasToString("agent");
    }

    @Test
    @Rule("R-OPT-5")
    void queryA_countsBytesOnFailureAndCharactersOnSuccess() {
        AnsiWinInet ansi = AnsiWinInet.over(api, StandardCharsets.US_ASCII);
        ByteBlock memory = new ByteBlock(6);
        DwordRef length = new DwordRef(5);

        assertThat(ansi.InternetQueryOptionA(session, USER_AGENT, memory, length))
                .isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INSUFFICIENT_BUFFER);
        assertThat(length.value).isEqualTo(6);
        assertThat(ansi.InternetQueryOptionA(session, USER_AGENT, memory, length))
                .isTrue();
        assertThat(length.value).isEqualTo(5);
        byte[] bytes = new byte[6];
        memory.buffer().get(0, bytes);
        assertThat(bytes).isEqualTo("agent\0".getBytes(StandardCharsets.US_ASCII));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 6, 100, -1})
    @Rule({"R-OPT-3", "R-OPT-4"})
    void set_ofAText_takesItUpToItsNulWhateverTheLength(int length) {
        TextBuffer text = new TextBuffer(20);
        text.set("secret\0more");

        assertThat(handles.set(request, PASSWORD, text, length)).isZero();

        TextBuffer read = new TextBuffer(20);
        assertThat(handles.query(request, PASSWORD, read, new DwordRef(40))).isZero();
        assertThat(read).hasToString("secret");
        assertThat(handles.set(request, PASSWORD, null, length)).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
    }

    @Test
    @Rule("R-OPT-4")
    void text_mayBeRawMemory() {
        ByteBlock memory = new ByteBlock(8);
        memory.buffer().putChar(0, 'a').putChar(2, '\u20ac');
        assertThat(handles.set(request, PASSWORD, memory, 0)).isZero();

        ByteBlock read = new ByteBlock(6);
        DwordRef length = new DwordRef(6);
        assertThat(handles.query(request, PASSWORD, read, length)).isZero();
        assertThat(length.value).isEqualTo(2);
        assertThat(read.buffer().getChar(2)).isEqualTo('\u20ac');
        // The stated length is that of other memory.
        length.value = 6;
        assertThat(handles.query(request, PASSWORD, new ByteBlock(4), length))
                .isEqualTo(Win32Error.ERROR_INSUFFICIENT_BUFFER);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                InternetOption.INTERNET_OPTION_USERNAME,
                InternetOption.INTERNET_OPTION_PASSWORD,
                InternetOption.INTERNET_OPTION_PROXY_USERNAME,
                InternetOption.INTERNET_OPTION_PROXY_PASSWORD
            })
    @Rule("R-OPT-6")
    void query_ofALogOnNameThatIsNotSet_givesTheEmptyText(int option) {
        for (char kind : new char[] {'C', 'R'}) {
            DwordRef length = new DwordRef();
            assertThat(handles.query(handles.handle(kind), option, null, length))
                    .isEqualTo(Win32Error.ERROR_INSUFFICIENT_BUFFER);
            assertThat(length.value).isEqualTo(2);
            TextBuffer text = new TextBuffer("old");
            assertThat(handles.query(handles.handle(kind), option, text, length))
                    .isZero();
            assertThat(length.value).isZero();
            assertThat(text).hasToString("");
        }
    }

    @Test
    @Rule({"R-OPTN-28", "R-OPTN-29", "R-OPTN-43", "R-OPTN-44"})
    void requests_haveTheLogOnNamesOfTheirConnection_untilTheyGetTheirOwn() {
        for (int option : new int[] {
            InternetOption.INTERNET_OPTION_USERNAME,
            InternetOption.INTERNET_OPTION_PASSWORD,
            InternetOption.INTERNET_OPTION_PROXY_USERNAME,
            InternetOption.INTERNET_OPTION_PROXY_PASSWORD
        }) {
            TextBuffer text = new TextBuffer(20);
            assertThat(handles.set(handles.handle('C'), option, new TextBuffer("all"), 3))
                    .isZero();
            assertThat(handles.query(request, option, text, new DwordRef(40))).isZero();
            assertThat(text).hasToString("all");
            assertThat(handles.set(request, option, new TextBuffer("own"), 3)).isZero();
            assertThat(handles.query(request, option, text, new DwordRef(40))).isZero();
            assertThat(text).hasToString("own");
            assertThat(handles.query(handles.handle('C'), option, text, new DwordRef(40)))
                    .isZero();
            assertThat(text).hasToString("all");
        }
    }

    @Test
    @Rule("R-OPT-16")
    void numbers_mayBeRawMemory_andTruthIsOneOrZero() {
        ByteBlock memory = new ByteBlock(4);
        memory.buffer().putInt(0, 0x01020304);

        assertThat(handles.set(request, TIMEOUT, memory, 4)).isZero();
        assertThat(handles.number(request, TIMEOUT)).isEqualTo(0x01020304);
        assertThat(handles.set(request, HTTP_DECODING, memory, 4)).isZero();
        assertThat(handles.number(request, HTTP_DECODING)).isEqualTo(1);
        assertThat(handles.query(request, HTTP_DECODING, memory, new DwordRef(4)))
                .isZero();
        assertThat(memory.buffer().getInt(0)).isEqualTo(1);
        assertThat(handles.query(request, TIMEOUT, new ByteBlock(3), new DwordRef(4)))
                .isEqualTo(Win32Error.ERROR_INSUFFICIENT_BUFFER);
        assertThat(handles.set(request, TIMEOUT, new ByteBlock(3), 4)).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
    }

    @Test
    @Rule({"R-OPT-1", "R-HANDLE-20"})
    void calls_withAHandleThatIsNone_failBeforeAnythingElse() {
        HINTERNET closed = handles.openSession();
        assertThat(api.InternetCloseHandle(closed)).isTrue();

        for (int option : new int[] {TIMEOUT, USER_AGENT, 0}) {
            DwordRef length = new DwordRef(4);
            assertThat(handles.query(closed, option, new DwordRef(), length))
                    .isEqualTo(Win32Error.ERROR_INVALID_HANDLE);
            assertThat(length.value).isEqualTo(4);
            assertThat(handles.set(closed, option, 1)).isEqualTo(Win32Error.ERROR_INVALID_HANDLE);
        }
    }

    @Test
    @Rule({"R-OPT-13", "R-OPT-14"})
    void setEx_doesWhatSetDoes_andKnowsTwoFlags() {
        DwordRef value = new DwordRef(777);
        for (int flags : new int[] {0, OptionValue.ISO_GLOBAL, OptionValue.ISO_REGISTRY, OptionValue.ISO_VALID_FLAGS}) {
            value.value++;
            assertThat(api.InternetSetOptionEx(null, TIMEOUT, value, 4, flags)).isTrue();
            assertThat(handles.number(null, TIMEOUT)).isEqualTo(value.value);
            assertThat(handles.number(handles.openSession(), TIMEOUT)).isEqualTo(value.value);
            assertThat(handles.number(session, TIMEOUT)).isNotEqualTo(value.value);
        }
        assertThat(api.InternetSetOptionEx(null, TIMEOUT, new DwordRef(1), 4, 4))
                .isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(handles.number(null, TIMEOUT)).isEqualTo(value.value);
        assertThat(api.InternetSetOptionEx(null, TIMEOUT, value, 3, 0)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_BAD_OPTION_LENGTH);
        assertThat(api.InternetSetOptionEx(session, 0, value, 4, 0)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_INVALID_OPTION);
    }

    private static INTERNET_PROXY_INFO proxies(String servers, String bypass) {
        INTERNET_PROXY_INFO info = new INTERNET_PROXY_INFO();
        info.dwAccessType = 3;
        info.lpszProxy = servers;
        info.lpszProxyBypass = bypass;
        return info;
    }

    @Test
    @Rule({"R-OPT-17", "R-OPTN-38"})
    void query_ofAStructureWithTexts_needsRoomForThemToo() {
        assertThat(handles.set(session, PROXY, proxies("proxy:80", "local"), 24))
                .isZero();
        int needed = 24 + 2 * ("proxy:80".length() + 1) + 2 * ("local".length() + 1);
        DwordRef length = new DwordRef();

        assertThat(handles.query(session, PROXY, null, length)).isEqualTo(Win32Error.ERROR_INSUFFICIENT_BUFFER);
        assertThat(length.value).isEqualTo(needed);
        length.value = needed - 1;
        INTERNET_PROXY_INFO read = new INTERNET_PROXY_INFO();
        assertThat(handles.query(session, PROXY, read, length)).isEqualTo(Win32Error.ERROR_INSUFFICIENT_BUFFER);
        assertThat(read.lpszProxy).isNull();
        length.value = needed;
        assertThat(handles.query(session, PROXY, read, length)).isZero();
        assertThat(length.value).isEqualTo(needed);
        assertThat(read.lpszProxy).isEqualTo("proxy:80");
        assertThat(read.lpszProxyBypass).isEqualTo("local");
    }

    @Test
    @Rule({"R-OPT-15", "R-CONTRA-8", "R-OPTN-38"})
    void proxySetWithTheNullHandle_holdsForThisProgramOnly() {
        assertThat(handles.set(null, PROXY, proxies("proxy:80", "local"), 24)).isZero();

        OptionHandles others = new OptionHandles(backEnd.open());
        INTERNET_PROXY_INFO read = new INTERNET_PROXY_INFO();
        assertThat(others.query(null, PROXY, read, new DwordRef(500))).isZero();
        assertThat(read.dwAccessType).isEqualTo(1);
        assertThat(read.lpszProxy).isNull();
    }

    @Test
    @Rule("R-OPTN-38")
    void proxyWithoutAServer_orOfAnUnknownType_isRefused() {
        INTERNET_PROXY_INFO info = proxies("proxy:80", "local");
        info.lpszProxy = null;
        assertThat(handles.set(session, PROXY, info, 24)).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        info.dwAccessType = 2;
        assertThat(handles.set(session, PROXY, info, 24)).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
    }

    private static INTERNET_PER_CONN_OPTION_LIST list(int option, String value) {
        INTERNET_PER_CONN_OPTION item = new INTERNET_PER_CONN_OPTION();
        item.dwOption = option;
        item.pszValue = value;
        INTERNET_PER_CONN_OPTION_LIST list = new INTERNET_PER_CONN_OPTION_LIST();
        list.dwOptionCount = 1;
        list.pOptions = new INTERNET_PER_CONN_OPTION[] {item};
        return list;
    }

    @Test
    @Rule({"R-OPT-18", "R-OPTN-75"})
    void textsOfConnectionOptions_belongToTheCaller() {
        int server = ProxyType.INTERNET_PER_CONN_PROXY_SERVER;
        assertThat(handles.set(null, PER_CONNECTION, list(server, "first:80"), 32))
                .isZero();
        INTERNET_PER_CONN_OPTION_LIST read = list(server, null);
        assertThat(handles.query(null, PER_CONNECTION, read, new DwordRef(32))).isZero();

        assertThat(handles.set(null, PER_CONNECTION, list(server, "second:80"), 32))
                .isZero();

        assertThat(read.pOptions[0].pszValue).isEqualTo("first:80");
    }

    @Test
    @Rule("R-OPTN-75")
    void connectionOptions_thatAreUnknown_areNamedByTheirIndex() {
        INTERNET_PER_CONN_OPTION_LIST list = list(ProxyType.INTERNET_PER_CONN_PROXY_SERVER, "proxy:80");
        INTERNET_PER_CONN_OPTION unknown = new INTERNET_PER_CONN_OPTION();
        unknown.dwOption = 99;
        list.dwOptionCount = 2;
        list.pOptions = new INTERNET_PER_CONN_OPTION[] {list.pOptions[0], unknown};

        assertThat(handles.set(null, PER_CONNECTION, list, 32)).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);

        assertThat(list.dwOptionError).isEqualTo(1);
        INTERNET_PER_CONN_OPTION_LIST read = list(ProxyType.INTERNET_PER_CONN_PROXY_SERVER, null);
        assertThat(handles.query(null, PER_CONNECTION, read, new DwordRef(32))).isZero();
        assertThat(read.pOptions[0].pszValue).isNull();
        list.dwSize = 31;
        assertThat(handles.query(null, PER_CONNECTION, list, new DwordRef(32)))
                .isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Rule({"R-OPT-21", "R-PROXY-18"})
    void flagsOfAConnection_withoutAProxyServer_readBackAsDirect(boolean ofSession) {
        HINTERNET handle = ofSession ? session : null;
        INTERNET_PER_CONN_OPTION_LIST list = list(ProxyType.INTERNET_PER_CONN_FLAGS, null);
        list.pOptions[0].dwValue = ProxyType.PROXY_TYPE_DIRECT | ProxyType.PROXY_TYPE_PROXY;
        assertThat(handles.set(handle, PER_CONNECTION, list, 32)).isZero();

        assertThat(flags(handle)).isEqualTo(ProxyType.PROXY_TYPE_DIRECT);

        assertThat(handles.set(handle, PER_CONNECTION, list(ProxyType.INTERNET_PER_CONN_PROXY_SERVER, "proxy:80"), 32))
                .isZero();
        assertThat(flags(handle)).isEqualTo(ProxyType.PROXY_TYPE_DIRECT | ProxyType.PROXY_TYPE_PROXY);
    }

    private int flags(HINTERNET handle) {
        INTERNET_PER_CONN_OPTION_LIST read = list(ProxyType.INTERNET_PER_CONN_FLAGS, null);
        assertThat(handles.query(handle, PER_CONNECTION, read, new DwordRef(32)))
                .isZero();
        return read.pOptions[0].dwValue;
    }

    @Test
    @Rule({"R-OPT-20", "R-COOKIE-39"})
    void endOfTheBrowserSession_isDeclaredWithTheNullHandleOrASession() {
        int option = InternetOption.INTERNET_OPTION_END_BROWSER_SESSION;
        for (HINTERNET handle : new HINTERNET[] {null, session}) {
            assertThat(api.InternetSetCookie("http://www.example.org/", "a", "1"))
                    .isTrue();

            assertThat(handles.set(handle, option, null, 0)).isZero();

            assertThat(api.InternetGetCookie("http://www.example.org/", null, null, new DwordRef()))
                    .isFalse();
        }
    }

    @Test
    @Rule({"R-CONTRA-7", "R-PROXY-16", "R-PROXY-17"})
    void connectionOptions_setWithASession_holdForAllSessions_evenAfterItsEnd() {
        int server = ProxyType.INTERNET_PER_CONN_PROXY_SERVER;
        HINTERNET setter = handles.openSession();
        assertThat(handles.set(setter, PER_CONNECTION, list(server, "proxy:80"), 32))
                .isZero();

        INTERNET_PER_CONN_OPTION_LIST read = list(server, null);
        assertThat(handles.query(session, PER_CONNECTION, read, new DwordRef(32)))
                .isZero();
        assertThat(read.pOptions[0].pszValue).isEqualTo("proxy:80");

        assertThat(api.InternetCloseHandle(setter)).isTrue();
        read = list(server, null);
        assertThat(handles.query(session, PER_CONNECTION, read, new DwordRef(32)))
                .isZero();
        assertThat(read.pOptions[0].pszValue).isEqualTo("proxy:80");

        OptionHandles others = new OptionHandles(backEnd.open());
        read = list(server, null);
        assertThat(others.query(others.handle('S'), PER_CONNECTION, read, new DwordRef(32)))
                .isZero();
        assertThat(read.pOptions[0].pszValue).isNull();
    }
}
