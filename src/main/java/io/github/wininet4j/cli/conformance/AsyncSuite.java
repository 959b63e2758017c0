package io.github.wininet4j.cli.conformance;

import io.github.wininet4j.WinInet;
import io.github.wininet4j.cli.CallResult;
import io.github.wininet4j.cli.EventLog;
import io.github.wininet4j.cli.LoopbackServer;
import io.github.wininet4j.cli.StatusText;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_BUFFERS;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Collectors;

/** Asynchronous mode: what pends, what completions carry, and the order of callbacks (KB 275046). */
final class AsyncSuite {
    private static final String PENDING = "FALSE, ERROR_IO_PENDING (997)";
    private static final String DONE = "dwResult 1, ERROR_SUCCESS (0)";
    private static final int ROOM = 100;

    static final List<ConformanceCase> ALL = List.of(
            new ConformanceCase(
                    "R-ASYNC-12[O] R-ASYNC-1[D]",
                    "InternetConnect and HttpOpenRequest return their handles immediately",
                    bed -> {
                        CaseClient client = bed.async();
                        bed.note("completions", completions(client, client.request(CannedResponses.DIGITS)));
                    },
                    "completions: 0"),
            new ConformanceCase(
                    "R-ASYNC-16[O] R-ASYNC-39[O] R-ASYNC-6[D] R-ASYNC-38[D]",
                    "HttpSendRequest pends and completes once",
                    AsyncSuite::send,
                    "GET: " + PENDING,
                    "GET completes: " + DONE,
                    "POST: " + PENDING,
                    "POST completes: " + DONE,
                    "completions: 1"),
            new ConformanceCase(
                    "R-SEQ-2[O]",
                    "REQUEST_COMPLETE is the last of the steps",
                    bed -> {
                        CaseClient client = bed.async();
                        bed.note("steps", client.steps(client.get(CannedResponses.DIGITS)));
                    },
                    "steps: CONNECTING_TO_SERVER CONNECTED_TO_SERVER SENDING_REQUEST REQUEST_SENT "
                            + "RECEIVING_RESPONSE RESPONSE_RECEIVED REQUEST_COMPLETE"),
            new ConformanceCase(
                    "R-ASYNC-37[O] R-ASYNC-36[D]",
                    "REQUEST_COMPLETE carries an INTERNET_ASYNC_RESULT of 16 bytes",
                    AsyncSuite::resultLength,
                    "length: 16"),
            new ConformanceCase(
                    "R-ASYNC-14[O]",
                    "InternetOpenUrl pends; HANDLE_CREATED announces the handle, REQUEST_COMPLETE repeats it",
                    AsyncSuite::openUrl,
                    "InternetOpenUrl: NULL, ERROR_IO_PENDING (997)",
                    "completions before the answer: 0",
                    "dwResult is the announced handle: true"),
            new ConformanceCase(
                    "R-HANDLE-11[D] R-HANDLE-7[D]",
                    "Closing a handle cancels what pends on it: completion first, HANDLE_CLOSING last",
                    AsyncSuite::cancel,
                    "InternetCloseHandle: true",
                    "completes: dwResult 0, ERROR_INTERNET_OPERATION_CANCELLED (12017)",
                    "last callbacks: REQUEST_COMPLETE HANDLE_CLOSING"),
            new ConformanceCase(
                    "R-SEQ-5[O] R-SEQ-6[O] R-SEQ-7[O] R-WRITE-4[O]",
                    "An upload in pieces reports its steps with each of its calls",
                    AsyncSuite::upload,
                    "HttpSendRequestEx: CONNECTING_TO_SERVER CONNECTED_TO_SERVER SENDING_REQUEST REQUEST_SENT "
                            + "REQUEST_COMPLETE",
                    "InternetWriteFile: SENDING_REQUEST REQUEST_SENT",
                    "HttpEndRequest: RECEIVING_RESPONSE RESPONSE_RECEIVED REQUEST_COMPLETE",
                    "body: hello"),
            new ConformanceCase(
                    "R-CTX-7[O]",
                    "A context given to a later call changes nothing",
                    AsyncSuite::laterContext,
                    "callbacks carry: [8]"),
            new ConformanceCase(
                    "R-SEND-11[O]",
                    "A refused connection completes with ERROR_INTERNET_CANNOT_CONNECT",
                    AsyncSuite::refused,
                    "completes: dwResult 0, ERROR_INTERNET_CANNOT_CONNECT (12029)"));

    private AsyncSuite() {}

    static void complete(TestBed bed, String name, CallResult result) {
        String error = result.succeeded() ? StatusText.error(0) : StatusText.error(result.error());
        bed.note(name, "dwResult " + result.value() + ", " + error);
    }

    private static int completions(CaseClient client, HINTERNET handle) {
        return client.count(handle, InternetStatus.INTERNET_STATUS_REQUEST_COMPLETE);
    }

    private static void send(TestBed bed) throws InterruptedException {
        CaseClient client = bed.async();
        HINTERNET request = client.request(LoopbackServer.HELD);
        bed.call("GET", client.send(request));
        bed.server().release();
        complete(bed, "GET completes", client.completion(request));
        HINTERNET post = client.request("POST", LoopbackServer.ECHO, CaseClient.UNCACHED, 9);
        bed.call("POST", client.send(post));
        complete(bed, "POST completes", client.completion(post));
        bed.note("completions", completions(client, post));
    }

    private static void resultLength(TestBed bed) throws InterruptedException {
        CaseClient client = bed.async();
        HINTERNET request = client.request(CannedResponses.DIGITS);
        bed.api().InternetSetStatusCallback(request, (handle, context, status, info, length) -> {
            if (status == InternetStatus.INTERNET_STATUS_REQUEST_COMPLETE) {
                bed.note("length", length);
            }
            client.events().callback(handle, context, status, info, length);
        });
        client.sent(request);
    }

    private static void openUrl(TestBed bed) throws InterruptedException {
        CaseClient client = bed.async();
        String url = bed.server().url(LoopbackServer.HELD);
        bed.call(
                "InternetOpenUrl",
                bed.api().InternetOpenUrl(client.session(), url, null, 0, CaseClient.UNCACHED, CaseClient.REQUEST));
        HINTERNET announced = client.awaitCreated(CaseClient.REQUEST);
        bed.server().awaitRequest();
        bed.note("completions before the answer", completions(client, announced));
        bed.server().release();
        bed.note(
                "dwResult is the announced handle", client.completion(announced).value() == announced.value());
    }

    private static void cancel(TestBed bed) throws InterruptedException {
        CaseClient client = bed.async();
        HINTERNET request = client.request(LoopbackServer.HELD);
        client.send(request);
        bed.server().awaitRequest();
        bed.note("InternetCloseHandle", bed.api().InternetCloseHandle(request));
        complete(bed, "completes", client.completion(request));
        client.awaitClosing(request);
        List<EventLog.Event> all = client.events()
                .all(e -> e.is(InternetStatus.INTERNET_STATUS_REQUEST_COMPLETE)
                        || e.is(InternetStatus.INTERNET_STATUS_HANDLE_CLOSING));
        bed.note(
                "last callbacks",
                all.stream()
                        .map(e -> InternetStatus.name(e.status()).replace("INTERNET_STATUS_", ""))
                        .collect(Collectors.joining(" ")));
    }

    private static void upload(TestBed bed) throws InterruptedException {
        WinInet api = bed.api();
        CaseClient client = bed.async();
        HINTERNET request = client.request("POST", LoopbackServer.ECHO, CaseClient.UNCACHED, CaseClient.REQUEST);
        INTERNET_BUFFERS announced = new INTERNET_BUFFERS();
        announced.dwBufferTotal = 5;
        String before = step(
                bed, client, request, "HttpSendRequestEx", "", api.HttpSendRequestEx(request, announced, null, 0, 0));
        ByteBuffer body = ByteBuffer.wrap(new byte[] {'h', 'e', 'l', 'l', 'o'});
        before = step(
                bed,
                client,
                request,
                "InternetWriteFile",
                before,
                api.InternetWriteFile(request, body, 5, new DwordRef()));
        step(bed, client, request, "HttpEndRequest", before, api.HttpEndRequest(request, null, 0, 0));
        bed.note("body", client.readAll(request));
    }

    private static String step(
            TestBed bed, CaseClient client, HINTERNET request, String name, String before, boolean returned)
            throws InterruptedException {
        client.finish(request, returned);
        String all = client.steps(request);
        bed.note(name, all.substring(before.length()).strip());
        return all;
    }

    private static void laterContext(TestBed bed) throws InterruptedException {
        WinInet api = bed.api();
        CaseClient client = bed.async();
        HINTERNET request = client.request("POST", LoopbackServer.ECHO, CaseClient.UNCACHED, CaseClient.REQUEST);
        INTERNET_BUFFERS nothing = new INTERNET_BUFFERS();
        client.finish(request, api.HttpSendRequestEx(request, nothing, null, 0, 99));
        client.finish(request, api.HttpEndRequest(request, null, 0, 99));
        client.finish(request, api.InternetReadFileEx(request, AsyncReadSuite.buffers(ROOM), 0, 99));
        bed.note(
                "callbacks carry",
                client.events().all(e -> e.handle().equals(request)).stream()
                        .map(EventLog.Event::context)
                        .collect(Collectors.toSet()));
    }

    private static void refused(TestBed bed) throws InterruptedException, IOException {
        CaseClient client = bed.async();
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            port = socket.getLocalPort();
        }
        // The port is closed. One attempt is enough; more take longer.
        bed.api()
                .InternetSetOption(
                        client.session(),
                        InternetOption.INTERNET_OPTION_CONNECT_RETRIES,
                        new DwordRef(1),
                        Integer.BYTES);
        HINTERNET connection = client.connect(port, CaseClient.CONNECTION);
        HINTERNET request = bed.need(
                "HttpOpenRequest",
                bed.api()
                        .HttpOpenRequest(
                                connection, "GET", "/", null, null, null, CaseClient.UNCACHED, CaseClient.REQUEST));
        complete(bed, "completes", client.finish(request, client.send(request)));
    }
}
