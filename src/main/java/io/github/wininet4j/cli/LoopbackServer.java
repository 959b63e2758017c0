package io.github.wininet4j.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A server on 127.0.0.1; it can hold its responses back, so that a test controls when they are sent. */
public final class LoopbackServer implements AutoCloseable {
    /** Answers immediately with {@link #text}. */
    public static final String TEXT = "/text";
    /** Answers with {@link #text} after {@link #release}. */
    public static final String HELD = "/held";
    /** Answers with the body of the request. */
    public static final String ECHO = "/echo";

    private static final int LIMIT_SECONDS = 120;
    /** More than a few read buffers hold. */
    private static final int TEXT_LINES = 10_000;

    private static final byte[] BODY = body();

    private final HttpServer server;
    private final ExecutorService threads;
    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    /**
     * Starts it on a free port.
     *
     * @throws IOException if there is none
     */
    public LoopbackServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
        threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "server");
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
        server.createContext(TEXT, exchange -> answer(exchange, BODY));
        server.createContext(HELD, this::answerLater);
        server.createContext(
                ECHO, exchange -> answer(exchange, exchange.getRequestBody().readAllBytes()));
        server.start();
    }

    private static byte[] body() {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= TEXT_LINES; i++) {
            text.append("line ").append(i).append(" of the body\n");
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Adds an answer of another kind.
     *
     * @param path what the paths of its URLs begin with
     * @param answer gives it
     */
    public void serve(String path, HttpHandler answer) {
        server.createContext(path, answer);
    }

    /** The body of the answers. */
    static byte[] text() {
        return BODY.clone();
    }

    /** Returns its port. */
    public int port() {
        return server.getAddress().getPort();
    }

    /**
     * Returns the URL of a path.
     *
     * @param path from its slash on
     * @return the URL
     */
    public String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    /**
     * Waits until a request has arrived.
     *
     * @throws InterruptedException if the wait is interrupted
     */
    public void awaitRequest() throws InterruptedException {
        if (!arrived.await(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            throw new ExpectationFailedException("no request reached the server within " + LIMIT_SECONDS + " s");
        }
    }

    /** Sends the responses that were held back. */
    public void release() {
        released.countDown();
    }

    private void answerLater(HttpExchange exchange) throws IOException {
        arrived.countDown();
        if (awaitRelease()) {
            answer(exchange, BODY);
        } else {
            exchange.close();
        }
    }

    /**
     * Waits for {@link #release}: for answers that are held back half way.
     *
     * @return false if it was not called in time
     */
    public boolean awaitRelease() {
        try {
            return released.await(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void answer(HttpExchange exchange, byte[] body) throws IOException {
        arrived.countDown();
        exchange.getRequestBody().readAllBytes();
        // -1 means no body; 0 would mean chunks.
        exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    @Override
    public void close() {
        release();
        server.stop(0);
        threads.shutdown();
    }
}
