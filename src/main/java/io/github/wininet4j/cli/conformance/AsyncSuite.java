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

    static final List<Behaviour> ALL = List.of(
            new Behaviour(
                    "R-ASYNC-12[O] R-ASYNC-1[D]",
                    "InternetConnect and HttpOpenRequest return their handles at once",
                    ground -> {
                        Client client = ground.async();
                        ground.note("completions", completions(client, client.request(FixedAnswers.DIGITS)));
                    },
                    "completions: 0"),
            new Behaviour(
                    "R-ASYNC-16[O] R-ASYNC-39[O] R-ASYNC-6[D] R-ASYNC-38[D]",
                    "HttpSendRequest pends and completes once",
                    AsyncSuite::send,
                    "GET: " + PENDING,
                    "GET completes: " + DONE,
                    "POST: " + PENDING,
                    "POST completes: " + DONE,
                    "completions: 1"),
            new Behaviour(
                    "R-SEQ-2[O]",
                    "REQUEST_COMPLETE is the last of the steps",
                    ground -> {
                        Client client = ground.async();
                        ground.note("steps", client.steps(client.get(FixedAnswers.DIGITS)));
                    },
                    "steps: CONNECTING_TO_SERVER CONNECTED_TO_SERVER SENDING_REQUEST REQUEST_SENT "
                            + "RECEIVING_RESPONSE RESPONSE_RECEIVED REQUEST_COMPLETE"),
            new Behaviour(
                    "R-ASYNC-37[O] R-ASYNC-36[D]",
                    "REQUEST_COMPLETE carries an INTERNET_ASYNC_RESULT of 16 bytes",
                    AsyncSuite::resultLength,
                    "length: 16"),
            new Behaviour(
                    "R-ASYNC-14[O]",
                    "InternetOpenUrl pends; HANDLE_CREATED announces the handle, REQUEST_COMPLETE repeats it",
                    AsyncSuite::openUrl,
                    "InternetOpenUrl: NULL, ERROR_IO_PENDING (997)",
                    "completions before the answer: 0",
                    "dwResult is the announced handle: true"),
            new Behaviour(
                    "R-HANDLE-11[D] R-HANDLE-7[D]",
                    "Closing a handle cancels what pends on it: completion first, HANDLE_CLOSING last",
                    AsyncSuite::cancel,
                    "InternetCloseHandle: true",
                    "completes: dwResult 0, ERROR_INTERNET_OPERATION_CANCELLED (12017)",
                    "last callbacks: REQUEST_COMPLETE HANDLE_CLOSING"),
            new Behaviour(
                    "R-SEQ-5[O] R-SEQ-6[O] R-SEQ-7[O] R-WRITE-4[O]",
                    "An upload in pieces reports its steps with each of its calls",
                    AsyncSuite::upload,
                    "HttpSendRequestEx: CONNECTING_TO_SERVER CONNECTED_TO_SERVER SENDING_REQUEST REQUEST_SENT "
                            + "REQUEST_COMPLETE",
                    "InternetWriteFile: SENDING_REQUEST REQUEST_SENT",
                    "HttpEndRequest: RECEIVING_RESPONSE RESPONSE_RECEIVED REQUEST_COMPLETE",
                    "body: hello"),
            new Behaviour(
                    "R-CTX-7[O]",
                    "A context given to a later call changes nothing",
                    AsyncSuite::laterContext,
                    "callbacks bear: [8]"),
            new Behaviour(
                    "R-SEND-11[O]",
                    "A refused connection completes with ERROR_INTERNET_CANNOT_CONNECT",
                    AsyncSuite::refused,
                    "completes: dwResult 0, ERROR_INTERNET_CANNOT_CONNECT (12029)"));

    private AsyncSuite() {}

    static void complete(Ground ground, String name, CallResult result) {
        String error = result.succeeded() ? StatusText.error(0) : StatusText.error(result.error());
        ground.note(name, "dwResult " + result.value() + ", " + error);
    }

    private static int completions(Client client, HINTERNET handle) {
        return client.count(handle, InternetStatus.INTERNET_STATUS_REQUEST_COMPLETE);
    }

    private static void send(Ground ground) throws InterruptedException {
        Client client = ground.async();
        HINTERNET request = client.request(LoopbackServer.HELD);
        ground.call("GET", client.send(request));
        ground.server().release();
        complete(ground, "GET completes", client.completion(request));
        HINTERNET post = client.request("POST", LoopbackServer.ECHO, Client.UNCACHED, 9);
        ground.call("POST", client.send(post));
        complete(ground, "POST completes", client.completion(post));
        ground.note("completions", completions(client, post));
    }

    private static void resultLength(Ground ground) throws InterruptedException {
        Client client = ground.async();
        HINTERNET request = client.request(FixedAnswers.DIGITS);
        ground.api().InternetSetStatusCallback(request, (handle, context, status, info, length) -> {
            if (status == InternetStatus.INTERNET_STATUS_REQUEST_COMPLETE) {
                ground.note("length", length);
            }
            client.events().callback(handle, context, status, info, length);
        });
        client.sent(request);
    }

    private static void openUrl(Ground ground) throws InterruptedException {
        Client client = ground.async();
        String url = ground.server().url(LoopbackServer.HELD);
        ground.call(
                "InternetOpenUrl",
                ground.api().InternetOpenUrl(client.session(), url, null, 0, Client.UNCACHED, Client.REQUEST));
        EventLog.Event event = client.events()
                .await(
                        "HANDLE_CREATED",
                        e -> e.context() == Client.REQUEST && e.is(InternetStatus.INTERNET_STATUS_HANDLE_CREATED),
                        1);
        HINTERNET announced = ground.need("HANDLE_CREATED", event.created());
        ground.server().awaitRequest();
        ground.note("completions before the answer", completions(client, announced));
        ground.server().release();
        ground.note(
                "dwResult is the announced handle", client.completion(announced).value() == announced.value());
    }

    private static void cancel(Ground ground) throws InterruptedException {
        Client client = ground.async();
        HINTERNET request = client.request(LoopbackServer.HELD);
        client.send(request);
        ground.server().awaitRequest();
        ground.note("InternetCloseHandle", ground.api().InternetCloseHandle(request));
        complete(ground, "completes", client.completion(request));
        client.awaitClosing(request);
        List<EventLog.Event> all = client.events()
                .all(e -> e.is(InternetStatus.INTERNET_STATUS_REQUEST_COMPLETE)
                        || e.is(InternetStatus.INTERNET_STATUS_HANDLE_CLOSING));
        ground.note(
                "last callbacks",
                all.stream()
                        .map(e -> InternetStatus.name(e.status()).replace("INTERNET_STATUS_", ""))
                        .collect(Collectors.joining(" ")));
    }

    private static void upload(Ground ground) throws InterruptedException {
        WinInet api = ground.api();
        Client client = ground.async();
        HINTERNET request = client.request("POST", LoopbackServer.ECHO, Client.UNCACHED, Client.REQUEST);
        INTERNET_BUFFERS announced = new INTERNET_BUFFERS();
        announced.dwBufferTotal = 5;
        String before = step(
                ground,
                client,
                request,
                "HttpSendRequestEx",
                "",
                api.HttpSendRequestEx(request, announced, null, 0, 0));
        ByteBuffer body = ByteBuffer.wrap(new byte[] {'h', 'e', 'l', 'l', 'o'});
        before = step(
                ground,
                client,
                request,
                "InternetWriteFile",
                before,
                api.InternetWriteFile(request, body, 5, new DwordRef()));
        step(ground, client, request, "HttpEndRequest", before, api.HttpEndRequest(request, null, 0, 0));
        ground.note("body", client.readAll(request));
    }

    private static String step(
            Ground ground, Client client, HINTERNET request, String name, String before, boolean returned)
            throws InterruptedException {
        client.finish(request, returned);
        String all = client.steps(request);
        ground.note(name, all.substring(before.length()).strip());
        return all;
    }

    private static void laterContext(Ground ground) throws InterruptedException {
        WinInet api = ground.api();
        Client client = ground.async();
        HINTERNET request = client.request("POST", LoopbackServer.ECHO, Client.UNCACHED, Client.REQUEST);
        INTERNET_BUFFERS nothing = new INTERNET_BUFFERS();
        client.finish(request, api.HttpSendRequestEx(request, nothing, null, 0, 99));
        client.finish(request, api.HttpEndRequest(request, null, 0, 99));
        client.finish(request, api.InternetReadFileEx(request, AsyncReadSuite.buffers(ROOM), 0, 99));
        ground.note(
                "callbacks bear",
                client.events().all(e -> e.handle().equals(request)).stream()
                        .map(EventLog.Event::context)
                        .collect(Collectors.toSet()));
    }

    private static void refused(Ground ground) throws InterruptedException, IOException {
        Client client = ground.async();
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            port = socket.getLocalPort();
        }
        // Nobody listens any more. One attempt is enough; more take their time.
        ground.api()
                .InternetSetOption(
                        client.session(),
                        InternetOption.INTERNET_OPTION_CONNECT_RETRIES,
                        new DwordRef(1),
                        Integer.BYTES);
        HINTERNET connection = client.connect(port, Client.CONNECTION);
        HINTERNET request = ground.need(
                "HttpOpenRequest",
                ground.api()
                        .HttpOpenRequest(connection, "GET", "/", null, null, null, Client.UNCACHED, Client.REQUEST));
        complete(ground, "completes", client.finish(request, client.send(request)));
    }
}
