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
    private static final int KEEP = CaseClient.UNCACHED | InternetFlag.INTERNET_FLAG_KEEP_CONNECTION;
    private static final int NO_REDIRECT = CaseClient.UNCACHED | InternetFlag.INTERNET_FLAG_NO_AUTO_REDIRECT;

    static final List<ConformanceCase> ALL = List.of(
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
            new ConformanceCase(
                    "R-WIRE-1[O] R-WIRE-7[O]",
                    "Host names the port if it is not the default",
                    bed -> {
                        CaseClient client = bed.sync();
                        List<String> host = client.mirrored(client.request(CannedResponses.MIRROR), "host");
                        bed.note(
                                "with the port",
                                host.equals(List.of(
                                        "host: 127.0.0.1:" + bed.server().port())));
                    },
                    "with the port: true"),
            new ConformanceCase(
                    "R-REQ-5[D]",
                    "Accept types are sent",
                    bed -> {
                        CaseClient client = bed.sync();
                        String[] types = {"text/plain", "image/*"};
                        HINTERNET request = bed.need(
                                "HttpOpenRequest",
                                bed.api()
                                        .HttpOpenRequest(
                                                client.connection(), "GET", "/mirror", null, null, types, KEEP, 1));
                        String sent = String.join(", ", client.mirrored(request, "accept:"));
                        bed.note("text/plain", sent.contains("text/plain"));
                        bed.note("image/*", sent.contains("image/*"));
                    },
                    "text/plain: true",
                    "image/*: true"),
            new ConformanceCase(
                    "R-SEND-6[D] R-SEND-1[D]",
                    "A body is sent with its request",
                    RequestSuite::body,
                    "HttpSendRequest: TRUE",
                    "echo: hello"),
            new ConformanceCase(
                    "R-SEND-8[D]",
                    "Status 404 is an answer, with a body",
                    bed -> {
                        CaseClient client = bed.sync();
                        HINTERNET request = client.request(CannedResponses.MISSING);
                        bed.call("HttpSendRequest", client.send(request));
                        bed.note("status", client.query(request, HttpQuery.HTTP_QUERY_STATUS_CODE));
                        bed.note("body", client.readAll(request));
                    },
                    "HttpSendRequest: TRUE",
                    "status: \"404\"",
                    "body: nothing here"),
            new ConformanceCase(
                    "R-SEND-12[O]",
                    "A server that hangs up without an answer",
                    bed -> {
                        CaseClient client = bed.sync();
                        bed.call("HttpSendRequest", client.send(client.request(CannedResponses.HANG_UP)));
                    },
                    "HttpSendRequest: FALSE, ERROR_HTTP_INVALID_SERVER_RESPONSE (12152)"),
            new ConformanceCase(
                    "R-SENDEX-1[D] R-SENDEX-3[D] R-WRITE-1[D]",
                    "A body is written in pieces",
                    RequestSuite::pieces,
                    "HttpSendRequestEx: TRUE",
                    "InternetWriteFile: TRUE",
                    "written: 3",
                    "HttpEndRequest: TRUE",
                    "echo: hello"),
            new ConformanceCase(
                    "R-URLOPEN-1[D] R-URLOPEN-12[D]",
                    "InternetOpenUrl sends the query and not the fragment",
                    RequestSuite::openUrl,
                    "InternetOpenUrl: a handle",
                    "request line: [GET /mirror?q=1]"),
            new ConformanceCase(
                    "R-REDIR-1[D] R-REDIR-6[O] R-REDIR-7[O] R-QUERY-24[D]",
                    "A redirect is followed; then all is about where it led",
                    bed -> {
                        CaseClient client = bed.sync();
                        HINTERNET request = client.get(CannedResponses.MOVED);
                        redirected(bed, client, request);
                        bed.note("body", client.readAll(request));
                    },
                    "status: \"200\"",
                    "REDIRECT callbacks: 1",
                    "URL: /digits",
                    "body: 0123456789"),
            new ConformanceCase(
                    "R-REDIR-1[D]",
                    "NO_AUTO_REDIRECT shows the redirect itself",
                    bed -> {
                        CaseClient client = bed.sync();
                        HINTERNET request = client.sent(
                                client.request("GET", CannedResponses.MOVED, NO_REDIRECT, CaseClient.REQUEST));
                        redirected(bed, client, request);
                    },
                    "status: \"302\"",
                    "REDIRECT callbacks: 0",
                    "URL: /moved"),
            new ConformanceCase(
                    "R-REDIR-8[O]",
                    "A redirect to another scheme is not followed",
                    bed -> {
                        CaseClient client = bed.sync();
                        HINTERNET request = client.request(CannedResponses.ELSEWHERE);
                        bed.call("HttpSendRequest", client.send(request));
                        bed.note("status", client.query(request, HttpQuery.HTTP_QUERY_STATUS_CODE));
                    },
                    "HttpSendRequest: TRUE",
                    "status: \"302\""));

    private RequestSuite() {}

    /** A request of which some lines are looked at as the server saw them. */
    private static ConformanceCase mirror(
            String rules, String title, @Nullable String verb, String path, int flags, String start, String seen) {
        return new ConformanceCase(
                rules,
                title,
                bed -> {
                    CaseClient client = bed.sync();
                    HINTERNET request = bed.need(
                            "HttpOpenRequest",
                            bed.api()
                                    .HttpOpenRequest(
                                            client.connection(),
                                            verb,
                                            path,
                                            null,
                                            null,
                                            null,
                                            flags | CaseClient.UNCACHED,
                                            CaseClient.REQUEST));
                    bed.note("the server sees", client.mirrored(request, start));
                },
                "the server sees: " + seen);
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static void body(TestBed bed) throws InterruptedException {
        CaseClient client = bed.sync();
        HINTERNET request = client.request("POST", LoopbackServer.ECHO, CaseClient.UNCACHED, CaseClient.REQUEST);
        bed.call("HttpSendRequest", bed.api().HttpSendRequest(request, null, 0, bytes("hello"), 5));
        bed.note("echo", client.readAll(request));
    }

    private static void pieces(TestBed bed) throws InterruptedException {
        CaseClient client = bed.sync();
        HINTERNET request = client.request("POST", LoopbackServer.ECHO, CaseClient.UNCACHED, CaseClient.REQUEST);
        INTERNET_BUFFERS first = new INTERNET_BUFFERS();
        first.lpvBuffer = bytes("he");
        first.dwBufferLength = 2;
        first.dwBufferTotal = 5;
        bed.call("HttpSendRequestEx", bed.api().HttpSendRequestEx(request, first, null, 0, 0));
        DwordRef written = new DwordRef();
        bed.call("InternetWriteFile", bed.api().InternetWriteFile(request, bytes("llo"), 3, written));
        bed.note("written", written.value);
        bed.call("HttpEndRequest", bed.api().HttpEndRequest(request, null, 0, 0));
        bed.note("echo", client.readAll(request));
    }

    private static void openUrl(TestBed bed) throws InterruptedException {
        CaseClient client = bed.sync();
        String url = bed.server().url(CannedResponses.MIRROR) + "?q=1#part";
        HINTERNET opened =
                bed.api().InternetOpenUrl(client.session(), url, null, 0, CaseClient.UNCACHED, CaseClient.REQUEST);
        bed.call("InternetOpenUrl", opened);
        String body = client.readAll(bed.need("InternetOpenUrl", opened));
        bed.note("request line", body.lines().limit(1).toList());
    }

    private static void redirected(TestBed bed, CaseClient client, HINTERNET request) {
        bed.note("status", client.query(request, HttpQuery.HTTP_QUERY_STATUS_CODE));
        bed.note("REDIRECT callbacks", client.count(request, InternetStatus.INTERNET_STATUS_REDIRECT));
        TextBuffer url = new TextBuffer(200);
        boolean done = bed.api()
                .InternetQueryOption(request, InternetOption.INTERNET_OPTION_URL, url, new DwordRef(url.capacity()));
        String text = done ? url.toString() : StatusText.error(bed.api().GetLastError());
        bed.note("URL", text.replace(bed.server().url(""), ""));
    }
}
