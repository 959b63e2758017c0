package io.github.wininet4j.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLContext;

/**
 * What a server does on one connection, step by step; see {@link ScriptedHttpServer}. A script is not changed by its
 * methods: each returns a longer one.
 *
 * <p>Text stands for its ISO-8859-1 bytes, one for each character.
 */
public final class Script {
    private final List<ServerStep> steps;
    private final boolean mayBeCutShort;

    private Script(List<ServerStep> steps, boolean mayBeCutShort) {
        this.steps = List.copyOf(steps);
        this.mayBeCutShort = mayBeCutShort;
    }

    /** Starts a script. */
    public static Script script() {
        return new Script(List.of(), false);
    }

    /**
     * Reads a whole request, then sends a response.
     *
     * @param response head and body, exactly as they go out
     * @return the longer script
     */
    public Script respond(String response) {
        return awaitRequest().send(response);
    }

    /** Reads and records a whole request. */
    public Script awaitRequest() {
        return then(ServerStep.reading("awaitRequest", ServerConnection::readRequest));
    }

    /**
     * Reads a request's head; it is recorded with its body by {@link #awaitBody}.
     *
     * @return the longer script
     */
    public Script awaitHead() {
        return then(ServerStep.reading("awaitHead", ServerConnection::readHead));
    }

    /** Reads the body that the head just read announces, and records the request. */
    public Script awaitBody() {
        return then(ServerStep.reading("awaitBody", ServerConnection::readBody));
    }

    /** Records the request whose head was just read, without reading its body. */
    public Script recordHeadOnly() {
        return then(ServerStep.doing("recordHeadOnly", ServerConnection::recordHead));
    }

    /**
     * Reads a number of bytes and forgets them.
     *
     * @param count how many
     * @return the longer script
     */
    public Script awaitBytes(int count) {
        return then(ServerStep.reading("awaitBytes(" + count + ")", connection -> connection.readBytes(count)));
    }

    /** Waits until the client ends the connection in any way; what it sends before is discarded. */
    public Script awaitClose() {
        return then(ServerStep.waiting("awaitClose", ServerConnection::readToEnd));
    }

    /** Sends nothing more, but keeps reading, until the client ends the connection or the server is closed. */
    public Script hang() {
        return awaitClose();
    }

    /** Neither reads nor sends anything until the server is closed, so that a sending client eventually blocks. */
    public Script stall() {
        return then(ServerStep.waiting("stall", ServerConnection::stall));
    }

    /**
     * Sends text.
     *
     * @param text what to send
     * @return the longer script
     */
    public Script send(String text) {
        WireText.tell(text);
        return send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /**
     * Sends bytes.
     *
     * @param bytes what to send
     * @return the longer script
     */
    public Script send(byte[] bytes) {
        byte[] copy = bytes.clone();
        return then(ServerStep.doing("send(" + copy.length + " bytes)", connection -> connection.write(copy)));
    }

    /**
     * Sends text one byte at a time, each in a write of its own.
     *
     * @param text what to send
     * @return the longer script
     */
    public Script drip(String text) {
        Script longer = this;
        for (byte b : text.getBytes(StandardCharsets.ISO_8859_1)) {
            longer = longer.send(new byte[] {b});
        }
        return longer;
    }

    /**
     * Sends text in parts with a gate before each part but the first.
     *
     * @param text what to send
     * @param size the size of a part; the last one may be shorter
     * @param gates one for each part after the first
     * @return the longer script
     */
    public Script drip(String text, int size, Gate... gates) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        Script longer = this;
        int part = 0;
        for (int from = 0; from < bytes.length; from += size, part++) {
            if (part > 0) {
                longer = longer.hold(gates[part - 1]);
            }
            longer = longer.send(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + size)));
        }
        if (part - 1 != gates.length) {
            throw new IllegalArgumentException(gates.length + " gates for " + part + " parts");
        }
        return longer;
    }

    /**
     * Waits until the test opens a gate.
     *
     * @param gate the gate
     * @return the longer script
     */
    public Script hold(Gate gate) {
        return then(ServerStep.doing("hold(" + gate + ")", connection -> gate.awaitInterruptibly()));
    }

    /**
     * Opens a gate, to notify the test that the script has reached this step.
     *
     * @param gate the gate
     * @return the longer script
     */
    public Script signal(Gate gate) {
        return then(ServerStep.doing("signal(" + gate + ")", connection -> gate.open()));
    }

    /** Ends the connection the regular way. */
    public Script close() {
        return then(ServerStep.doing("close", ServerConnection::close));
    }

    /** Ends the sending side only. */
    public Script halfClose() {
        return then(ServerStep.doing("halfClose", ServerConnection::halfClose));
    }

    /**
     * Ends the TCP connection without the closing words of TLS; without TLS this is {@link #close}.
     *
     * @return the longer script
     */
    public Script closeAbruptly() {
        return then(ServerStep.doing("closeAbruptly", ServerConnection::closeAbruptly));
    }

    /** Ends the connection with a TCP reset. What was sent and not yet read by the client may be lost. */
    public Script reset() {
        return then(ServerStep.doing("reset", ServerConnection::reset));
    }

    /**
     * Goes on with TLS, as after CONNECT.
     *
     * @param context holds the server's certificate
     * @return the longer script
     */
    public Script startTls(SSLContext context) {
        return then(
                ServerStep.reading("startTls", connection -> connection.startTls(context, ClientCertificate.UNASKED)));
    }

    /** Tolerates that the client ends the connection before the script is over. Without this it is a failure. */
    public Script mayBeCutShort() {
        return new Script(steps, true);
    }

    /**
     * Appends the steps of another script.
     *
     * @param next what follows
     * @return the longer script
     */
    public Script then(Script next) {
        List<ServerStep> all = new ArrayList<>(steps);
        all.addAll(next.steps);
        return new Script(all, mayBeCutShort || next.mayBeCutShort);
    }

    private Script then(ServerStep step) {
        List<ServerStep> all = new ArrayList<>(steps);
        all.add(step);
        return new Script(all, mayBeCutShort);
    }

    List<ServerStep> steps() {
        return steps;
    }

    boolean isCutShortAllowed() {
        return mayBeCutShort;
    }

    @Override
    public String toString() {
        return steps.toString();
    }
}
