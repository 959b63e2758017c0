package io.github.wininet4j.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/**
 * A server on the loopback address that does to the byte what a test says.
 *
 * <p>Each accepted connection takes the next script of {@link #onConnection}. When that is over, or if there is none,
 * its further requests take the next answer of {@link #onRequest}, else the handler of their path ({@link #handle}),
 * else that of every path. A request that nothing answers, a script that the client does not play along with and a
 * script that is left over are failures; they are thrown by {@link #close}.
 */
public final class ScriptedHttpServer implements AutoCloseable {
    /** The longest wait of {@link #takeRequest()}, in seconds. */
    public static final int REQUEST_SECONDS = 30;

    private final ServerSocket listener;
    private final @Nullable SSLContext tls;
    private final ClientCertificate clientCertificate;
    private final Thread acceptor;
    private final BlockingQueue<RecordedRequest> untaken = new LinkedBlockingQueue<>();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    // Guarded by lock.
    private final List<ServerConnection> connections = new ArrayList<>();
    private final Queue<Script> connectionScripts = new ArrayDeque<>();
    private final Queue<Function<RecordedRequest, Script>> answers = new ArrayDeque<>();
    private final Map<String, Function<RecordedRequest, Script>> handlers = new HashMap<>();
    private @Nullable Function<RecordedRequest, Script> everyPath;
    private final List<RecordedRequest> requests = new ArrayList<>();
    private final List<SSLSession> tlsSessions = new ArrayList<>();
    private final List<IOException> handshakeFailures = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();
    private boolean closed;

    /** An answer that is the same for every request. */
    private record Fixed(Script script) implements Function<RecordedRequest, Script> {
        @Override
        public Script apply(RecordedRequest request) {
            return script;
        }

        @Override
        public String toString() {
            return script.toString();
        }
    }

    private ScriptedHttpServer(InetAddress address, @Nullable SSLContext tls, ClientCertificate clientCertificate)
            throws IOException {
        this.listener = new ServerSocket(0, 1024, address);
        this.tls = tls;
        this.clientCertificate = clientCertificate;
        this.acceptor = Waits.daemon("server on port " + listener.getLocalPort(), this::accept);
    }

    /** Starts a server without TLS on 127.0.0.1. */
    public static ScriptedHttpServer start() {
        return start("127.0.0.1", null, ClientCertificate.UNASKED);
    }

    /** Starts a server without TLS on ::1; skips the test if this machine has no IPv6. */
    public static ScriptedHttpServer startOnIpv6() {
        try {
            return start("::1", null, ClientCertificate.UNASKED);
        } catch (UncheckedIOException e) {
            throw new TestAbortedException("no IPv6 loopback address on this machine", e);
        }
    }

    /**
     * Starts a server with TLS on 127.0.0.1.
     *
     * @param context holds the server's certificate
     * @return the server
     */
    public static ScriptedHttpServer startTls(SSLContext context) {
        return start("127.0.0.1", context, ClientCertificate.UNASKED);
    }

    /**
     * Starts a server with TLS on 127.0.0.1 that asks for a client certificate and goes on without one.
     *
     * @param context holds the server's certificate and whom it trusts
     * @return the server
     */
    public static ScriptedHttpServer startTlsAskingForCertificate(SSLContext context) {
        return start("127.0.0.1", context, ClientCertificate.WANTED);
    }

    /**
     * Starts a server with TLS on 127.0.0.1 that refuses clients without a certificate.
     *
     * @param context holds the server's certificate and whom it trusts
     * @return the server
     */
    public static ScriptedHttpServer startTlsDemandingCertificate(SSLContext context) {
        return start("127.0.0.1", context, ClientCertificate.DEMANDED);
    }

    private static ScriptedHttpServer start(
            String address, @Nullable SSLContext tls, ClientCertificate clientCertificate) {
        try {
            return new ScriptedHttpServer(InetAddress.getByName(address), tls, clientCertificate);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the port. */
    public int port() {
        return listener.getLocalPort();
    }

    /** Returns the address. */
    public InetAddress address() {
        return listener.getInetAddress();
    }

    /** Returns the address as it stands in a URL: {@code 127.0.0.1} or {@code [::1]}. */
    public String host() {
        return listener.getInetAddress() instanceof Inet6Address ? "[::1]" : "127.0.0.1";
    }

    /**
     * Returns the URL of something on this server.
     *
     * @param path path and query, from the slash
     * @return the URL with address and port
     */
    public String url(String path) {
        return (tls == null ? "http://" : "https://") + host() + ":" + port() + path;
    }

    /**
     * Scripts the next connection that has no script yet.
     *
     * @param script what to do on it, requests included
     * @return this
     */
    public ScriptedHttpServer onConnection(Script script) {
        return locked(() -> connectionScripts.add(script));
    }

    /**
     * Scripts the answer to the next request that no connection's script covers, on whatever connection it comes.
     *
     * @param answer what to do once the request is read
     * @return this
     */
    public ScriptedHttpServer onRequest(Script answer) {
        return locked(() -> answers.add(new Fixed(answer)));
    }

    /**
     * Gives the response to the next request that no connection's script covers. The client need not read all of it.
     *
     * @param response head and body, exactly as they go out
     * @return this
     */
    public ScriptedHttpServer onRequest(String response) {
        return onRequest(Script.script().send(response).mayBeCutShort());
    }

    /**
     * Lets the next request that no connection's script covers fail.
     *
     * @param fault what goes wrong
     * @return this
     */
    public ScriptedHttpServer onRequest(ServerFault fault) {
        return locked(() -> answers.add(fault));
    }

    /**
     * Says what to answer to requests for a path, any number of times.
     *
     * @param path the path, without query
     * @param answer makes the answer; the request is read by then
     * @return this
     */
    public ScriptedHttpServer handle(String path, Function<RecordedRequest, Script> answer) {
        return locked(() -> handlers.put(path, answer));
    }

    /**
     * Says what to answer to requests for a path, any number of times. The client need not read all of it.
     *
     * @param path the path, without query
     * @param response head and body, exactly as they go out
     * @return this
     */
    public ScriptedHttpServer handle(String path, String response) {
        return handle(path, request -> Script.script().send(response).mayBeCutShort());
    }

    /**
     * Answers requests for a path with status 200 and a text, any number of times.
     *
     * @param path the path, without query
     * @param text the body, in UTF-8
     * @return this
     */
    public ScriptedHttpServer serve(String path, String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        String head = "HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: " + body.length
                + "\r\n\r\n";
        return handle(path, request -> {
            Script answer = Script.script().send(head);
            return (request.method().equals("HEAD") ? answer : answer.send(body)).mayBeCutShort();
        });
    }

    /**
     * Says what to answer to requests for paths without a handler, any number of times.
     *
     * @param answer makes the answer; the request is read by then
     * @return this
     */
    public ScriptedHttpServer handleAll(Function<RecordedRequest, Script> answer) {
        return locked(() -> everyPath = answer);
    }

    private ScriptedHttpServer locked(Runnable work) {
        lock.lock();
        try {
            work.run();
            changed.signalAll();
            return this;
        } finally {
            lock.unlock();
        }
    }

    private <T> T reading(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for the next request that no earlier call returned, at most {@value #REQUEST_SECONDS} seconds.
     *
     * @return the request, as it was read
     * @throws AssertionError if none comes in that time; it names those that came before
     */
    public RecordedRequest takeRequest() {
        return takeRequest(Duration.ofSeconds(REQUEST_SECONDS));
    }

    /**
     * Waits for the next request that no earlier call returned.
     *
     * @param timeout the longest wait; with zero or less, the request must be here by now
     * @return the request, as it was read
     * @throws AssertionError if none comes in that time; it names those that came before
     */
    public RecordedRequest takeRequest(Duration timeout) {
        try {
            RecordedRequest request = untaken.poll(TimeUnit.NANOSECONDS.convert(timeout), TimeUnit.NANOSECONDS);
            if (request == null) {
                throw new AssertionError("no request within " + seconds(timeout) + " s; so far: " + requests());
            }
            return request;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for a request", e);
        }
    }

    private static String seconds(Duration time) {
        return BigDecimal.valueOf(time.toMillis(), 3).stripTrailingZeros().toPlainString();
    }

    /** Returns every request that was recorded so far, in the order in which they were read. */
    public List<RecordedRequest> requests() {
        return reading(() -> List.copyOf(requests));
    }

    /** Counts the connections that were accepted so far. */
    public int connectionCount() {
        return reading(connections::size);
    }

    /** Returns the TLS sessions of the handshakes that succeeded, in order. */
    public List<SSLSession> tlsSessions() {
        return reading(() -> List.copyOf(tlsSessions));
    }

    /** Waits for a TLS handshake to fail on this side. That is no failure of the server. */
    public IOException awaitHandshakeFailure() {
        long left = TimeUnit.SECONDS.toNanos(Waits.SECONDS);
        lock.lock();
        try {
            while (handshakeFailures.isEmpty()) {
                if (left <= 0) {
                    throw new AssertionError("no TLS handshake failed within " + Waits.SECONDS + " s");
                }
                left = changed.awaitNanos(left);
            }
            return handshakeFailures.get(0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for a TLS failure", e);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Ends every connection and reports what went wrong.
     *
     * @throws AssertionError if something did
     */
    @Override
    public void close() {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
        } finally {
            lock.unlock();
        }
        try {
            listener.close();
            acceptor.join(TimeUnit.SECONDS.toMillis(Waits.SECONDS));
            List<ServerConnection> all = reading(() -> List.copyOf(connections));
            for (ServerConnection connection : all) {
                connection.endOfServer();
            }
            for (ServerConnection connection : all) {
                if (!connection.join(TimeUnit.SECONDS.toMillis(Waits.SECONDS))) {
                    failed("a connection was still sending when the server was closed", null);
                }
            }
        } catch (IOException e) {
            failed("closing the server", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failed("interrupted while closing the server", e);
        }
        reading(() -> connectionScripts.isEmpty() || failures.add(left("connection", connectionScripts)));
        reading(() -> answers.isEmpty() || failures.add(left("request", answers)));
        Waits.throwAll("the scripted server", reading(() -> List.copyOf(failures)));
    }

    private static AssertionError left(String what, Queue<?> scripts) {
        return new AssertionError("no " + what + " came for " + scripts);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                ServerConnection connection = new ServerConnection(this, connectionCount() + 1, socket);
                locked(() -> connections.add(connection));
                connection.start();
            } catch (IOException e) {
                if (!listener.isClosed()) {
                    failed("accepting a connection", e);
                }
            }
        }
    }

    @Nullable
    SSLContext tls() {
        return tls;
    }

    ClientCertificate clientCertificate() {
        return clientCertificate;
    }

    @Nullable
    Script nextScript() {
        return reading(connectionScripts::poll);
    }

    @Nullable
    Script answerTo(RecordedRequest request) {
        Function<RecordedRequest, Script> handler;
        lock.lock();
        try {
            handler = answers.poll();
            if (handler == null) {
                handler = handlers.getOrDefault(request.path(), everyPath);
            }
        } finally {
            lock.unlock();
        }
        return handler == null ? null : handler.apply(request);
    }

    void record(RecordedRequest request) {
        locked(() -> requests.add(request));
        untaken.add(request);
    }

    void handshakeDone(SSLSession session) {
        locked(() -> tlsSessions.add(session));
    }

    void handshakeFailed(IOException failure) {
        locked(() -> handshakeFailures.add(failure));
    }

    void failed(String what, @Nullable Throwable cause) {
        String detail = cause == null ? "" : ": " + cause;
        locked(() -> failures.add(new AssertionError(what + detail, cause)));
    }
}
