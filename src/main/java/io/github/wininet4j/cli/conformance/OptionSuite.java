package io.github.wininet4j.cli.conformance;

import io.github.wininet4j.WinInet;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.TextBuffer;
import java.util.List;

/** Options, and what InternetOpen and InternetConnect refuse. */
final class OptionSuite {
    private static final int AGENT = InternetOption.INTERNET_OPTION_USER_AGENT;
    private static final int TIMEOUT = InternetOption.INTERNET_OPTION_RECEIVE_TIMEOUT;
    private static final String INVALID = "NULL, ERROR_INVALID_PARAMETER (87)";
    private static final String SHORT = "FALSE, ERROR_INSUFFICIENT_BUFFER (122)";

    static final List<ConformanceCase> ALL = List.of(
            new ConformanceCase(
                    "R-OPT-5[O] R-OPT-2[D] R-GEN-10[O]",
                    "The length of a text is bytes with the NUL on failure, characters without it on success",
                    OptionSuite::lengths,
                    "no buffer: " + SHORT,
                    "length: 28",
                    "enough: TRUE",
                    "length: 13",
                    "text: conformance/1"),
            new ConformanceCase(
                    "R-OPT-6[O]",
                    "A user name that was not set is empty",
                    bed -> {
                        CaseClient client = bed.sync();
                        TextBuffer text = new TextBuffer(20);
                        DwordRef length = new DwordRef(text.sizeof());
                        int option = InternetOption.INTERNET_OPTION_USERNAME;
                        bed.call("USERNAME", bed.api().InternetQueryOption(client.connection(), option, text, length));
                        bed.note("length", length.value);
                    },
                    "USERNAME: TRUE",
                    "length: 0"),
            new ConformanceCase(
                    "R-OPT-7[D]",
                    "A number of another size is refused",
                    bed -> bed.call(
                            "set two bytes",
                            bed.api().InternetSetOption(bed.sync().session(), TIMEOUT, new DwordRef(1), Short.BYTES)),
                    "set two bytes: FALSE, ERROR_INTERNET_BAD_OPTION_LENGTH (12010)"),
            new ConformanceCase(
                    "R-OPT-8[D]",
                    "An option that does not exist",
                    bed -> {
                        WinInet api = bed.api();
                        HINTERNET session = bed.sync().session();
                        bed.call("query", api.InternetQueryOption(session, 0xffff, new DwordRef(), new DwordRef(4)));
                        bed.call("set", api.InternetSetOption(session, 0xffff, new DwordRef(), 4));
                    },
                    "query: FALSE, ERROR_INTERNET_INVALID_OPTION (12009)",
                    "set: FALSE, ERROR_INTERNET_INVALID_OPTION (12009)"),
            new ConformanceCase(
                    "R-OPT-9[D]",
                    "The kind of a handle can be read only",
                    bed -> bed.call(
                            "set HANDLE_TYPE",
                            bed.api()
                                    .InternetSetOption(
                                            bed.sync().session(),
                                            InternetOption.INTERNET_OPTION_HANDLE_TYPE,
                                            new DwordRef(1),
                                            4)),
                    "set HANDLE_TYPE: FALSE, ERROR_INTERNET_OPTION_NOT_SETTABLE (12011)"),
            new ConformanceCase(
                    "R-OPT-19[O]",
                    "A timeout reads back from session, connection and request",
                    bed -> {
                        CaseClient client = bed.sync();
                        HINTERNET request = client.request(CannedResponses.DIGITS);
                        bed.note("session", readBack(bed, client.session(), 12_001));
                        bed.note("connection", readBack(bed, client.connection(), 12_002));
                        bed.note("request", readBack(bed, request, 12_003));
                    },
                    "session: 12001",
                    "connection: 12002",
                    "request: 12003"),
            new ConformanceCase(
                    "R-OPEN-10[O]",
                    "USER_AGENT is an option of sessions",
                    bed -> {
                        TextBuffer text = new TextBuffer(50);
                        DwordRef length = new DwordRef(text.sizeof());
                        HINTERNET connection = bed.sync().connection();
                        bed.call("NULL", bed.api().InternetQueryOption(null, AGENT, text, length));
                        length.value = text.sizeof();
                        bed.call("connection", bed.api().InternetQueryOption(connection, AGENT, text, length));
                    },
                    "NULL: FALSE, ERROR_INTERNET_INCORRECT_HANDLE_TYPE (12018)",
                    "connection: FALSE, ERROR_INTERNET_INCORRECT_HANDLE_TYPE (12018)"),
            new ConformanceCase(
                    "R-REQ-18[O]",
                    "The URL of a request names the port",
                    bed -> {
                        TextBuffer text = new TextBuffer(200);
                        HINTERNET request = bed.sync().request(CannedResponses.DIGITS);
                        int option = InternetOption.INTERNET_OPTION_URL;
                        bed.call(
                                "URL",
                                bed.api().InternetQueryOption(request, option, text, new DwordRef(text.sizeof())));
                        bed.note(
                                "as expected",
                                bed.server().url(CannedResponses.DIGITS).equals(text.toString()));
                    },
                    "URL: TRUE",
                    "as expected: true"),
            new ConformanceCase(
                    "R-OPEN-5[O]",
                    "A session with a proxy needs to know which",
                    bed -> bed.call(
                            "InternetOpen",
                            bed.api().InternetOpen("agent", InternetFlag.INTERNET_OPEN_TYPE_PROXY, null, null, 0)),
                    "InternetOpen: " + INVALID),
            new ConformanceCase(
                    "R-HANDLE-22[O]",
                    "InternetConnect needs a session and a server",
                    bed -> {
                        WinInet api = bed.api();
                        HINTERNET session = bed.sync().session();
                        bed.call("no session", api.InternetConnect(null, "localhost", 80, null, null, 3, 0, 0));
                        bed.call("no server", api.InternetConnect(session, null, 80, null, null, 3, 0, 0));
                        bed.call("empty server", api.InternetConnect(session, "", 80, null, null, 3, 0, 0));
                    },
                    "no session: NULL, ERROR_INVALID_HANDLE (6)",
                    "no server: " + INVALID,
                    "empty server: " + INVALID),
            new ConformanceCase(
                    "R-URLOPEN-3[O]",
                    "InternetOpenUrl needs a scheme it knows",
                    bed -> {
                        HINTERNET session = bed.sync().session();
                        bed.call("no scheme", bed.api().InternetOpenUrl(session, "host/path", null, 0, 0, 0));
                        bed.call("unknown", bed.api().InternetOpenUrl(session, "zz://host/", null, 0, 0, 0));
                    },
                    "no scheme: NULL, ERROR_INTERNET_UNRECOGNIZED_SCHEME (12006)",
                    "unknown: NULL, ERROR_INTERNET_UNRECOGNIZED_SCHEME (12006)"));

    private OptionSuite() {}

    private static void lengths(TestBed bed) throws InterruptedException {
        HINTERNET session = bed.sync().session();
        DwordRef length = new DwordRef();
        bed.call("no buffer", bed.api().InternetQueryOption(session, AGENT, null, length));
        bed.note("length", length.value);
        TextBuffer text = new TextBuffer(length.value / Character.BYTES);
        bed.call("enough", bed.api().InternetQueryOption(session, AGENT, text, length));
        bed.note("length", length.value);
        bed.note("text", text);
    }

    private static String readBack(TestBed bed, HINTERNET handle, int value) {
        DwordRef read = new DwordRef();
        boolean done = bed.api().InternetSetOption(handle, TIMEOUT, new DwordRef(value), Integer.BYTES)
                && bed.api().InternetQueryOption(handle, TIMEOUT, read, new DwordRef(Integer.BYTES));
        return done ? Integer.toString(read.value) : bed.error();
    }
}
