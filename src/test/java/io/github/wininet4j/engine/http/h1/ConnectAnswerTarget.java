package io.github.wininet4j.engine.http.h1;

import static io.github.wininet4j.fuzz.Property.check;

import io.github.wininet4j.engine.http.stream.MalformedResponseException;
import io.github.wininet4j.engine.http.stream.NoResponseException;
import io.github.wininet4j.engine.net.Connection;
import io.github.wininet4j.engine.net.MemoryConnections;
import io.github.wininet4j.fuzz.FuzzTarget;
import java.io.IOException;
import java.util.List;

/** What a proxy answers to CONNECT: a tunnel, or a response of which no byte is taken for one of the tunnel. */
public final class ConnectAnswerTarget implements FuzzTarget {
    private static final int LONGEST_BODY = 1 << 20;

    /** Creates the target. */
    public ConnectAnswerTarget() {}

    @Override
    public String run(byte[] input) throws IOException {
        Connection connection = MemoryConnections.of(input);
        ConnectExchange exchange = new ConnectExchange(connection, "host.test", "host.test:443", 0);
        try {
            exchange.send("agent", null);
        } catch (MalformedResponseException e) {
            return "malformed";
        } catch (NoResponseException e) {
            return "nothing";
        }
        check(exchange.status() < 100 || exchange.status() >= 200, "a final answer");
        exchange.all("Proxy-Authenticate").forEach(value -> check(value.indexOf('\n') < 0, "one line"));
        if (exchange.isOpen()) {
            return connection.input().read() < 0 ? "open" : "open, with more";
        }
        check(exchange.answer().body().length() <= LONGEST_BODY, "a body within its bound");
        return exchange.keepsConnection() ? "refused, kept" : "refused";
    }

    @Override
    public List<String> words() {
        return List.of(
                "HTTP/1.1 200 OK\r\n",
                "HTTP/1.0 200 Connection established\r\n",
                "HTTP/1.1 407 Who\r\n",
                "HTTP/1.1 100 Continue\r\n\r\n",
                "HTTP/1.1 403 No\r\n",
                "Proxy-Authenticate: Basic realm=\"a\"\r\n",
                "Content-Length: 5\r\n",
                "Transfer-Encoding: chunked\r\n",
                "Connection: close\r\n",
                "Proxy-Connection: keep-alive\r\n",
                "\r\n",
                "5\r\nhello\r\n",
                "0\r\n\r\n",
                "hello",
                " ",
                ":");
    }

    @Override
    public List<String> packages() {
        return List.of("engine.http.h1");
    }
}
