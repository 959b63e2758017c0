package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.WinInet;
import io.github.wininet4j.constant.HttpAddReq;
import io.github.wininet4j.constant.HttpQuery;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.function.GopherFunctions;
import io.github.wininet4j.function.ReturnConvention;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Conversation;
import io.github.wininet4j.testing.HttpFixture;
import io.github.wininet4j.testing.RecordedRequest;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Script;
import io.github.wininet4j.type.ByteBlock;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HANDLE;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.HandleRef;
import io.github.wininet4j.type.INTERNET_BUFFERS;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.LockRef;
import io.github.wininet4j.type.StatusCallback;
import io.github.wininet4j.type.TextBuffer;
import io.github.wininet4j.type.WordRef;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Arguments that no caller should give: every function answers with its documented failure, and nothing else happens.
 */
@ContractTest
final class BadInputContractTest extends HttpFixture {
    /** Kinds of handles a function works on, by their letter: session, connection, request. */
    private static final Map<String, String> KINDS = kinds();

    /** Families that are not built: their functions all fail with one error, whatever they are given. */
    private static final Map<Class<?>, Integer> ABSENT =
            Map.of(GopherFunctions.class, WinInetError.ERROR_INTERNET_PROTOCOL_NOT_FOUND);

    /** It returns its error, and looks at a window before it does at a handle. */
    private static final String DIALOG = "InternetErrorDlg";

    /** What an argument is in a call that is about another one. */
    private static final Map<Class<?>, Object> HARMLESS = harmless();

    private final Conversation client;
    private final HINTERNET request;

    BadInputContractTest(BackEndUnderTest backEnd) {
        super(backEnd);
        server.handleAll(any -> Script.script().send(HELLO));
        this.client = sync();
        this.request = client.openRequest("/");
    }

    private static Map<String, String> kinds() {
        Map<String, String> kinds = new HashMap<>();
        for (String name : List.of("InternetConnect", "InternetGetProxyForUrl", "InternetOpenUrl")) {
            kinds.put(name, "s");
        }
        kinds.put("HttpOpenRequest", "c");
        for (String name : List.of(
                "HttpSendRequest",
                "HttpSendRequestEx",
                "HttpEndRequest",
                "HttpAddRequestHeaders",
                "HttpQueryInfo",
                "InternetReadFile",
                "InternetReadFileEx",
                "InternetWriteFile",
                "InternetSetFilePointer",
                "InternetQueryDataAvailable",
                "InternetLockRequestFile",
                "ResumeSuspendedDownload")) {
            kinds.put(name, "r");
        }
        kinds.put("HttpWebSocketCompleteUpgrade", "r");
        for (String name : List.of(
                "InternetFindNextFile",
                "HttpWebSocketClose",
                "HttpWebSocketQueryCloseStatus",
                "HttpWebSocketReceive",
                "HttpWebSocketSend",
                "HttpWebSocketShutdown",
                "FtpCommand",
                "FtpCreateDirectory",
                "FtpDeleteFile",
                "FtpFindFirstFile",
                "FtpGetCurrentDirectory",
                "FtpGetFile",
                "FtpGetFileEx",
                "FtpGetFileSize",
                "FtpOpenFile",
                "FtpPutFile",
                "FtpPutFileEx",
                "FtpRemoveDirectory",
                "FtpRenameFile",
                "FtpSetCurrentDirectory")) {
            kinds.put(name, "");
        }
        for (String name : List.of(
                "InternetCloseHandle",
                "InternetSetStatusCallback",
                "InternetQueryOption",
                "InternetSetOption",
                "InternetSetOptionEx")) {
            kinds.put(name, "scr");
        }
        return kinds;
    }

    private static Map<Class<?>, Object> harmless() {
        Map<Class<?>, Object> values = new HashMap<>();
        values.put(int.class, 0);
        values.put(long.class, 0L);
        values.put(boolean.class, false);
        values.put(String.class, "http://127.0.0.1/");
        values.put(ByteBuffer.class, ByteBuffer.allocate(4));
        values.put(DwordRef.class, new DwordRef(4));
        values.put(LPVOID.class, new DwordRef(4));
        values.put(INTERNET_BUFFERS.class, new INTERNET_BUFFERS());
        values.put(LockRef.class, new LockRef());
        values.put(HandleRef.class, new HandleRef());
        values.put(WordRef.class, new WordRef());
        values.put(TextBuffer.class, new TextBuffer(4));
        return values;
    }

    // ---- handles

    private static List<Method> functionsWithHandles() {
        return Stream.of(WinInet.class.getMethods())
                .filter(method -> Arrays.asList(method.getParameterTypes()).contains(HINTERNET.class))
                .sorted(Comparator.comparing(Method::getName))
                .toList();
    }

    private static List<Method> functionsThatAreThere() {
        return functionsWithHandles().stream()
                .filter(method -> !ABSENT.containsKey(method.getDeclaringClass())
                        && !method.getName().equals(DIALOG))
                .toList();
    }

    private Object call(Method function, HINTERNET handle) {
        Object[] arguments = Stream.of(function.getParameterTypes())
                .map(type -> type == HINTERNET.class ? handle : HARMLESS.get(type))
                .toArray();
        api.SetLastError(-1);
        try {
            return function.invoke(api, arguments);
        } catch (InvocationTargetException e) {
            throw new AssertionError(function.getName() + " threw", e.getCause());
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private void assertFails(Method function, HINTERNET handle, int error) {
        Object expected = switch (function.getName()) {
            case "InternetSetStatusCallback" -> StatusCallback.INTERNET_INVALID_STATUS_CALLBACK;
            case "InternetSetFilePointer", "FtpGetFileSize" -> -1;
            default -> ReturnConvention.failureValue(function, error);
        };
        Object result = call(function, handle);
        int lastError = api.GetLastError();
        assertThat(result).as("%s(%s)", function.getName(), handle).isEqualTo(expected);
        assertThat(lastError).as("%s(%s)", function.getName(), handle).isEqualTo(error);
    }

    private HINTERNET closedSession() {
        HINTERNET session = api.InternetOpen("closed", 1, null, null, 0);
        assertThat(api.InternetCloseHandle(session)).isTrue();
        return session;
    }

    /** Session, connection and request are unchanged, and no status was reported. */
    private void assertNothingHappened() {
        assertThat(log.names()).doesNotContain("HANDLE_CLOSING").hasSize(created());
        for (HINTERNET handle : List.of(client.session(), client.connect(), request)) {
            assertThat(api.InternetQueryOption(
                            handle, InternetOption.INTERNET_OPTION_HANDLE_TYPE, new DwordRef(), new DwordRef(4)))
                    .isTrue();
        }
        assertThat(server.connectionCount()).isZero();
    }

    /** The statuses of making the connection and the request. */
    private int created() {
        return log.entries(InternetStatus.INTERNET_STATUS_HANDLE_CREATED).size() == 2 ? 2 : -1;
    }

    @Test
    void everyFunctionWithAHandle_isLookedAt() {
        assertThat(functionsThatAreThere().stream().map(Method::getName))
                .containsExactlyInAnyOrderElementsOf(KINDS.keySet());
    }

    @Test
    @Rule({"R-GEN-2", "R-HANDLE-20", "R-HANDLE-34", "R-ERRN-6"})
    void everyFunction_onAHandleThatIsNone_failsWithInvalidHandle() {
        HINTERNET closed = closedSession();
        BackEnd other = backEnd.open();
        HINTERNET foreign =
                new HINTERNET(other.InternetOpen("other", 1, null, null, 0).value() + 0x10000);
        Set<String> withGlobalOptions = Set.of("InternetQueryOption", "InternetSetOption", "InternetSetOptionEx");
        for (Method function : functionsThatAreThere()) {
            for (HINTERNET none : new HINTERNET[] {
                null, closed, foreign, new HINTERNET(0), new HINTERNET(3), new HINTERNET(-1), new HINTERNET(1L << 40)
            }) {
                boolean isNull = none == null || none.value() == 0;
                if (isNull && withGlobalOptions.contains(function.getName())) {
                    // NULL stands for the process here; option 0 does not exist.
                    assertFails(function, none, WinInetError.ERROR_INTERNET_INVALID_OPTION);
                } else {
                    assertFails(function, none, Win32Error.ERROR_INVALID_HANDLE);
                }
            }
        }
        assertNothingHappened();
    }

    @Test
    @Rule({"R-GEN-2", "R-HANDLE-20", "R-HANDLE-21", "R-ERRN-12018"})
    void everyFunction_onAHandleOfAnotherKind_failsWithIncorrectHandleType() {
        Map<String, HINTERNET> handles = new LinkedHashMap<>();
        handles.put("s", client.session());
        handles.put("c", client.connect());
        handles.put("r", request);
        for (Method function : functionsThatAreThere()) {
            handles.forEach((kind, handle) -> {
                if (!KINDS.get(function.getName()).contains(kind)) {
                    assertFails(function, handle, WinInetError.ERROR_INTERNET_INCORRECT_HANDLE_TYPE);
                }
            });
        }
        assertNothingHappened();
    }

    /** Fails when a family gets built, which then belongs to the tests above. */
    @Test
    @Rule({"R-OPEN-Q-7", "R-ERRN-12008"})
    void everyFunctionOfAnAbsentFamily_saysThatItIsNotThere() {
        for (Method function : functionsWithHandles()) {
            Integer error = ABSENT.get(function.getDeclaringClass());
            if (error != null) {
                for (HINTERNET handle : new HINTERNET[] {null, new HINTERNET(3), client.connect()}) {
                    assertFails(function, handle, error);
                }
            }
        }
        // Without a window there is nothing to show a dialog over (R-DLG-6).
        assertThat(api.InternetErrorDlg(0, request, 0, 0, null)).isEqualTo(Win32Error.ERROR_INVALID_HANDLE);
        assertThat(api.InternetConnect(client.session(), "h", 70, null, null, 2, 0, 0))
                .isNull();
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_PROTOCOL_NOT_FOUND);
        assertNothingHappened();
    }

    @Test
    @Rule({"R-LOCK-5", "R-ERRN-6"})
    void internetUnlockRequestFile_ofNoLock_failsWithInvalidHandle() {
        for (HANDLE lock : new HANDLE[] {null, new HANDLE(0), new HANDLE(1), new HANDLE(request.value())}) {
            assertThat(api.InternetUnlockRequestFile(lock)).isFalse();
            assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_HANDLE);
        }
    }

    // ---- pointers and sizes

    private void refused(String what, BooleanSupplier call) {
        refused(what, Win32Error.ERROR_INVALID_PARAMETER, call);
    }

    private void refused(String what, int error, BooleanSupplier call) {
        api.SetLastError(-1);
        assertThat(call.getAsBoolean()).as(what).isFalse();
        assertThat(api.GetLastError()).as(what).isEqualTo(error);
    }

    @Test
    @Rule({"R-READ-2", "R-WRITE-2", "R-READEX-3", "R-SENDEX-3", "R-SEND-7", "R-ERRN-87"})
    void nullBuffersAndSizesThatCannotBe_areInvalidParameters() {
        assertThat(client.send(request)).isZero();
        ByteBuffer four = ByteBuffer.allocate(4);
        DwordRef count = new DwordRef();
        INTERNET_BUFFERS wrongSize = new INTERNET_BUFFERS();
        wrongSize.dwStructSize = 0;
        refused("read without count", () -> api.InternetReadFile(request, four, 4, null));
        refused("read without buffer", () -> api.InternetReadFile(request, null, 4, count));
        refused("read ex without structure", () -> api.InternetReadFileEx(request, null, 0, 0));
        refused("read ex, wrong structure", () -> api.InternetReadFileEx(request, wrongSize, 0, 0));
        refused("available with flags", () -> api.InternetQueryDataAvailable(request, count, 1, 0));
        refused("available with context", () -> api.InternetQueryDataAvailable(request, count, 0, 1));
        refused("write without count", () -> api.InternetWriteFile(request, four, 4, null));
        refused("write without buffer", () -> api.InternetWriteFile(request, null, 4, count));
        refused("send without buffer", () -> api.HttpSendRequest(request, null, 0, null, 4));
        refused("send ex, wrong structure", () -> api.HttpSendRequestEx(request, wrongSize, null, 0, 0));
        refused("send ex, out structure", () -> api.HttpSendRequestEx(request, null, new INTERNET_BUFFERS(), 0, 0));
        refused("end with structure", () -> api.HttpEndRequest(request, new INTERNET_BUFFERS(), 0, 0));
        refused("headers without text", () -> api.HttpAddRequestHeaders(request, null, 0, 0));
        refused("lock without pointer", () -> api.InternetLockRequestFile(request, null));
        refused("seek, unknown method", () -> api.InternetSetFilePointer(request, 0, null, -1, 0) != -1);
        refused("seek with context", () -> api.InternetSetFilePointer(request, 0, null, 0, 1) != -1);
        for (int size : new int[] {5, Integer.MAX_VALUE, -1, Integer.MIN_VALUE}) {
            INTERNET_BUFFERS buffers = new INTERNET_BUFFERS();
            buffers.lpvBuffer = four;
            buffers.dwBufferLength = size;
            refused("read " + size, () -> api.InternetReadFile(request, four, size, count));
            refused("read ex " + size, () -> api.InternetReadFileEx(request, buffers, 0, 0));
            refused("write " + size, () -> api.InternetWriteFile(request, four, size, count));
            refused("send " + size, () -> api.HttpSendRequest(request, null, 0, four, size));
            refused("send ex " + size, () -> api.HttpSendRequestEx(request, buffers, null, 0, 0));
        }
        for (int length : new int[] {-2, Integer.MIN_VALUE}) {
            refused("headers " + length, () -> api.HttpAddRequestHeaders(request, "A: b", length, 0));
            refused("send headers " + length, () -> api.HttpSendRequest(request, "A: b", length, null, 0));
            refused(
                    "url headers " + length,
                    () -> api.InternetOpenUrl(client.session(), server.url("/"), "A: b", length, 0, 0) != null);
        }
        assertThat(client.readText(request)).isEqualTo("hello");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    @Rule({"R-QUERY-2", "R-GEN-9", "R-ERRN-122", "R-ERRN-12010", "R-ERRN-12009"})
    void queries_withoutMemoryForTheAnswer_saySo() {
        assertThat(client.send(request)).isZero();
        int status = HttpQuery.HTTP_QUERY_STATUS_CODE;
        int agent = InternetOption.INTERNET_OPTION_USER_AGENT;
        int type = InternetOption.INTERNET_OPTION_HANDLE_TYPE;
        int priority = InternetOption.INTERNET_OPTION_REQUEST_PRIORITY;
        TextBuffer two = new TextBuffer(2);
        refused("query without length", () -> api.HttpQueryInfo(request, status, two, null, null));
        refused("option without length", () -> api.InternetQueryOption(client.session(), agent, two, null));
        int small = Win32Error.ERROR_INSUFFICIENT_BUFFER;
        refused("query, no buffer", small, () -> api.HttpQueryInfo(request, status, null, new DwordRef(), null));
        refused("query, small", small, () -> api.HttpQueryInfo(request, status, two, new DwordRef(4), null));
        refused(
                "option, no buffer",
                small,
                () -> api.InternetQueryOption(client.session(), agent, null, new DwordRef()));
        refused("option, small", small, () -> api.InternetQueryOption(client.session(), agent, two, new DwordRef(4)));
        refused("number, no buffer", small, () -> api.InternetQueryOption(request, type, null, new DwordRef(4)));
        int length = WinInetError.ERROR_INTERNET_BAD_OPTION_LENGTH;
        for (int size : new int[] {0, 3, 5, -1, Integer.MIN_VALUE}) {
            refused("set " + size, length, () -> api.InternetSetOption(request, priority, new DwordRef(1), size));
        }
        refused("set without buffer", () -> api.InternetSetOption(request, priority, null, 4));
        for (int option : new int[] {0, -1, 9999, Integer.MIN_VALUE}) {
            int unknown = WinInetError.ERROR_INTERNET_INVALID_OPTION;
            refused(
                    "query option " + option,
                    unknown,
                    () -> api.InternetQueryOption(request, option, new DwordRef(), new DwordRef(4)));
            refused("set option " + option, unknown, () -> api.InternetSetOption(request, option, new DwordRef(), 4));
        }
    }

    /**
     * The claimed length is what counts in C; here memory cannot be larger than it is, and a lie must not break
     * anything.
     */
    @Test
    @Rule({"R-GEN-9"})
    void lengthsBeyondTheMemory_neverThrow() {
        assertThat(client.send(request)).isZero();
        for (int length : new int[] {Integer.MAX_VALUE, -1, Integer.MIN_VALUE, 1 << 20}) {
            api.HttpQueryInfo(
                    request, HttpQuery.HTTP_QUERY_RAW_HEADERS_CRLF, new TextBuffer(2), new DwordRef(length), null);
            assertThat(api.GetLastError())
                    .isIn(Win32Error.ERROR_INSUFFICIENT_BUFFER, Win32Error.ERROR_INVALID_PARAMETER);
            api.InternetQueryOption(
                    request, InternetOption.INTERNET_OPTION_URL, new TextBuffer(2), new DwordRef(length));
            assertThat(api.GetLastError())
                    .isIn(Win32Error.ERROR_INSUFFICIENT_BUFFER, Win32Error.ERROR_INVALID_PARAMETER);
            api.InternetQueryOption(
                    request, InternetOption.INTERNET_OPTION_HANDLE_TYPE, new ByteBlock(2), new DwordRef(length));
            assertThat(api.GetLastError())
                    .isIn(Win32Error.ERROR_INSUFFICIENT_BUFFER, Win32Error.ERROR_INVALID_PARAMETER);
            api.InternetGetLastResponseInfo(new DwordRef(), new TextBuffer(2), new DwordRef(length));
            assertThat(api.GetLastError()).isIn(0, Win32Error.ERROR_INVALID_PARAMETER);
        }
    }

    // ---- URLs and header text

    @Test
    @Rule({"R-URLOPEN-3", "R-ERRN-12005", "R-ERRN-12006"})
    void malformedUrls_openNothing() {
        Map<String, Integer> errors = new LinkedHashMap<>();
        for (String url : List.of(
                "",
                " ",
                "no-scheme",
                "//host/",
                "http",
                "http:",
                "http:/",
                "http://",
                "1http://h/",
                ":",
                "mailto:a@b",
                "ht tp://h/")) {
            errors.put(url, WinInetError.ERROR_INTERNET_UNRECOGNIZED_SCHEME);
        }
        for (String url : List.of(
                "http:///path",
                "http://:80/",
                "http://user@/",
                "http://h:notaport/",
                "http://h:99999/",
                "http://h:-1/",
                "http://[::1/",
                "http://a b/",
                "http://h\r\nX-Evil: 1/")) {
            errors.put(url, WinInetError.ERROR_INTERNET_INVALID_URL);
        }
        Map<String, Integer> found = new LinkedHashMap<>();
        for (String url : errors.keySet()) {
            HINTERNET handle = api.InternetOpenUrl(client.session(), url, null, 0, 0, 1);
            found.put(url, handle != null ? 0 : api.GetLastError());
        }
        assertThat(found).isEqualTo(errors);
        assertNothingHappened();
    }

    @Test
    @Rule({"R-HDR-1", "R-HDR-15", "R-ERRN-12153"})
    void headerText_cannotEndTheHeadOrStartAnotherRequest() {
        int add = HttpAddReq.HTTP_ADDREQ_FLAG_ADD;
        for (String lines : List.of(
                "no colon",
                ": no name",
                "A: 1\r\n\r\nGET /evil HTTP/1.1\r\nHost: evil",
                "A\u0001: 1",
                "\u20ac: 1",
                "A: 1\r\nB")) {
            refused(
                    lines,
                    WinInetError.ERROR_HTTP_INVALID_HEADER,
                    () -> api.HttpAddRequestHeaders(request, lines, -1, add));
            refused(
                    lines,
                    WinInetError.ERROR_HTTP_INVALID_HEADER,
                    () -> api.HttpSendRequest(request, lines, -1, null, 0));
            refused(
                    lines,
                    WinInetError.ERROR_HTTP_INVALID_HEADER,
                    () -> api.InternetOpenUrl(client.session(), server.url("/"), lines, -1, 0, 1) != null);
        }
        assertNothingHappened();
        // Empty lines only separate headers, and the text ends at its NUL.
        assertThat(api.HttpAddRequestHeaders(request, "A: 1\r\n\r\nB: 2\0\r\n\r\nC: 3", -1, add))
                .isTrue();

        assertThat(client.send(request)).isZero();

        RecordedRequest sent = server.takeRequest();
        assertThat(sent.header("A")).isEqualTo("1");
        assertThat(sent.header("B")).isEqualTo("2");
        assertThat(sent.headerNames()).doesNotContain("C");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    @Rule({"R-OPEN-8", "R-OPTN-41", "R-GEN-14"})
    void agent_withLineEnds_addsNoHeader() {
        String evil = "agent\r\nX-Evil: 1\r\n\r\nGET /evil HTTP/1.1";
        HINTERNET session = api.InternetOpen(evil, 1, null, null, 0);
        assertThat(api.InternetOpenUrl(session, server.url("/a"), null, 0, 0, 0))
                .isNotNull();
        assertThat(api.InternetSetOption(
                        client.session(),
                        InternetOption.INTERNET_OPTION_USER_AGENT,
                        new TextBuffer(evil),
                        evil.length()))
                .isTrue();
        // A connection has the agent of the time when it was made (R-CONN-14).
        assertThat(api.InternetOpenUrl(client.session(), server.url("/b"), null, 0, 0, 0))
                .isNotNull();

        assertThat(server.requests()).hasSize(2).allSatisfy(seen -> {
            assertThat(seen.headerNames()).containsExactlyInAnyOrder("User-Agent", "Host");
            assertThat(seen.header("User-Agent")).isEqualTo("agent  X-Evil: 1    GET /evil HTTP/1.1");
        });
    }
}
