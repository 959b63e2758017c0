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

    static final List<ConformanceCase> ALL = List.of(
            new ConformanceCase(
                    "R-HANDLE-14[O] R-HANDLE-2[D]",
                    "Closing a session closes what was opened from it",
                    HandleSuite::closeSession,
                    "close session: TRUE",
                    "close connection: " + CLOSED,
                    "close request: " + CLOSED),
            new ConformanceCase(
                    "R-HANDLE-16[O] R-HANDLE-17[O] R-HANDLE-12[D]",
                    "HANDLE_CLOSING is reported for children with a context, request first, on the closing thread",
                    HandleSuite::closingOrder,
                    "HANDLE_CLOSING: request connection",
                    "on the thread that closes: true"),
            new ConformanceCase(
                    "R-HANDLE-15[O]",
                    "In HANDLE_CLOSING the handle cannot be asked any more",
                    HandleSuite::queryWhileClosing,
                    "InternetQueryOption: " + CLOSED),
            new ConformanceCase(
                    "R-HANDLE-9[D]",
                    "A closed handle is invalid",
                    HandleSuite::closedRequest,
                    "HttpSendRequest: " + CLOSED,
                    "HttpQueryInfo: " + CLOSED,
                    "InternetCloseHandle: " + CLOSED),
            new ConformanceCase(
                    "R-HANDLE-5[D]",
                    "Session, connection and request tell their kind",
                    HandleSuite::kinds,
                    "session: 1",
                    "connection: 4",
                    "request: 13"),
            new ConformanceCase(
                    "R-HANDLE-21[O] R-HANDLE-20[O]",
                    "Request functions refuse connections and sessions",
                    HandleSuite::wrongKind,
                    "HttpSendRequest(connection): " + WRONG_KIND,
                    "HttpQueryInfo(connection): " + WRONG_KIND,
                    "HttpAddRequestHeaders(connection): " + WRONG_KIND,
                    "HttpSendRequest(session): " + WRONG_KIND,
                    "HttpQueryInfo(session): " + WRONG_KIND,
                    "HttpAddRequestHeaders(session): " + WRONG_KIND),
            new ConformanceCase(
                    "R-HANDLE-25[O] R-HANDLE-24[D]",
                    "A child takes over options when it is made, and keeps them",
                    HandleSuite::inheritance,
                    "first request: 11111",
                    "first request afterwards: 11111",
                    "second request: 22222"),
            new ConformanceCase(
                    "R-HANDLE-32[O]",
                    "Between HttpSendRequestEx and HttpEndRequest there is no answer to ask about",
                    HandleSuite::noAnswerYet,
                    "HttpQueryInfo: FALSE, ERROR_INTERNET_INCORRECT_HANDLE_STATE (12019)"),
            new ConformanceCase(
                    "R-HANDLE-33[O]",
                    "Reading before the request is sent fails immediately",
                    HandleSuite::readTooEarly,
                    "InternetReadFile: false",
                    "InternetQueryDataAvailable: false"));

    private HandleSuite() {}

    private static void closeSession(TestBed bed) throws InterruptedException {
        CaseClient client = bed.sync();
        HINTERNET request = client.request(CannedResponses.DIGITS);
        bed.call("close session", bed.api().InternetCloseHandle(client.session()));
        bed.call("close connection", bed.api().InternetCloseHandle(client.connection()));
        bed.call("close request", bed.api().InternetCloseHandle(request));
    }

    private static void closingOrder(TestBed bed) throws InterruptedException {
        CaseClient client = bed.sync();
        HINTERNET request = client.request(CannedResponses.DIGITS);
        bed.api().InternetCloseHandle(client.session());
        client.awaitClosing(client.connection());
        var closing = client.events().all(e -> e.is(InternetStatus.INTERNET_STATUS_HANDLE_CLOSING));
        bed.note(
                "HANDLE_CLOSING",
                closing.stream()
                        .map(e -> e.handle().equals(request)
                                ? "request"
                                : e.handle().equals(client.connection()) ? "connection" : "session")
                        .collect(Collectors.joining(" ")));
        String here = Thread.currentThread().getName();
        bed.note(
                "on the thread that closes",
                closing.stream().allMatch(e -> e.thread().equals(here)));
    }

    private static void queryWhileClosing(TestBed bed) throws InterruptedException {
        CaseClient client = bed.sync();
        HINTERNET request = client.request(CannedResponses.DIGITS);
        bed.api().InternetSetStatusCallback(request, (handle, context, status, info, length) -> {
            if (status == InternetStatus.INTERNET_STATUS_HANDLE_CLOSING) {
                bed.call("InternetQueryOption", option(bed, handle, InternetOption.INTERNET_OPTION_HANDLE_TYPE));
            }
        });
        bed.api().InternetCloseHandle(client.session());
        client.awaitClosing(client.connection());
    }

    private static boolean option(TestBed bed, HINTERNET handle, int option) {
        return bed.api().InternetQueryOption(handle, option, new DwordRef(), new DwordRef(Integer.BYTES));
    }

    private static void closedRequest(TestBed bed) throws InterruptedException {
        CaseClient client = bed.sync();
        HINTERNET request = client.request(CannedResponses.DIGITS);
        bed.need("InternetCloseHandle", bed.api().InternetCloseHandle(request));
        bed.call("HttpSendRequest", client.send(request));
        bed.call("HttpQueryInfo", status(bed.api(), request));
        bed.call("InternetCloseHandle", bed.api().InternetCloseHandle(request));
    }

    private static boolean status(WinInet api, HINTERNET handle) {
        int level = HttpQuery.HTTP_QUERY_STATUS_CODE | HttpQuery.HTTP_QUERY_FLAG_NUMBER;
        return api.HttpQueryInfo(handle, level, new DwordRef(), new DwordRef(Integer.BYTES), null);
    }

    private static void kinds(TestBed bed) throws InterruptedException {
        CaseClient client = bed.sync();
        bed.note("session", number(bed, client.session(), InternetOption.INTERNET_OPTION_HANDLE_TYPE));
        bed.note("connection", number(bed, client.connection(), InternetOption.INTERNET_OPTION_HANDLE_TYPE));
        HINTERNET request = client.request(CannedResponses.DIGITS);
        bed.note("request", number(bed, request, InternetOption.INTERNET_OPTION_HANDLE_TYPE));
    }

    private static String number(TestBed bed, HINTERNET handle, int option) {
        DwordRef value = new DwordRef();
        boolean done = bed.api().InternetQueryOption(handle, option, value, new DwordRef(Integer.BYTES));
        return done ? Integer.toString(value.value) : bed.error();
    }

    private static void wrongKind(TestBed bed) throws InterruptedException {
        CaseClient client = bed.sync();
        wrongKind(bed, client.connection(), "(connection)");
        wrongKind(bed, client.session(), "(session)");
    }

    private static void wrongKind(TestBed bed, HINTERNET handle, String name) {
        bed.call("HttpSendRequest" + name, bed.api().HttpSendRequest(handle, null, 0, null, 0));
        bed.call("HttpQueryInfo" + name, status(bed.api(), handle));
        bed.call(
                "HttpAddRequestHeaders" + name,
                bed.api().HttpAddRequestHeaders(handle, "X: y", -1, HttpAddReq.HTTP_ADDREQ_FLAG_ADD));
    }

    private static void inheritance(TestBed bed) throws InterruptedException {
        int option = InternetOption.INTERNET_OPTION_RECEIVE_TIMEOUT;
        CaseClient client = bed.sync();
        bed.api().InternetSetOption(client.connection(), option, new DwordRef(11_111), Integer.BYTES);
        HINTERNET first = client.request(CannedResponses.DIGITS);
        bed.note("first request", number(bed, first, option));
        bed.api().InternetSetOption(client.connection(), option, new DwordRef(22_222), Integer.BYTES);
        bed.note("first request afterwards", number(bed, first, option));
        bed.note("second request", number(bed, client.request(CannedResponses.DIGITS), option));
    }

    private static void noAnswerYet(TestBed bed) throws InterruptedException {
        CaseClient client = bed.sync();
        HINTERNET request = client.request("POST", "/echo", CaseClient.UNCACHED, CaseClient.REQUEST);
        INTERNET_BUFFERS announced = new INTERNET_BUFFERS();
        announced.dwBufferTotal = 2;
        bed.need("HttpSendRequestEx", bed.api().HttpSendRequestEx(request, announced, null, 0, 0));
        bed.call("HttpQueryInfo", status(bed.api(), request));
    }

    private static void readTooEarly(TestBed bed) throws InterruptedException {
        HINTERNET request = bed.sync().request(CannedResponses.DIGITS);
        ByteBuffer buffer = ByteBuffer.allocate(8);
        bed.note("InternetReadFile", bed.api().InternetReadFile(request, buffer, 8, new DwordRef()));
        bed.note("InternetQueryDataAvailable", bed.api().InternetQueryDataAvailable(request, new DwordRef(), 0, 0));
    }
}
