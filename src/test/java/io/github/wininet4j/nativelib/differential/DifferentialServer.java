package io.github.wininet4j.nativelib.differential;

import io.github.wininet4j.testing.Gate;
import io.github.wininet4j.testing.RecordedRequest;
import io.github.wininet4j.testing.Script;
import io.github.wininet4j.testing.ScriptedHttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The server of the scenarios in {@code native-stubs/differential}: the same answers in each run. The connection is
 * closed after each answer, except below {@code /kept}.
 */
final class DifferentialServer implements AutoCloseable {
    private static final String CLOSE = "Connection: close\r\n";
    private static final String TEXT = "The quick brown fox jumps over the lazy dog.";

    private final ScriptedHttpServer server = ScriptedHttpServer.start();
    private final Map<String, Gate> gates = new ConcurrentHashMap<>();
    private final Map<String, Function<RecordedRequest, Script>> fixed = new HashMap<>();
    private final Map<String, Function<RecordedRequest, Script>> prefixes = new HashMap<>();

    DifferentialServer() {
        addPlainAnswers();
        addOddAnswers();
        addBodies();
        addRedirects();
        prefixes.put("/echo", DifferentialServer::echo);
        prefixes.put("/cookies/", DifferentialServer::cookies);
        prefixes.put("/status/", request -> ended(head(last(request) + " Status", 4) + "body"));
        prefixes.put("/gated/", this::gated);
        prefixes.put(
                "/silent/",
                request -> Script.script()
                        .hold(gate(last(request)))
                        .send(head("200 OK", 4) + "late")
                        .close()
                        .mayBeCutShort());
        prefixes.put("/release/", request -> {
            gate(last(request)).open();
            return ended(head("200 OK", 0));
        });
        server.handleAll(this::answer);
    }

    int port() {
        return server.port();
    }

    /** Closes the gates again that the last run opened. */
    void reset() {
        gates.values().forEach(Gate::open);
        gates.clear();
    }

    @Override
    public void close() {
        reset();
        server.close();
    }

    private Script answer(RecordedRequest request) {
        Function<RecordedRequest, Script> exact = fixed.get(request.path());
        if (exact != null) {
            return exact.apply(request);
        }
        return prefixes.entrySet().stream()
                .filter(entry -> request.path().startsWith(entry.getKey()))
                .map(entry -> entry.getValue().apply(request))
                .findFirst()
                .orElseGet(() -> ended(head("404 Not Found", 7) + "nothing"));
    }

    private void addPlainAnswers() {
        fixed.put("/ok", request -> ended(head("200 OK", 10) + "0123456789"));
        fixed.put("/kept", request -> Script.script().send("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nkept"));
        fixed.put("/kept/last", request -> ended(head("200 OK", 4) + "last"));
        add(
                "/headers",
                "HTTP/1.1 200 Fine\r\n"
                        + "Content-Type: text/plain\r\n"
                        + "Content-Length: 5\r\n"
                        + "Server: test/1\r\n"
                        + "ETag: \"abc\"\r\n"
                        + "X-Twice: one\r\n"
                        + "Last-Modified: Thu, 29 Feb 2024 13:04:05 GMT\r\n"
                        + "X-Twice: two\r\n"
                        + CLOSE + "\r\nhello");
        add("/large-length", "HTTP/1.1 200 OK\r\nContent-Length: 5000000000\r\n" + CLOSE + "\r\nstart");
        add("/interim", "HTTP/1.1 100 Continue\r\n\r\n" + head("200 OK", 5) + "after");
    }

    private void addOddAnswers() {
        fixed.put("/dropped", request -> Script.script().close());
        add("/head-cut-short", "HTTP/1.1 200 OK\r\nContent-Le");
        add("/head-of-one-line", "HTTP/1.1 200 OK");
        add("/no-status-line", "this is no HTTP\r\nat all\r\n");
        add("/no-headers", "HTTP/1.1 200 OK\r\n\r\nbody");
        add("/no-reason", "HTTP/1.1 200\r\nContent-Length: 0\r\n" + CLOSE + "\r\n");
        add(
                "/odd-headers",
                "HTTP/1.1 200 OK\r\nNo-Space:value\r\nMany-Spaces:    value   \r\nEmpty:\r\nno colon\r\n"
                        + "Folded: one\r\n two\r\nlower-case: x\r\nContent-Length: 2\r\n" + CLOSE + "\r\nok");
    }

    private void addBodies() {
        add("/empty", head("200 OK", 0));
        add("/until-close", "HTTP/1.1 200 OK\r\n" + CLOSE + "\r\nuntil the end");
        add("/short", head("200 OK", 20) + "short");
        add("/too-long", head("200 OK", 4) + "long enough");
        add("/long", head("200 OK", 100) + TEXT.repeat(3).substring(0, 100));
        String chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n" + CLOSE + "\r\n";
        add("/chunked", chunked + "5\r\nfirst\r\nA;x=y\r\n and later\r\n0\r\n\r\n");
        add("/chunked-trailer", chunked + "4\r\nbody\r\n0\r\nX-Trailer: late\r\n\r\n");
        add("/short-chunk", chunked + "8\r\nshort");
        add("/no-chunks", chunked + "<rss>not chunked at all</rss>");
        add("/bad-chunk", chunked + "4\r\ngood\r\nzz\r\nbad\r\n0\r\n\r\n");
        byte[] gzip = packed(TEXT, GZIPOutputStream::new);
        byte[] deflate = packed(TEXT, DeflaterOutputStream::new);
        byte[] broken = gzip.clone();
        broken[3] = (byte) 0xFF;
        broken[12] ^= 0x55;
        encoded("/gzip", "gzip", gzip);
        encoded("/deflate", "deflate", deflate);
        encoded("/gzip-broken", "gzip", broken);
    }

    private void addRedirects() {
        prefixes.put("/redirect/", request -> redirect(last(request), "/echo"));
        Map<String, String> targets = Map.of(
                "/redirect-to/relative/x", "../../echo/relative",
                "/redirect-to/query", "/echo?from=redirect",
                "/redirect-to/query-alone", "?x=1",
                "/redirect-to/fragment", "/echo#fragment",
                "/redirect-to/localhost", "http://localhost:" + server.port() + "/echo",
                "/redirect-to/strange", "strange://127.0.0.1/x",
                "/redirect-to/refused", "http://127.0.0.1:1/");
        targets.forEach((path, target) -> fixed.put(
                path,
                request -> request.target().contains("?x=1")
                        ? ended(head("200 OK", 5) + "query")
                        : redirect("302", target)));
        prefixes.put("/redirect-steps/", request -> {
            int left = Integer.parseInt(last(request));
            return redirect("302", left <= 1 ? "/ok" : "/redirect-steps/" + (left - 1));
        });
    }

    private void add(String path, String response) {
        fixed.put(path, request -> ended(response));
    }

    private void encoded(String path, String encoding, byte[] body) {
        String head = "HTTP/1.1 200 OK\r\nContent-Encoding: " + encoding + "\r\nContent-Length: " + body.length + "\r\n"
                + CLOSE + "\r\n";
        fixed.put(path, request -> ended(head + new String(body, StandardCharsets.ISO_8859_1)));
    }

    private Script gated(RecordedRequest request) {
        return Script.script()
                .send(head("200 OK", 10) + "first")
                .hold(gate(last(request)))
                .send("later")
                .close()
                .mayBeCutShort();
    }

    private Gate gate(String name) {
        return gates.computeIfAbsent(name, Gate::new);
    }

    private static Script ended(String response) {
        return Script.script().send(response).close().mayBeCutShort();
    }

    private static String head(String status, int length) {
        return "HTTP/1.1 " + status + "\r\nContent-Length: " + length + "\r\n" + CLOSE + "\r\n";
    }

    private static Script redirect(String status, String target) {
        return ended("HTTP/1.1 " + status + " Moved\r\nLocation: " + target + "\r\nContent-Length: 4\r\n" + CLOSE
                + "\r\ngone");
    }

    /** The request, a line each. */
    private static Script echo(RecordedRequest request) {
        String body = String.join("\n", request.head().strip().split("\r\n")) + "\nbody: " + request.bodyText();
        String sent = request.method().equals("HEAD") ? "" : body;
        return ended("HTTP/1.1 200 OK\r\nX-Target: " + request.target() + "\r\nContent-Length: " + body.length()
                + "\r\n" + CLOSE + "\r\n" + sent);
    }

    private static Script cookies(RecordedRequest request) {
        String path = "; path=" + request.path().substring(0, request.path().lastIndexOf('/'));
        return switch (last(request)) {
            case "set" -> setting("200 OK", "flavour=plain" + path, "second=2" + path);
            case "odd" ->
                setting(
                        "200 OK",
                        "hidden=1; HttpOnly" + path,
                        "nameless" + path,
                        "dated=2; expires=yesterday" + path,
                        "foreign=3; domain=elsewhere.test",
                        "gone=4; expires=Thu, 01-Jan-1970 00:00:00 GMT" + path,
                        "twice=5" + path,
                        "twice=6" + path,
                        "empty=" + path);
            case "clear" -> setting("200 OK", "hidden=; expires=Thu, 01 Jan 1970 00:00:00 GMT" + path);
            case "redirect" -> setting("302 Moved\r\nLocation: /cookies/end/show", "fresh=3; path=/cookies/end");
            default -> echo(request);
        };
    }

    private static Script setting(String status, String... cookies) {
        return ended("HTTP/1.1 " + status + "\r\nSet-Cookie: " + String.join("\r\nSet-Cookie: ", cookies)
                + "\r\nContent-Length: 3\r\n" + CLOSE + "\r\nset");
    }

    private static String last(RecordedRequest request) {
        return request.path().substring(request.path().lastIndexOf('/') + 1);
    }

    /** Makes a stream that packs. */
    private interface Packing {
        OutputStream onto(OutputStream out) throws IOException;
    }

    private static byte[] packed(String text, Packing packing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream stream = packing.onto(bytes)) {
            stream.write(text.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
