package io.github.wininet4j.testing;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** The server's end of one connection, and the thread that plays its script. */
final class ServerConnection {
    private static final ServerStep IDLE = ServerStep.waiting("between requests", connection -> {});
    private static final ServerStep BUSY = ServerStep.doing("after reading", connection -> {});

    private final ScriptedHttpServer server;
    private final int number;
    private final Socket raw;
    private final RequestReader reader;
    private Socket socket;
    private OutputStream out;
    private boolean closed;
    private @Nullable RecordedRequest head;
    private @Nullable Thread thread;

    private final ReentrantLock lock = new ReentrantLock();
    // Guarded by lock.
    private ServerStep current = IDLE;
    private boolean serverClosed;

    private final CountDownLatch serverEnd = new CountDownLatch(1);

    ServerConnection(ScriptedHttpServer server, int number, Socket raw) throws IOException {
        this.server = server;
        this.number = number;
        this.raw = raw;
        this.socket = raw;
        raw.setTcpNoDelay(true);
        this.reader = new RequestReader(number, new BufferedInputStream(raw.getInputStream()));
        this.out = raw.getOutputStream();
    }

    void start() {
        thread = Waits.daemon("server connection " + number, this::run);
    }

    private void run() {
        try {
            SSLContext tls = server.tls();
            if (tls != null) {
                startTls(tls, server.clientCertificate());
            }
            Script script = server.nextScript();
            if (script == null || play(script)) {
                serveRequests();
            }
        } catch (TlsFailure e) {
            server.handshakeFailed(e);
        } catch (Exception | AssertionError e) {
            server.failed("connection " + number, e);
        } finally {
            closeQuietly();
        }
    }

    /** Plays a script; returns false if the connection is over. */
    private boolean play(Script script) throws TlsFailure {
        for (ServerStep step : script.steps()) {
            if (!enter(step)) {
                reportUnfinished(script, step, null);
                return false;
            }
            try {
                step.action().run(this);
            } catch (TlsFailure e) {
                throw e;
            } catch (IOException | InterruptedException e) {
                reportUnfinished(script, step, e);
                return false;
            }
        }
        enter(IDLE);
        return !closed;
    }

    private boolean enter(ServerStep step) {
        lock.lock();
        try {
            current = step;
            return !serverClosed || step.kind() == ServerStep.Kind.DOING;
        } finally {
            lock.unlock();
        }
    }

    private void reportUnfinished(Script script, ServerStep step, @Nullable Exception cause) {
        boolean ofServer = isServerClosed();
        boolean waiting = step.kind() == ServerStep.Kind.WAITING;
        if (script.isCutShortAllowed() || (waiting && ofServer)) {
            return;
        }
        String who = ofServer ? "the server was closed" : "the client ended the connection";
        server.failed(who + " while connection " + number + " was at '" + step + "' of " + script, cause);
    }

    private boolean isServerClosed() {
        lock.lock();
        try {
            return serverClosed;
        } finally {
            lock.unlock();
        }
    }

    /** Answers requests that no script of this connection covers. */
    private void serveRequests() throws IOException, TlsFailure {
        while (!closed && enter(IDLE)) {
            RecordedRequest request;
            try {
                RecordedRequest next = reader.readHead();
                if (next == null) {
                    return;
                }
                request = reader.readBody(next);
            } catch (IOException e) {
                if (!isServerClosed() && e instanceof EOFException) {
                    throw e;
                }
                return; // closed by the server, or reset between requests
            }
            if (!stopWaiting()) {
                return; // closed meanwhile, the answer could not go out
            }
            server.record(request);
            Script answer = server.answerTo(request);
            if (answer == null) {
                server.failed("no script expects a request on " + request + "\n" + request.head(), null);
                return;
            }
            if (!play(answer)) {
                return;
            }
        }
    }

    void readRequest() throws IOException {
        readHead();
        readBody();
    }

    void readHead() throws IOException {
        head = reader.readHead();
        if (head == null) {
            throw new EOFException("the connection ended before a request");
        }
    }

    void readBody() throws IOException {
        record(reader.readBody(takeHead()));
    }

    void recordHead() {
        record(takeHead());
    }

    /**
     * Who sees the request may close the server at once; by then nothing is waited for any more, so the script
     * continues.
     */
    private void record(RecordedRequest request) {
        stopWaiting();
        server.record(request);
    }

    /** Leaves a state in which the end of the server may cut the connection; returns false if it did. */
    private boolean stopWaiting() {
        lock.lock();
        try {
            current = BUSY;
            return !serverClosed;
        } finally {
            lock.unlock();
        }
    }

    private RecordedRequest takeHead() {
        if (head == null) {
            throw new IllegalStateException("the script has to await a head first");
        }
        RecordedRequest taken = head;
        head = null;
        return taken;
    }

    void readBytes(int count) throws IOException {
        reader.readFully(count);
    }

    void readToEnd() throws IOException {
        try {
            reader.readToEnd();
        } catch (IOException e) {
            if (isServerClosed()) {
                throw e;
            }
            // a reset is an end, too
        }
    }

    /** Neither reads nor writes until the server is closed. */
    void stall() throws InterruptedException {
        serverEnd.await();
    }

    void write(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    void startTls(SSLContext context, ClientCertificate wish) throws TlsFailure {
        try {
            SSLSocket secure = (SSLSocket) context.getSocketFactory().createSocket(raw, null, raw.getPort(), true);
            secure.setUseClientMode(false);
            if (wish == ClientCertificate.DEMANDED) {
                secure.setNeedClientAuth(true);
            } else {
                secure.setWantClientAuth(wish == ClientCertificate.WANTED);
            }
            secure.startHandshake();
            socket = secure;
            reader.use(new BufferedInputStream(secure.getInputStream()));
            out = secure.getOutputStream();
            server.handshakeDone(secure.getSession());
        } catch (IOException e) {
            throw new TlsFailure(e);
        }
    }

    void close() throws IOException {
        closed = true;
        socket.close();
    }

    void halfClose() throws IOException {
        socket.shutdownOutput();
    }

    void closeAbruptly() throws IOException {
        closed = true;
        raw.close();
    }

    void reset() throws IOException {
        raw.setSoLinger(true, 0);
        closeAbruptly();
    }

    private void closeQuietly() {
        try {
            socket.close();
        } catch (IOException e) {
            // it is over either way
        }
    }

    /** Lets the thread come to its end: it stops waiting for the client or for a gate. */
    void endOfServer() throws IOException {
        lock.lock();
        try {
            serverClosed = true;
            serverEnd.countDown();
            if (current.kind() != ServerStep.Kind.DOING) {
                raw.close();
            } else if (thread != null) {
                thread.interrupt();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the thread; returns false if it had to be cut off. */
    boolean join(long millis) throws InterruptedException, IOException {
        if (thread == null) {
            return true;
        }
        thread.join(millis);
        if (!thread.isAlive()) {
            return true;
        }
        raw.close();
        thread.join(millis);
        return false;
    }

    /** A TLS handshake that failed; often what the test wants. */
    static final class TlsFailure extends IOException {
        private static final long serialVersionUID = 1;

        TlsFailure(IOException cause) {
            super("TLS handshake failed: " + cause.getMessage(), cause);
        }
    }
}
