package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.InternetState;
import io.github.wininet4j.constant.OptionValue;
import io.github.wininet4j.constant.SecurityFlag;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Conversation;
import io.github.wininet4j.testing.HttpFixture;
import io.github.wininet4j.testing.KnownDifference;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Script;
import io.github.wininet4j.testing.Waits;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.HTTP_VERSION_INFO;
import io.github.wininet4j.type.INTERNET_CONNECTED_INFO;
import io.github.wininet4j.type.INTERNET_DIAGNOSTIC_SOCKET_INFO;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.LongRef;
import io.github.wininet4j.type.TextBuffer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What single options do, and which of their values make no sense. */
@ContractTest
final class OptionEffectContractTest extends HttpFixture {
    private static final int SECURITY_FLAGS = InternetOption.INTERNET_OPTION_SECURITY_FLAGS;
    private static final int CONNECTED_STATE = InternetOption.INTERNET_OPTION_CONNECTED_STATE;

    private final Conversation client;

    OptionEffectContractTest(BackEndUnderTest backEnd) {
        super(backEnd);
        this.client = sync();
    }

    private int set(@Nullable HINTERNET handle, int option, @Nullable LPVOID memory, int length) {
        return api.InternetSetOption(handle, option, memory, length) ? 0 : api.GetLastError();
    }

    private int set(@Nullable HINTERNET handle, int option, int value) {
        return set(handle, option, new DwordRef(value), 4);
    }

    private int number(@Nullable HINTERNET handle, int option) {
        DwordRef value = new DwordRef();
        assertThat(api.InternetQueryOption(handle, option, value, new DwordRef(4)))
                .isTrue();
        return value.value;
    }

    private String text(HINTERNET handle, int option) {
        TextBuffer value = new TextBuffer(500);
        assertThat(api.InternetQueryOption(handle, option, value, new DwordRef(1000)))
                .isTrue();
        return value.toString();
    }

    private String sentTarget(HINTERNET request) {
        server.onRequest(HELLO);
        assertThat(client.send(request)).isZero();
        return server.takeRequest().target();
    }

    @Test
    @Rule({"R-OPTN-31", "R-OPTN-98", "R-OPTN-99", "R-TLS-4", "R-TLS-5", "R-TLS-7"})
    void securityFlags_areAdded_andWhatTellsOnlyIsPassedOver() {
        for (HINTERNET handle : new HINTERNET[] {client.connect(), client.openRequest("/")}) {
            assertThat(set(handle, SECURITY_FLAGS, SecurityFlag.SECURITY_FLAG_IGNORE_UNKNOWN_CA))
                    .isZero();
            assertThat(set(handle, SECURITY_FLAGS, SecurityFlag.SECURITY_FLAG_IGNORE_REVOCATION))
                    .isZero();
            assertThat(number(handle, SECURITY_FLAGS)).isEqualTo(0x180);
            assertThat(set(handle, SECURITY_FLAGS, SecurityFlag.SECURITY_FLAG_STRENGTH_STRONG))
                    .isZero();
            assertThat(number(handle, SECURITY_FLAGS)).isEqualTo(0x180);
            assertThat(set(handle, SECURITY_FLAGS, SecurityFlag.SECURITY_FLAG_SECURE | 0x1000))
                    .isEqualTo(WinInetError.ERROR_INTERNET_OPTION_NOT_SETTABLE);
            assertThat(number(handle, SECURITY_FLAGS)).isEqualTo(0x180);
        }
        HINTERNET request = client.openRequest("/");
        assertThat(set(request, InternetOption.INTERNET_OPTION_IGNORE_CERT_ERROR_FLAGS, 0x2000))
                .isZero();
        assertThat(number(request, InternetOption.INTERNET_OPTION_CERT_ERROR_FLAGS))
                .isEqualTo(0x2180);
    }

    @ParameterizedTest
    @CsvSource({
        "62, 4, 87",
        "62, 16, 87",
        "62, 15, 87",
        "73, 0, 160",
        "74, 0, 160",
        "103, 0, 160",
        "103, 1, 160",
        "103, 129, 160",
        "103, -1, 160",
        "102, 4, 87",
        "81, 5, 87",
        "81, -1, 87",
        "148, 8, 183"
    })
    @Rule({
        "R-OPTN-62",
        "R-OPTN-73",
        "R-OPTN-74",
        "R-OPTN-103",
        "R-OPTN-102",
        "R-OPTN-81",
        "R-OPTN-148",
        "R-PROJ-H2-6",
        "R-LIMIT-5",
        "R-LIMIT-7",
        "R-ERRN-160"
    })
    void set_ofAValueThatMakesNoSense_fails(int option, int value, int error) {
        boolean global = option == 73 || option == 74 || option == 103 || option == 81;
        assertThat(set(global ? null : client.openRequest("/"), option, value)).isEqualTo(error);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    @Rule("R-OPTN-81")
    void suppressBehavior_takesItsFiveValues(int value) {
        assertThat(set(null, InternetOption.INTERNET_OPTION_SUPPRESS_BEHAVIOR, value))
                .isZero();
    }

    private int setState(int state) {
        INTERNET_CONNECTED_INFO info = new INTERNET_CONNECTED_INFO();
        info.dwConnectedState = state;
        info.dwFlags = OptionValue.ISO_FORCE_DISCONNECTED;
        return set(null, CONNECTED_STATE, info, 8);
    }

    @Test
    @Rule("R-OPTN-50")
    @KnownDifference(
            backEnd = "native",
            reason = "memory has no type in C: what has no room for the structure gets the DWORD")
    void connectedState_withoutRoomForTheStructure_fails() {
        DwordRef length = new DwordRef(7);

        assertThat(api.InternetQueryOption(null, CONNECTED_STATE, new INTERNET_CONNECTED_INFO(), length))
                .isFalse();
        assertThat(length.value).isEqualTo(8);
    }

    @Test
    @Rule({"R-OPTN-50", "R-OPTN-77"})
    void disconnectedState_keepsRequestsFromTheNet_unlessTheyIgnoreIt() {
        server.handleAll(request -> Script.script().send(HELLO));
        assertThat(setState(InternetState.INTERNET_STATE_DISCONNECTED_BY_USER)).isZero();
        INTERNET_CONNECTED_INFO read = new INTERNET_CONNECTED_INFO();
        DwordRef length = new DwordRef(8);
        assertThat(api.InternetQueryOption(null, CONNECTED_STATE, read, length)).isTrue();
        assertThat(read.dwConnectedState).isEqualTo(InternetState.INTERNET_STATE_DISCONNECTED_BY_USER);

        assertThat(client.send(client.openRequest("/"))).isEqualTo(Win32Error.ERROR_FILE_NOT_FOUND);
        HINTERNET ignoring = client.openRequest("/");
        assertThat(set(ignoring, InternetOption.INTERNET_OPTION_IGNORE_OFFLINE, null, 0))
                .isZero();
        assertThat(client.send(ignoring)).isZero();

        assertThat(setState(InternetState.INTERNET_STATE_CONNECTED)).isZero();
        assertThat(client.send(client.openRequest("/"))).isZero();
        for (int nonsense : new int[] {0, 3, 0x11, InternetState.INTERNET_STATE_IDLE}) {
            assertThat(setState(nonsense)).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        }
        assertThat(number(null, CONNECTED_STATE)).isEqualTo(InternetState.INTERNET_STATE_CONNECTED);
    }

    @Test
    @Rule("R-OPTN-100")
    void codepagePath_decidesHowThePathIsEncoded() {
        HINTERNET request = client.openRequest("/\u00e4?\u00e4");
        assertThat(set(request, InternetOption.INTERNET_OPTION_CODEPAGE_PATH, 28591))
                .isZero();
        assertThat(sentTarget(request)).startsWith("/%E4?");

        assertThat(set(client.connect(), InternetOption.INTERNET_OPTION_CODEPAGE_PATH, 28591))
                .isZero();
        assertThat(sentTarget(client.openRequest("/\u00e4"))).isEqualTo("/%E4");
    }

    @ParameterizedTest
    @Rule("R-OPTN-100")
    @CsvSource({
        "20866, ж, %D6",
        "21866, є, %A4",
        "54936, ж, %A7%D8",
        "51936, 啊, %B0%A1",
        "51949, 가, %B0%A1",
        "28605, €, %A4",
        "28592, ł, %B3",
        "20932, あ, %A4%A2",
        "51932, あ, %A4%A2",
        "1361, 가, %88%61",
        "850, ð, %D0",
        "858, €, %D5",
        "437, é, %82",
        "1, é, %82",
        "3, €, %80",
        "0, €, %80",
        "936, €, %80",
        "932, あ, %82%A0",
        "1251, ж, %E6",
        "65001, ж, %D0%B6"
    })
    void codepagePath_ofEachKind_isWhatTheServerSees(int codePage, String character, String expected) {
        HINTERNET request = client.openRequest("/" + character);
        assertThat(set(request, InternetOption.INTERNET_OPTION_CODEPAGE_PATH, codePage))
                .isZero();

        assertThat(sentTarget(request)).isEqualTo("/" + expected);
    }

    @ParameterizedTest
    @Rule({"R-PROJ-URL-3", "R-OPTN-100", "R-OPTN-101"})
    @ValueSource(ints = {2, 1200, 47_114, -1, Integer.MIN_VALUE})
    void codepage_withoutCharset_countsAsTheAnsiOne(int unknown) {
        HINTERNET request = client.openRequest("/€?€");
        assertThat(set(request, InternetOption.INTERNET_OPTION_CODEPAGE_PATH, unknown))
                .isZero();
        assertThat(set(request, InternetOption.INTERNET_OPTION_CODEPAGE_EXTRA, unknown))
                .isZero();
        assertThat(set(request, InternetOption.INTERNET_OPTION_ENCODE_EXTRA, 1)).isZero();

        assertThat(sentTarget(request)).isEqualTo("/%80?%80");
    }

    @Test
    @Rule({"R-OPTN-101", "R-OPTN-155"})
    void codepageExtra_andEncodeExtra_decideHowTheQueryIsEncoded() {
        HINTERNET request = client.openRequest("/?\u00e4");
        assertThat(sentTarget(request)).isEqualTo("/?\u00e4");
        assertThat(set(request, InternetOption.INTERNET_OPTION_ENCODE_EXTRA, 1)).isZero();
        assertThat(sentTarget(request)).isEqualTo("/?%E4");
        assertThat(set(request, InternetOption.INTERNET_OPTION_CODEPAGE_EXTRA, 65001))
                .isZero();
        assertThat(sentTarget(request)).isEqualTo("/?%C3%A4");
    }

    @Test
    @Rule("R-OPTN-59")
    void httpVersionBelow11_isIgnored() {
        HTTP_VERSION_INFO version = new HTTP_VERSION_INFO();
        version.dwMajorVersion = 1;
        assertThat(set(null, InternetOption.INTERNET_OPTION_HTTP_VERSION, version, 8))
                .isZero();
        server.onRequest(HELLO);

        client.get("/");

        assertThat(server.takeRequest().requestLine()).endsWith("HTTP/1.1");
    }

    @Test
    @Rule({"R-OPTN-23", "R-OPTN-104", "R-OPTN-147", "R-OPTN-149"})
    void answeredRequest_hasHeaders_andKnowsItsProtocolAndLength() {
        server.onRequest(HELLO);
        HINTERNET request = client.openRequest("/");
        assertThat(set(request, InternetOption.INTERNET_OPTION_SUPPRESS_SERVER_AUTH, null, 0))
                .isZero();
        assertThat(number(request, InternetOption.INTERNET_OPTION_REQUEST_FLAGS))
                .isEqualTo(OptionValue.INTERNET_REQFLAG_NO_HEADERS);

        assertThat(client.send(request)).isZero();

        assertThat(number(request, InternetOption.INTERNET_OPTION_REQUEST_FLAGS))
                .isZero();
        assertThat(number(request, InternetOption.INTERNET_OPTION_HTTP_PROTOCOL_USED))
                .isZero();
        LongRef length = new LongRef();
        assertThat(api.InternetQueryOption(
                        request, InternetOption.INTERNET_OPTION_COMPRESSED_CONTENT_LENGTH, length, new DwordRef(8)))
                .isTrue();
        assertThat(length.value).isEqualTo(5);
        assertThat(set(request, InternetOption.INTERNET_OPTION_SUPPRESS_SERVER_AUTH, null, 0))
                .isEqualTo(WinInetError.ERROR_INTERNET_INCORRECT_HANDLE_STATE);
    }

    @Test
    @Rule("R-OPTN-34")
    void url_isThatOfTheLastRedirect_withoutFragment() {
        server.handle("/a", "HTTP/1.1 302 Found\r\nLocation: /b?c#d\r\nContent-Length: 0\r\n\r\n");
        server.handle("/b", HELLO);

        HINTERNET request = client.get("/a#e");

        assertThat(text(request, InternetOption.INTERNET_OPTION_URL)).isEqualTo(server.url("/b?c"));
    }

    @Test
    @Rule({"R-OPTN-33", "R-FLAG-28"})
    void dataFileName_namesTheFileOfTheBody_whenOneIsNeeded() throws IOException {
        server.handleAll(request -> Script.script().send(HELLO));
        HINTERNET request = client.openRequest("GET", "/", InternetFlag.INTERNET_FLAG_NEED_FILE);
        TextBuffer name = new TextBuffer(500);
        DwordRef length = new DwordRef(1000);
        assertThat(api.InternetQueryOption(request, InternetOption.INTERNET_OPTION_DATAFILE_NAME, name, length))
                .isFalse();
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_ITEM_NOT_FOUND);
        assertThat(length.value).isZero();

        assertThat(client.send(request)).isZero();
        Path file = Path.of(text(request, InternetOption.INTERNET_OPTION_DATAFILE_NAME));
        assertThat(file).exists();
        client.readAll(request);
        assertThat(Files.readString(file)).isEqualTo("hello");
        api.InternetCloseHandle(request);
        assertThat(file).doesNotExist();
    }

    @Test
    @Rule("R-OPTN-67")
    void socketInfo_tellsThePortsAndWhetherTheConnectionWasThereBefore() {
        server.handleAll(request -> Script.script().send(HELLO));
        for (int flags : new int[] {0, OptionValue.IDSI_FLAG_KEEP_ALIVE}) {
            HINTERNET request = client.get("/");
            INTERNET_DIAGNOSTIC_SOCKET_INFO info = new INTERNET_DIAGNOSTIC_SOCKET_INFO();
            assertThat(api.InternetQueryOption(
                            request, InternetOption.INTERNET_OPTION_DIAGNOSTIC_SOCKET_INFO, info, new DwordRef(24)))
                    .isTrue();
            assertThat(info.DestPort).isEqualTo(server.port());
            assertThat(info.SourcePort).isPositive();
            assertThat(info.Flags).isEqualTo(flags);
            client.readAll(request);
        }
    }

    @Test
    @Rule("R-OPTN-24")
    void extendedError_isThatOfTheThread() throws Exception {
        int closedPort;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closedPort = socket.getLocalPort();
        }
        Conversation nobody = Conversation.with(api, backEnd.statusLog(), "127.0.0.1", closedPort, 0, 0);
        assertThat(nobody.send(nobody.openRequest("/"))).isEqualTo(WinInetError.ERROR_INTERNET_CANNOT_CONNECT);

        assertThat(number(null, InternetOption.INTERNET_OPTION_EXTENDED_ERROR)).isEqualTo(10061);
        int elsewhere = CompletableFuture.supplyAsync(() -> number(null, InternetOption.INTERNET_OPTION_EXTENDED_ERROR))
                .get(Waits.SECONDS, TimeUnit.SECONDS);
        assertThat(elsewhere).isZero();
    }

    @Test
    @Rule({"R-OPTN-10", "R-OPTN-45", "R-CTX-4"})
    void oldContextValue_isTheAddressInsteadOfTheContent() {
        HINTERNET request = client.openRequest("/");
        assertThat(set(request, InternetOption.INTERNET_OPTION_CONTEXT_VALUE_OLD, new LongRef(99), 4))
                .isZero();
        LongRef context = new LongRef();
        assertThat(api.InternetQueryOption(
                        request, InternetOption.INTERNET_OPTION_CONTEXT_VALUE, context, new DwordRef(8)))
                .isTrue();
        assertThat(context.value).isEqualTo(99);
        assertThat(set(request, InternetOption.INTERNET_OPTION_CONTEXT_VALUE_OLD, null, 0))
                .isZero();
        assertThat(api.InternetQueryOption(
                        request, InternetOption.INTERNET_OPTION_CONTEXT_VALUE, context, new DwordRef(8)))
                .isTrue();
        assertThat(context.value).isZero();
    }

    @Test
    @Rule({"R-OPTN-39", "R-OPTN-37", "R-OPTN-95"})
    void settingsChanged_onAnyHandle_endsIdleConnections() {
        server.handleAll(request -> Script.script().send(HELLO));
        HINTERNET request = client.openRequest("/");
        int connections = 0;
        for (HINTERNET handle : new HINTERNET[] {client.session(), client.connect(), request}) {
            client.readAll(client.get("/"));
            assertThat(server.connectionCount()).isEqualTo(++connections);
            assertThat(set(handle, InternetOption.INTERNET_OPTION_SETTINGS_CHANGED, null, 0))
                    .isZero();
        }
        client.readAll(client.get("/"));
        assertThat(set(null, InternetOption.INTERNET_OPTION_REFRESH, null, 0)).isZero();
        assertThat(set(null, InternetOption.INTERNET_OPTION_PROXY_SETTINGS_CHANGED, null, 0))
                .isZero();
        client.readAll(client.get("/"));
        assertThat(server.connectionCount()).isEqualTo(connections + 1);
    }

    @Test
    @Rule("R-OPTN-65")
    void httpDecoding_ofTheSession_asksForCodedBodies_onlyIfTheProgramDoes() {
        server.handleAll(request -> Script.script().send(HELLO));
        assertThat(set(client.session(), InternetOption.INTERNET_OPTION_HTTP_DECODING, 1))
                .isZero();

        client.get("/");

        assertThat(server.takeRequest().hasHeader("Accept-Encoding")).isFalse();
    }
}
