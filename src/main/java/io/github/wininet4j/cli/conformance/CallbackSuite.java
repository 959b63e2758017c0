package io.github.wininet4j.cli.conformance;

import io.github.wininet4j.WinInet;
import io.github.wininet4j.cli.EventLog;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.type.CallbackRef;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.LongRef;
import io.github.wininet4j.type.StatusCallback;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Callbacks, their order in synchronous mode, and their context values. */
final class CallbackSuite {
    private static final int CONTEXT = InternetOption.INTERNET_OPTION_CONTEXT_VALUE;
    private static final String EXCHANGE = "SENDING_REQUEST REQUEST_SENT RECEIVING_RESPONSE RESPONSE_RECEIVED";

    static final List<ConformanceCase> ALL = List.of(
            new ConformanceCase(
                    "R-CB-1[D] R-CB-3[D]",
                    "Setting a callback returns the one before; NULL removes it",
                    CallbackSuite::previous,
                    "first set: none",
                    "second set: the first",
                    "set NULL: the second",
                    "set again: none",
                    "closed handle: INTERNET_INVALID_STATUS_CALLBACK"),
            new ConformanceCase(
                    "R-CB-4[D] R-CB-6[D]",
                    "A child takes over the callback when it is made",
                    CallbackSuite::inherited,
                    "first sees HANDLE_CREATED of: 1",
                    "second sees HANDLE_CREATED of: 2"),
            new ConformanceCase(
                    "R-CB-8[O]",
                    "The statuses of a handle go to the callback of that handle only",
                    CallbackSuite::own,
                    "at the request's: " + EXCHANGE,
                    "at the session's: "),
            new ConformanceCase(
                    "R-CB-9[O]",
                    "INTERNET_OPTION_CALLBACK cannot be set",
                    CallbackSuite::optionCallback,
                    "session: FALSE, ERROR_INTERNET_OPTION_NOT_SETTABLE (12011)",
                    "NULL: FALSE, ERROR_INTERNET_INCORRECT_HANDLE_TYPE (12018)"),
            new ConformanceCase(
                    "R-SEQ-1[O] R-SEQ-3[O] R-ASYNC-8[O]",
                    "A synchronous request reports its steps, and no completion",
                    bed -> {
                        CaseClient client = bed.sync();
                        bed.note("steps", client.steps(client.get(CannedResponses.DIGITS)));
                    },
                    "steps: CONNECTING_TO_SERVER CONNECTED_TO_SERVER " + EXCHANGE),
            new ConformanceCase(
                    "R-SEQ-4[O]",
                    "A connection that is reused is not opened again",
                    CallbackSuite::reused,
                    "steps: " + EXCHANGE),
            new ConformanceCase(
                    "R-SEQ-8[O]",
                    "A redirect is reported once, between two exchanges",
                    bed -> {
                        CaseClient client = bed.sync();
                        String steps = client.steps(client.get(CannedResponses.MOVED));
                        // Whether the second exchange has its own connection depends on the server.
                        bed.note("steps", steps.replace("CONNECTING_TO_SERVER CONNECTED_TO_SERVER ", ""));
                    },
                    "steps: " + EXCHANGE + " REDIRECT " + EXCHANGE),
            new ConformanceCase(
                    "R-SEQ-9[O] R-REQ-15[O]",
                    "HANDLE_CREATED is reported for connection and request before the call returns",
                    CallbackSuite::created,
                    "after InternetConnect: 7",
                    "after HttpOpenRequest: 7 8"),
            new ConformanceCase(
                    "R-CTX-1[D]",
                    "Without a context there are no callbacks; otherwise they carry the context of the handle",
                    CallbackSuite::contexts,
                    "context 0: 0 callbacks",
                    "context 21: carry [21]"),
            new ConformanceCase(
                    "R-CTX-3[O] R-CTX-6[O]",
                    "A session starts without a context, and children do not take over the one it is given",
                    CallbackSuite::contextNotInherited,
                    "session: 0",
                    "session, after 1 was set: 1",
                    "connection made with 0: 0"),
            new ConformanceCase(
                    "R-CTX-5[O]",
                    "INTERNET_OPTION_CONTEXT_VALUE refuses anything but a context",
                    CallbackSuite::badContext,
                    "set nothing: FALSE, ERROR_INVALID_PARAMETER (87)",
                    "set two bytes: FALSE, ERROR_INVALID_PARAMETER (87)",
                    "query without buffer: FALSE, ERROR_INSUFFICIENT_BUFFER (122)",
                    "query of NULL: FALSE, ERROR_INTERNET_INCORRECT_HANDLE_TYPE (12018)"));

    private CallbackSuite() {}

    private static void previous(TestBed bed) {
        WinInet api = bed.api();
        HINTERNET session = bed.need(
                "InternetOpen",
                api.InternetOpen("conformance/1", InternetFlag.INTERNET_OPEN_TYPE_DIRECT, null, null, 0));
        EventLog first = new EventLog();
        EventLog second = new EventLog();
        bed.note("first set", which(api.InternetSetStatusCallback(session, first), first, second));
        bed.note("second set", which(api.InternetSetStatusCallback(session, second), first, second));
        bed.note("set NULL", which(api.InternetSetStatusCallback(session, null), first, second));
        bed.note("set again", which(api.InternetSetStatusCallback(session, first), first, second));
        api.InternetCloseHandle(session);
        bed.note("closed handle", which(api.InternetSetStatusCallback(session, first), first, second));
    }

    private static String which(@Nullable StatusCallback got, StatusCallback first, StatusCallback second) {
        if (got == null) {
            return "none";
        }
        if (got == StatusCallback.INTERNET_INVALID_STATUS_CALLBACK) {
            return "INTERNET_INVALID_STATUS_CALLBACK";
        }
        return got == first ? "the first" : got == second ? "the second" : "another";
    }

    private static void inherited(TestBed bed) throws InterruptedException {
        CaseClient client = bed.sync();
        EventLog first = new EventLog();
        EventLog second = new EventLog();
        bed.api().InternetSetStatusCallback(client.connection(), first);
        client.request("GET", CannedResponses.DIGITS, CaseClient.UNCACHED, 1);
        bed.api().InternetSetStatusCallback(client.connection(), second);
        client.request("GET", CannedResponses.DIGITS, CaseClient.UNCACHED, 2);
        bed.note("first sees HANDLE_CREATED of", created(first));
        bed.note("second sees HANDLE_CREATED of", created(second));
    }

    private static String created(EventLog log) {
        return log.all(e -> e.is(InternetStatus.INTERNET_STATUS_HANDLE_CREATED)).stream()
                .map(e -> Long.toString(e.context()))
                .collect(Collectors.joining(" "));
    }

    private static void own(TestBed bed) throws InterruptedException {
        CaseClient client = bed.sync();
        HINTERNET request = client.request(CannedResponses.DIGITS);
        EventLog own = new EventLog();
        bed.api().InternetSetStatusCallback(request, own);
        client.sent(request);
        bed.note(
                "at the request's",
                own.all(e -> EXCHANGE.contains(shortName(e))).stream()
                        .map(CallbackSuite::shortName)
                        .collect(Collectors.joining(" ")));
        bed.note("at the session's", client.steps(request));
    }

    private static String shortName(EventLog.Event event) {
        return InternetStatus.name(event.status()).replace("INTERNET_STATUS_", "");
    }

    private static void optionCallback(TestBed bed) throws InterruptedException {
        int option = InternetOption.INTERNET_OPTION_CALLBACK;
        HINTERNET session = bed.sync().session();
        bed.call("session", bed.api().InternetSetOption(session, option, new CallbackRef(), Long.BYTES));
        bed.call("NULL", bed.api().InternetSetOption(null, option, new CallbackRef(), Long.BYTES));
    }

    private static void reused(TestBed bed) throws InterruptedException {
        CaseClient client = bed.sync();
        int flags = CaseClient.UNCACHED | InternetFlag.INTERNET_FLAG_KEEP_CONNECTION;
        HINTERNET first = client.sent(client.request("GET", CannedResponses.DIGITS, flags, 1));
        client.readAll(first);
        bed.api().InternetCloseHandle(first);
        // Another log, since the value of a closed handle comes again (R-HANDLE-4).
        EventLog log = new EventLog();
        bed.api().InternetSetStatusCallback(client.connection(), log);
        HINTERNET second = client.sent(client.request("GET", CannedResponses.DIGITS, flags, 2));
        bed.note(
                "steps",
                log
                        .all(e -> e.handle().equals(second)
                                && (EXCHANGE + " CONNECTING_TO_SERVER CONNECTED_TO_SERVER").contains(shortName(e)))
                        .stream()
                        .map(CallbackSuite::shortName)
                        .collect(Collectors.joining(" ")));
    }

    private static void created(TestBed bed) throws InterruptedException {
        CaseClient client = bed.sync();
        bed.note("after InternetConnect", created(client.events()));
        client.request(CannedResponses.DIGITS);
        bed.note("after HttpOpenRequest", created(client.events()));
    }

    private static void contexts(TestBed bed) throws InterruptedException {
        CaseClient client = bed.sync();
        EventLog log = new EventLog();
        bed.api().InternetSetStatusCallback(client.connection(), log);
        client.readAll(client.sent(client.request("GET", CannedResponses.DIGITS, CaseClient.UNCACHED, 0)));
        bed.note("context 0", log.all(e -> true).size() + " callbacks");
        client.readAll(client.sent(client.request("GET", CannedResponses.DIGITS, CaseClient.UNCACHED, 21)));
        bed.note(
                "context 21",
                "carry "
                        + log.all(e -> true).stream()
                                .map(EventLog.Event::context)
                                .collect(Collectors.toSet()));
    }

    private static void contextNotInherited(TestBed bed) throws InterruptedException {
        CaseClient client = bed.sync();
        bed.note("session", context(bed, client.session()));
        bed.api().InternetSetOption(client.session(), CONTEXT, new LongRef(1), Long.BYTES);
        bed.note("session, after 1 was set", context(bed, client.session()));
        bed.note(
                "connection made with 0",
                context(bed, client.connect(bed.server().port(), 0)));
    }

    private static String context(TestBed bed, HINTERNET handle) {
        LongRef value = new LongRef();
        boolean done = bed.api().InternetQueryOption(handle, CONTEXT, value, new DwordRef(Long.BYTES));
        return done ? Long.toString(value.value) : bed.error();
    }

    private static void badContext(TestBed bed) throws InterruptedException {
        WinInet api = bed.api();
        HINTERNET session = bed.sync().session();
        bed.call("set nothing", api.InternetSetOption(session, CONTEXT, null, Long.BYTES));
        bed.call("set two bytes", api.InternetSetOption(session, CONTEXT, new LongRef(), Short.BYTES));
        bed.call("query without buffer", api.InternetQueryOption(session, CONTEXT, null, new DwordRef()));
        bed.call("query of NULL", api.InternetQueryOption(null, CONTEXT, new LongRef(), new DwordRef(Long.BYTES)));
    }
}
