package io.github.wininet4j.testing;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A Gopher server that answers each request line as it was told to. */
public final class ScriptedGopherServer implements AutoCloseable {
    private final LoopbackListener listener = LoopbackListener.start("gopher", this::serve);
    private final Map<String, byte[]> answers = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    private static final byte[] NOTHING = "3no such item\t\terror\t1\r\n.\r\n".getBytes(StandardCharsets.US_ASCII);

    private ScriptedGopherServer() {}

    /** Listens on any free port. */
    public static ScriptedGopherServer start() {
        return new ScriptedGopherServer();
    }

    /** Returns the port. */
    public int port() {
        return listener.port();
    }

    /** Sets what a request line is answered with, which the end of the connection follows. */
    public ScriptedGopherServer answer(String request, String answer) {
        answers.put(request, answer.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    /** Returns a line of a menu that names something on this server. */
    public String line(String typeAndText, String selector, String more) {
        return typeAndText + "\t" + selector + "\t127.0.0.1\t" + port() + more + "\r\n";
    }

    /** Returns the request lines that came. */
    public List<String> requests() {
        return requests;
    }

    private void serve(Socket socket) throws IOException {
        StringBuilder line = new StringBuilder();
        InputStream input = socket.getInputStream();
        for (int next = input.read(); next >= 0 && next != '\n'; next = input.read()) {
            line.append((char) next);
        }
        String request = line.toString().replace("\r", "");
        requests.add(request);
        socket.getOutputStream().write(answers.getOrDefault(request, NOTHING));
        socket.shutdownOutput();
        // Until the client has taken it all.
        while (input.read() >= 0) {
            continue;
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
