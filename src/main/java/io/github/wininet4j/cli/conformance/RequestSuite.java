package io.github.wininet4j.cli.conformance;

import io.github.wininet4j.cli.LoopbackServer;
import io.github.wininet4j.cli.StatusText;
import io.github.wininet4j.constant.HttpQuery;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_BUFFERS;
import io.github.wininet4j.type.TextBuffer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a request is on the wire, how sending ends, uploads and redirects. */
final class RequestSuite {
    private static final int KEEP = Client.UNCACHED | InternetFlag.INTERNET_FLAG_KEEP_CONNECTION;
    private static final int NO_REDIRECT = Client.UNCACHED | InternetFlag.INTERNET_FLAG_NO_AUTO_REDIRECT;

    static final List<Behaviour> ALL = List.of(
            mirror("R-REQ-2[D]", "No verb means GET", null, "/mirror", 0, "GET ", "[GET /mirror]"),
            mirror(
                    "R-REQ-11[O]",
                    "Dot segments are removed and spaces are escaped",
                    "GET",
                    "/a/../mirror/./b c",
                    0,
                    "GET ",
                    "[GET /mirror/b%20c]"),
            mirror(
                    "R-WIRE-2[O]",
                    "User-Agent is the agent of the session",
                    "GET",
                    "/mirror",
                    0,
                    "user-agent",
                    "[user-agent: conformance/1]"),
            mirror(
                    "R-WIRE-12[O]",
                    "Nothing is accepted unless that was asked for",
                    "GET",
                    "/mirror",
                    0,
                    "accept",
                    "[]"),
            mirror(
                    "R-WIRE-3[O]",
                    "KEEP_CONNECTION sends Connection: Keep-Alive",
                    "GET",
                    "/mirror",
                    KEEP,
                    "connection",
                    "[connection: Keep-Alive]"),
            mirror(
                    "R-SEND-18[O]",
                    "POST without a body sends its length",
                    "POST",
                    "/mirror",
                    0,
                    "content-length",
                    "[content-length: 0]"),
            mirror("R-SEND-18[O]", "GET without a body sends no length", "GET", "/mirror", 0, "content-length", "[]"),
            new Behaviour(
                    "R-WIRE-1[O] R-WIRE-7[O]",
                    "Host names the port if it is not the default",
                    ground -> {
                        Client client = ground.sync();
                        List<String> host = client.mirrored(client.request(FixedAnswers.MIRROR), "host");
                        ground.note(
                                "with the port",
                                host.equals(List.of(
                                        "host: 127.0.0.1:" + ground.server().port())));
                    },
                    "with the port: true"),
            new Behaviour(
                    "R-REQ-5[D]",
                    "Accept types are sent",
                    ground -> {
                        Client client = ground.sync();
                        String[] types = {"text/plain", "image/*"};
                        HINTERNET request = ground.need(
                                "HttpOpenRequest",
                                ground.api()
                                        .HttpOpenRequest(
                                                client.connection(), "GET", "/mirror", null, null, types, KEEP, 1));
                        String sent = String.join(", ", client.mirrored(request, "accept:"));
                        ground.note("text/plain", sent.contains("text/plain"));
                        ground.note("image/*", sent.contains("image/*"));
                    },
                    "text/plain: true",
                    "image/*: true"),
            new Behaviour(
                    "R-SEND-6[D] R-SEND-1[D]",
                    "A body is sent with its request",
                    RequestSuite::body,
                    "HttpSendRequest: TRUE",
                    "echo: hello"),
            new Behaviour(
                    "R-SEND-8[D]",
                    "Status 404 is an answer, with a body",
                    ground -> {
                        Client client = ground.sync();
                        HINTERNET request = client.request(FixedAnswers.MISSING);
                        ground.call("HttpSendRequest", client.send(request));
                        ground.note("status", client.query(request, HttpQuery.HTTP_QUERY_STATUS_CODE));
                        ground.note("body", client.readAll(request));
                    },
                    "HttpSendRequest: TRUE",
                    "status: \"404\"",
                    "body: nothing here"),
            new Behaviour(
                    "R-SEND-12[O]",
                    "A server that hangs up without an answer",
                    ground -> {
                        Client client = ground.sync();
                        ground.call("HttpSendRequest", client.send(client.request(FixedAnswers.HANG_UP)));
                    },
                    "HttpSendRequest: FALSE, ERROR_HTTP_INVALID_SERVER_RESPONSE (12152)"),
            new Behaviour(
                    "R-SENDEX-1[D] R-SENDEX-3[D] R-WRITE-1[D]",
                    "A body is written in pieces",
                    RequestSuite::pieces,
                    "HttpSendRequestEx: TRUE",
                    "InternetWriteFile: TRUE",
                    "written: 3",
                    "HttpEndRequest: TRUE",
                    "echo: hello"),
            new Behaviour(
                    "R-URLOPEN-1[D] R-URLOPEN-12[D]",
                    "InternetOpenUrl sends the query and not the fragment",
                    RequestSuite::openUrl,
                    "InternetOpenUrl: a handle",
                    "request line: [GET /mirror?q=1]"),
            new Behaviour(
                    "R-REDIR-1[D] R-REDIR-6[O] R-REDIR-7[O] R-QUERY-24[D]",
                    "A redirect is followed; then all is about where it led",
                    ground -> {
                        Client client = ground.sync();
                        HINTERNET request = client.get(FixedAnswers.MOVED);
                        redirected(ground, client, request);
                        ground.note("body", client.readAll(request));
                    },
                    "status: \"200\"",
                    "REDIRECT callbacks: 1",
                    "URL: /digits",
                    "body: 0123456789"),
            new Behaviour(
                    "R-REDIR-1[D]",
                    "NO_AUTO_REDIRECT shows the redirect itself",
                    ground -> {
                        Client client = ground.sync();
                        HINTERNET request =
                                client.sent(client.request("GET", FixedAnswers.MOVED, NO_REDIRECT, Client.REQUEST));
                        redirected(ground, client, request);
                    },
                    "status: \"302\"",
                    "REDIRECT callbacks: 0",
                    "URL: /moved"),
            new Behaviour(
                    "R-REDIR-8[O]",
                    "A redirect to another scheme is not followed",
                    ground -> {
                        Client client = ground.sync();
                        HINTERNET request = client.request(FixedAnswers.ELSEWHERE);
                        ground.call("HttpSendRequest", client.send(request));
                        ground.note("status", client.query(request, HttpQuery.HTTP_QUERY_STATUS_CODE));
                    },
                    "HttpSendRequest: TRUE",
                    "status: \"302\""));

    private RequestSuite() {}

    /** A request of which some lines are looked at as the server saw them. */
    private static Behaviour mirror(
            String rules, String title, @Nullable String verb, String path, int flags, String start, String seen) {
        return new Behaviour(
                rules,
                title,
                ground -> {
                    Client client = ground.sync();
                    HINTERNET request = ground.need(
                            "HttpOpenRequest",
                            ground.api()
                                    .HttpOpenRequest(
                                            client.connection(),
                                            verb,
                                            path,
                                            null,
                                            null,
                                            null,
                                            flags | Client.UNCACHED,
                                            Client.REQUEST));
                    ground.note("the server sees", client.mirrored(request, start));
                },
                "the server sees: " + seen);
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static void body(Ground ground) throws InterruptedException {
        Client client = ground.sync();
        HINTERNET request = client.request("POST", LoopbackServer.ECHO, Client.UNCACHED, Client.REQUEST);
        ground.call("HttpSendRequest", ground.api().HttpSendRequest(request, null, 0, bytes("hello"), 5));
        ground.note("echo", client.readAll(request));
    }

    private static void pieces(Ground ground) throws InterruptedException {
        Client client = ground.sync();
        HINTERNET request = client.request("POST", LoopbackServer.ECHO, Client.UNCACHED, Client.REQUEST);
        INTERNET_BUFFERS first = new INTERNET_BUFFERS();
        first.lpvBuffer = bytes("he");
        first.dwBufferLength = 2;
        first.dwBufferTotal = 5;
        ground.call("HttpSendRequestEx", ground.api().HttpSendRequestEx(request, first, null, 0, 0));
        DwordRef written = new DwordRef();
        ground.call("InternetWriteFile", ground.api().InternetWriteFile(request, bytes("llo"), 3, written));
        ground.note("written", written.value);
        ground.call("HttpEndRequest", ground.api().HttpEndRequest(request, null, 0, 0));
        ground.note("echo", client.readAll(request));
    }

    private static void openUrl(Ground ground) throws InterruptedException {
        Client client = ground.sync();
        String url = ground.server().url(FixedAnswers.MIRROR) + "?q=1#part";
        HINTERNET opened =
                ground.api().InternetOpenUrl(client.session(), url, null, 0, Client.UNCACHED, Client.REQUEST);
        ground.call("InternetOpenUrl", opened);
        String body = client.readAll(ground.need("InternetOpenUrl", opened));
        ground.note("request line", body.lines().limit(1).toList());
    }

    private static void redirected(Ground ground, Client client, HINTERNET request) {
        ground.note("status", client.query(request, HttpQuery.HTTP_QUERY_STATUS_CODE));
        ground.note("REDIRECT callbacks", client.count(request, InternetStatus.INTERNET_STATUS_REDIRECT));
        TextBuffer url = new TextBuffer(200);
        boolean done = ground.api()
                .InternetQueryOption(request, InternetOption.INTERNET_OPTION_URL, url, new DwordRef(url.capacity()));
        String text = done ? url.toString() : StatusText.error(ground.api().GetLastError());
        ground.note("URL", text.replace(ground.server().url(""), ""));
    }
}
