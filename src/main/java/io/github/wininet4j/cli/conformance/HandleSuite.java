package io.github.wininet4j.cli.conformance;

import io.github.wininet4j.WinInet;
import io.github.wininet4j.constant.HttpAddReq;
import io.github.wininet4j.constant.HttpQuery;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_BUFFERS;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Collectors;

/** Handles: kinds, inheritance, and what closing does. */
final class HandleSuite {
    private static final String CLOSED = "FALSE, ERROR_INVALID_HANDLE (6)";
    private static final String WRONG_KIND = "FALSE, ERROR_INTERNET_INCORRECT_HANDLE_TYPE (12018)";

    static final List<Behaviour> ALL = List.of(
            new Behaviour(
                    "R-HANDLE-14[O] R-HANDLE-2[D]",
                    "Closing a session closes what was opened from it",
                    HandleSuite::closeSession,
                    "close session: TRUE",
                    "close connection: " + CLOSED,
                    "close request: " + CLOSED),
            new Behaviour(
                    "R-HANDLE-16[O] R-HANDLE-17[O] R-HANDLE-12[D]",
                    "HANDLE_CLOSING comes for children with a context, the request first, on the thread that closes",
                    HandleSuite::closingOrder,
                    "HANDLE_CLOSING: request connection",
                    "on the thread that closes: true"),
            new Behaviour(
                    "R-HANDLE-15[O]",
                    "In HANDLE_CLOSING the handle cannot be asked any more",
                    HandleSuite::queryWhileClosing,
                    "InternetQueryOption: " + CLOSED),
            new Behaviour(
                    "R-HANDLE-9[D]",
                    "A closed handle is invalid",
                    HandleSuite::closedRequest,
                    "HttpSendRequest: " + CLOSED,
                    "HttpQueryInfo: " + CLOSED,
                    "InternetCloseHandle: " + CLOSED),
            new Behaviour(
                    "R-HANDLE-5[D]",
                    "Session, connection and request tell their kind",
                    HandleSuite::kinds,
                    "session: 1",
                    "connection: 4",
                    "request: 13"),
            new Behaviour(
                    "R-HANDLE-21[O] R-HANDLE-20[O]",
                    "Request functions refuse connections and sessions",
                    HandleSuite::wrongKind,
                    "HttpSendRequest(connection): " + WRONG_KIND,
                    "HttpQueryInfo(connection): " + WRONG_KIND,
                    "HttpAddRequestHeaders(connection): " + WRONG_KIND,
                    "HttpSendRequest(session): " + WRONG_KIND,
                    "HttpQueryInfo(session): " + WRONG_KIND,
                    "HttpAddRequestHeaders(session): " + WRONG_KIND),
            new Behaviour(
                    "R-HANDLE-25[O] R-HANDLE-24[D]",
                    "A child takes over options when it is made, and keeps them",
                    HandleSuite::inheritance,
                    "first request: 11111",
                    "first request afterwards: 11111",
                    "second request: 22222"),
            new Behaviour(
                    "R-HANDLE-32[O]",
                    "Between HttpSendRequestEx and HttpEndRequest there is no answer to ask about",
                    HandleSuite::noAnswerYet,
                    "HttpQueryInfo: FALSE, ERROR_INTERNET_INCORRECT_HANDLE_STATE (12019)"),
            new Behaviour(
                    "R-HANDLE-33[O]",
                    "Reading before the request is sent fails at once",
                    HandleSuite::readTooEarly,
                    "InternetReadFile: false",
                    "InternetQueryDataAvailable: false"));

    private HandleSuite() {}

    private static void closeSession(Ground ground) {
        Client client = ground.sync();
        HINTERNET request = client.request(FixedAnswers.DIGITS);
        ground.call("close session", ground.api().InternetCloseHandle(client.session()));
        ground.call("close connection", ground.api().InternetCloseHandle(client.connection()));
        ground.call("close request", ground.api().InternetCloseHandle(request));
    }

    private static void closingOrder(Ground ground) throws InterruptedException {
        Client client = ground.sync();
        HINTERNET request = client.request(FixedAnswers.DIGITS);
        ground.api().InternetCloseHandle(client.session());
        client.awaitClosing(client.connection());
        var closing = client.events().all(e -> e.is(InternetStatus.INTERNET_STATUS_HANDLE_CLOSING));
        ground.note(
                "HANDLE_CLOSING",
                closing.stream()
                        .map(e -> e.handle().equals(request)
                                ? "request"
                                : e.handle().equals(client.connection()) ? "connection" : "session")
                        .collect(Collectors.joining(" ")));
        String here = Thread.currentThread().getName();
        ground.note(
                "on the thread that closes",
                closing.stream().allMatch(e -> e.thread().equals(here)));
    }

    private static void queryWhileClosing(Ground ground) throws InterruptedException {
        Client client = ground.sync();
        HINTERNET request = client.request(FixedAnswers.DIGITS);
        ground.api().InternetSetStatusCallback(request, (handle, context, status, info, length) -> {
            if (status == InternetStatus.INTERNET_STATUS_HANDLE_CLOSING) {
                ground.call("InternetQueryOption", option(ground, handle, InternetOption.INTERNET_OPTION_HANDLE_TYPE));
            }
        });
        ground.api().InternetCloseHandle(client.session());
        client.awaitClosing(client.connection());
    }

    private static boolean option(Ground ground, HINTERNET handle, int option) {
        return ground.api().InternetQueryOption(handle, option, new DwordRef(), new DwordRef(Integer.BYTES));
    }

    private static void closedRequest(Ground ground) {
        Client client = ground.sync();
        HINTERNET request = client.request(FixedAnswers.DIGITS);
        ground.need("InternetCloseHandle", ground.api().InternetCloseHandle(request));
        ground.call("HttpSendRequest", client.send(request));
        ground.call("HttpQueryInfo", status(ground.api(), request));
        ground.call("InternetCloseHandle", ground.api().InternetCloseHandle(request));
    }

    private static boolean status(WinInet api, HINTERNET handle) {
        int level = HttpQuery.HTTP_QUERY_STATUS_CODE | HttpQuery.HTTP_QUERY_FLAG_NUMBER;
        return api.HttpQueryInfo(handle, level, new DwordRef(), new DwordRef(Integer.BYTES), null);
    }

    private static void kinds(Ground ground) {
        Client client = ground.sync();
        ground.note("session", number(ground, client.session(), InternetOption.INTERNET_OPTION_HANDLE_TYPE));
        ground.note("connection", number(ground, client.connection(), InternetOption.INTERNET_OPTION_HANDLE_TYPE));
        HINTERNET request = client.request(FixedAnswers.DIGITS);
        ground.note("request", number(ground, request, InternetOption.INTERNET_OPTION_HANDLE_TYPE));
    }

    private static String number(Ground ground, HINTERNET handle, int option) {
        DwordRef value = new DwordRef();
        boolean done = ground.api().InternetQueryOption(handle, option, value, new DwordRef(Integer.BYTES));
        return done ? Integer.toString(value.value) : ground.error();
    }

    private static void wrongKind(Ground ground) {
        Client client = ground.sync();
        wrongKind(ground, client.connection(), "(connection)");
        wrongKind(ground, client.session(), "(session)");
    }

    private static void wrongKind(Ground ground, HINTERNET handle, String name) {
        ground.call("HttpSendRequest" + name, ground.api().HttpSendRequest(handle, null, 0, null, 0));
        ground.call("HttpQueryInfo" + name, status(ground.api(), handle));
        ground.call(
                "HttpAddRequestHeaders" + name,
                ground.api().HttpAddRequestHeaders(handle, "X: y", -1, HttpAddReq.HTTP_ADDREQ_FLAG_ADD));
    }

    private static void inheritance(Ground ground) {
        int option = InternetOption.INTERNET_OPTION_RECEIVE_TIMEOUT;
        Client client = ground.sync();
        ground.api().InternetSetOption(client.connection(), option, new DwordRef(11_111), Integer.BYTES);
        HINTERNET first = client.request(FixedAnswers.DIGITS);
        ground.note("first request", number(ground, first, option));
        ground.api().InternetSetOption(client.connection(), option, new DwordRef(22_222), Integer.BYTES);
        ground.note("first request afterwards", number(ground, first, option));
        ground.note("second request", number(ground, client.request(FixedAnswers.DIGITS), option));
    }

    private static void noAnswerYet(Ground ground) {
        Client client = ground.sync();
        HINTERNET request = client.request("POST", "/echo", Client.UNCACHED, Client.REQUEST);
        INTERNET_BUFFERS announced = new INTERNET_BUFFERS();
        announced.dwBufferTotal = 2;
        ground.need("HttpSendRequestEx", ground.api().HttpSendRequestEx(request, announced, null, 0, 0));
        ground.call("HttpQueryInfo", status(ground.api(), request));
    }

    private static void readTooEarly(Ground ground) {
        HINTERNET request = ground.sync().request(FixedAnswers.DIGITS);
        ByteBuffer buffer = ByteBuffer.allocate(8);
        ground.note("InternetReadFile", ground.api().InternetReadFile(request, buffer, 8, new DwordRef()));
        ground.note(
                "InternetQueryDataAvailable", ground.api().InternetQueryDataAvailable(request, new DwordRef(), 0, 0));
    }
}
