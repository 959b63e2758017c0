package io.github.wininet4j.cli.conformance;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import io.github.wininet4j.cli.LoopbackServer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** The answers of the server that the cases need besides those it has. */
final class CannedResponses {
    /** Ten digits, with headers that can be asked for. */
    static final String DIGITS = "/digits";
    /** The request line and, sorted and with names in lower case, the headers of the request. */
    static final String MIRROR = "/mirror";
    /** As {@link #DIGITS}, but no digit comes before the server is released. */
    static final String LATE = "/late";
    /** A redirect to {@link #DIGITS} by a relative location. */
    static final String MOVED = "/moved";
    /** A redirect to a scheme that is not HTTP. */
    static final String ELSEWHERE = "/elsewhere";
    /** Two cookies for what is below {@link #MIRROR}{@code /cookies}, the second for HTTP only. */
    static final String COOKIES = "/cookies";
    /** Status 404 with a body. */
    static final String MISSING = "/missing";
    /** No answer: the connection is closed. */
    static final String HANG_UP = "/hang-up";

    /** The date of {@link #DIGITS}. */
    static final String MODIFIED = "Fri, 07 Jan 2005 12:06:35 GMT";

    private static final byte[] TEN = ascii("0123456789");

    private CannedResponses() {}

    static void addTo(LoopbackServer server) {
        server.serve(DIGITS, exchange -> answer(exchange, 200, TEN));
        server.serve(MISSING, exchange -> answer(exchange, 404, ascii("nothing here")));
        server.serve(MIRROR, exchange -> answer(exchange, 200, mirror(exchange)));
        server.serve(MOVED, exchange -> redirect(exchange, DIGITS));
        server.serve(ELSEWHERE, exchange -> redirect(exchange, "about:blank"));
        server.serve(COOKIES, exchange -> {
            String path = "; path=" + MIRROR + "/cookies";
            exchange.getResponseHeaders().add("Set-Cookie", "plain=1" + path);
            exchange.getResponseHeaders().add("Set-Cookie", "hidden=2; HttpOnly" + path);
            answer(exchange, 200, TEN);
        });
        server.serve(HANG_UP, HttpExchange::close);
        server.serve(LATE, exchange -> {
            exchange.sendResponseHeaders(200, TEN.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.flush();
                if (server.awaitRelease()) {
                    out.write(TEN);
                }
            }
        });
    }

    private static void redirect(HttpExchange exchange, String location) throws IOException {
        exchange.getResponseHeaders().set("Location", location);
        answer(exchange, 302, ascii("gone"));
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getRequestBody().readAllBytes();
        Headers headers = exchange.getResponseHeaders();
        headers.set("Last-Modified", MODIFIED);
        headers.set("X-Large", "4294967296");
        headers.add("X-Many", "one");
        headers.add("X-Many", "two");
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            if (!head) {
                out.write(body);
            }
        }
    }

    private static byte[] mirror(HttpExchange exchange) {
        TreeSet<String> lines = new TreeSet<>();
        for (Map.Entry<String, List<String>> header :
                exchange.getRequestHeaders().entrySet()) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            header.getValue().forEach(value -> lines.add(name + ": " + value));
        }
        return ascii(exchange.getRequestMethod() + " " + exchange.getRequestURI() + "\n" + String.join("\n", lines));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
