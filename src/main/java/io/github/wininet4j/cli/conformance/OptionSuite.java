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

    static final List<Behaviour> ALL = List.of(
            new Behaviour(
                    "R-OPT-5[O] R-OPT-2[D] R-GEN-10[O]",
                    "The length of a text is bytes with the NUL on failure, characters without it on success",
                    OptionSuite::lengths,
                    "no buffer: " + SHORT,
                    "length: 28",
                    "enough: TRUE",
                    "length: 13",
                    "text: conformance/1"),
            new Behaviour(
                    "R-OPT-6[O]",
                    "A user name that was not set is empty",
                    ground -> {
                        Client client = ground.sync();
                        TextBuffer text = new TextBuffer(20);
                        DwordRef length = new DwordRef(text.sizeof());
                        int option = InternetOption.INTERNET_OPTION_USERNAME;
                        ground.call(
                                "USERNAME",
                                ground.api().InternetQueryOption(client.connection(), option, text, length));
                        ground.note("length", length.value);
                    },
                    "USERNAME: TRUE",
                    "length: 0"),
            new Behaviour(
                    "R-OPT-7[D]",
                    "A number of another size is refused",
                    ground -> ground.call(
                            "set two bytes",
                            ground.api()
                                    .InternetSetOption(ground.sync().session(), TIMEOUT, new DwordRef(1), Short.BYTES)),
                    "set two bytes: FALSE, ERROR_INTERNET_BAD_OPTION_LENGTH (12010)"),
            new Behaviour(
                    "R-OPT-8[D]",
                    "An option that does not exist",
                    ground -> {
                        WinInet api = ground.api();
                        HINTERNET session = ground.sync().session();
                        ground.call("query", api.InternetQueryOption(session, 0xffff, new DwordRef(), new DwordRef(4)));
                        ground.call("set", api.InternetSetOption(session, 0xffff, new DwordRef(), 4));
                    },
                    "query: FALSE, ERROR_INTERNET_INVALID_OPTION (12009)",
                    "set: FALSE, ERROR_INTERNET_INVALID_OPTION (12009)"),
            new Behaviour(
                    "R-OPT-9[D]",
                    "The kind of a handle can be read only",
                    ground -> ground.call(
                            "set HANDLE_TYPE",
                            ground.api()
                                    .InternetSetOption(
                                            ground.sync().session(),
                                            InternetOption.INTERNET_OPTION_HANDLE_TYPE,
                                            new DwordRef(1),
                                            4)),
                    "set HANDLE_TYPE: FALSE, ERROR_INTERNET_OPTION_NOT_SETTABLE (12011)"),
            new Behaviour(
                    "R-OPT-19[O]",
                    "A timeout reads back from session, connection and request",
                    ground -> {
                        Client client = ground.sync();
                        HINTERNET request = client.request(FixedAnswers.DIGITS);
                        ground.note("session", readBack(ground, client.session(), 12_001));
                        ground.note("connection", readBack(ground, client.connection(), 12_002));
                        ground.note("request", readBack(ground, request, 12_003));
                    },
                    "session: 12001",
                    "connection: 12002",
                    "request: 12003"),
            new Behaviour(
                    "R-OPEN-10[O]",
                    "USER_AGENT is an option of sessions",
                    ground -> {
                        TextBuffer text = new TextBuffer(50);
                        DwordRef length = new DwordRef(text.sizeof());
                        HINTERNET connection = ground.sync().connection();
                        ground.call("NULL", ground.api().InternetQueryOption(null, AGENT, text, length));
                        length.value = text.sizeof();
                        ground.call("connection", ground.api().InternetQueryOption(connection, AGENT, text, length));
                    },
                    "NULL: FALSE, ERROR_INTERNET_INCORRECT_HANDLE_TYPE (12018)",
                    "connection: FALSE, ERROR_INTERNET_INCORRECT_HANDLE_TYPE (12018)"),
            new Behaviour(
                    "R-REQ-18[O]",
                    "The URL of a request names the port",
                    ground -> {
                        TextBuffer text = new TextBuffer(200);
                        HINTERNET request = ground.sync().request(FixedAnswers.DIGITS);
                        int option = InternetOption.INTERNET_OPTION_URL;
                        ground.call(
                                "URL",
                                ground.api().InternetQueryOption(request, option, text, new DwordRef(text.sizeof())));
                        ground.note(
                                "as expected",
                                ground.server().url(FixedAnswers.DIGITS).equals(text.toString()));
                    },
                    "URL: TRUE",
                    "as expected: true"),
            new Behaviour(
                    "R-OPEN-5[O]",
                    "A session with a proxy needs to know which",
                    ground -> ground.call(
                            "InternetOpen",
                            ground.api().InternetOpen("agent", InternetFlag.INTERNET_OPEN_TYPE_PROXY, null, null, 0)),
                    "InternetOpen: " + INVALID),
            new Behaviour(
                    "R-HANDLE-22[O]",
                    "InternetConnect needs a session and a server",
                    ground -> {
                        WinInet api = ground.api();
                        HINTERNET session = ground.sync().session();
                        ground.call("no session", api.InternetConnect(null, "localhost", 80, null, null, 3, 0, 0));
                        ground.call("no server", api.InternetConnect(session, null, 80, null, null, 3, 0, 0));
                        ground.call("empty server", api.InternetConnect(session, "", 80, null, null, 3, 0, 0));
                    },
                    "no session: NULL, ERROR_INVALID_HANDLE (6)",
                    "no server: " + INVALID,
                    "empty server: " + INVALID),
            new Behaviour(
                    "R-URLOPEN-3[O]",
                    "InternetOpenUrl needs a scheme it knows",
                    ground -> {
                        HINTERNET session = ground.sync().session();
                        ground.call("no scheme", ground.api().InternetOpenUrl(session, "host/path", null, 0, 0, 0));
                        ground.call("unknown", ground.api().InternetOpenUrl(session, "zz://host/", null, 0, 0, 0));
                    },
                    "no scheme: NULL, ERROR_INTERNET_UNRECOGNIZED_SCHEME (12006)",
                    "unknown: NULL, ERROR_INTERNET_UNRECOGNIZED_SCHEME (12006)"));

    private OptionSuite() {}

    private static void lengths(Ground ground) {
        HINTERNET session = ground.sync().session();
        DwordRef length = new DwordRef();
        ground.call("no buffer", ground.api().InternetQueryOption(session, AGENT, null, length));
        ground.note("length", length.value);
        TextBuffer text = new TextBuffer(length.value / Character.BYTES);
        ground.call("enough", ground.api().InternetQueryOption(session, AGENT, text, length));
        ground.note("length", length.value);
        ground.note("text", text);
    }

    private static String readBack(Ground ground, HINTERNET handle, int value) {
        DwordRef read = new DwordRef();
        boolean done = ground.api().InternetSetOption(handle, TIMEOUT, new DwordRef(value), Integer.BYTES)
                && ground.api().InternetQueryOption(handle, TIMEOUT, read, new DwordRef(Integer.BYTES));
        return done ? Integer.toString(read.value) : ground.error();
    }
}
