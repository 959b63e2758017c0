package io.github.wininet4j.engine.http.h1;

import io.github.wininet4j.engine.http.stream.HttpStream;
import io.github.wininet4j.engine.http.stream.MalformedResponseException;
import io.github.wininet4j.engine.net.AnswerTime;
import io.github.wininet4j.engine.net.Connection;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One CONNECT request on a connection to a proxy, and its answer, whose body is read at once unless the tunnel is open.
 */
public final class ConnectExchange {
    /** Longer bodies are cut: they are error pages. */
    private static final int MAX_BODY = 1 << 20;

    private static final int PIECE = 8_192;

    private final Connection connection;
    private final String host;
    private final String authority;
    private final int timeoutMillis;
    private @Nullable ResponseHead head;
    private byte[] body = {};
    private boolean complete;

    /**
     * Creates an exchange.
     *
     * @param connection the connection to the proxy
     * @param host the value of Host
     * @param authority host and port of the target
     * @param timeoutMillis how long the answer may take once it has begun
     */
    public ConnectExchange(Connection connection, String host, String authority, int timeoutMillis) {
        this.connection = connection;
        this.timeoutMillis = timeoutMillis;
        this.host = host;
        this.authority = authority;
    }

    /**
     * Sends the request and receives the answer.
     *
     * @param userAgent the value of User-Agent, or null
     * @param authorization the value of Proxy-Authorization, or null
     * @throws IOException if the proxy gives no answer
     */
    public void send(@Nullable String userAgent, @Nullable String authorization) throws IOException {
        RequestWriter writer = RequestWriter.begin(connection, "CONNECT", authority, "HTTP/1.1");
        writer.header("Host", host);
        if (userAgent != null && !userAgent.isEmpty()) {
            writer.header("User-Agent", userAgent);
        }
        writer.header("Content-Length", "0");
        writer.header("Proxy-Connection", "Keep-Alive");
        if (authorization != null) {
            writer.header("Proxy-Authorization", authorization);
        }
        writer.send();
        AnswerTime time = new AnswerTime(timeoutMillis);
        ResponseHead received = readHead(time);
        for (int i = 0; received.status() >= 100 && received.status() < 200; i++) {
            if (i == WireLimits.DEFAULT.intermediateHeads()) {
                throw new MalformedResponseException("too many intermediate answers to CONNECT");
            }
            received = readHead(time);
        }
        if (received.isHeadless()) {
            throw new MalformedResponseException("no answer of HTTP to CONNECT");
        }
        head = received;
        if (!isOpen()) {
            readBody(received, time);
        }
    }

    private ResponseHead readHead(AnswerTime time) throws IOException {
        return ResponseHeadReader.read(connection.input(), WireLimits.DEFAULT, time);
    }

    private void readBody(ResponseHead received, AnswerTime time) throws IOException {
        ResponseBody framed =
                ResponseBody.of("CONNECT", received, connection.input(), new ResponseBody.Nobody(timeoutMillis));
        byte[] read = new byte[PIECE];
        int length = 0;
        while (length < MAX_BODY) {
            if (length == read.length) {
                read = Arrays.copyOf(read, Math.min(read.length * 2, MAX_BODY));
            }
            time.beforeWait();
            int count = readSome(framed, read, length);
            if (count < 0) {
                break;
            }
            length += count;
        }
        body = Arrays.copyOf(read, length);
        complete = framed.hasEnded() && framed.complete();
    }

    /** A proxy that closes within the body of its refusal has refused all the same. */
    private int readSome(ResponseBody framed, byte[] target, int offset) throws IOException {
        try {
            return framed.read(target, offset, target.length - offset);
        } catch (MalformedResponseException e) {
            if (connection.input().ended()) {
                return -1;
            }
            throw e;
        }
    }

    private ResponseHead requireHead() {
        ResponseHead received = head;
        if (received == null) {
            throw new IllegalStateException("nothing was received");
        }
        return received;
    }

    /** Whether the tunnel is open. */
    public boolean isOpen() {
        int status = requireHead().status();
        return status >= 200 && status < 300;
    }

    /** Returns the status. */
    public int status() {
        return requireHead().status();
    }

    /** Whether another request can follow on the connection. */
    public boolean keepsConnection() {
        return complete && requireHead().keepsConnection() && !requireHead().hasToken("Proxy-Connection", "close");
    }

    /** Returns the first header of a name, or null. */
    public @Nullable String first(String name) {
        return requireHead().first(name);
    }

    /** Returns the values of all headers of a name. */
    public List<String> all(String name) {
        return requireHead().all(name);
    }

    /** Returns the answer as the response of a request. */
    public HttpStream answer() {
        return new ConnectAnswer(requireHead(), body);
    }
}
