package io.github.wininet4j.engine.net;

import io.github.wininet4j.testing.Waits;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** A server of which the test itself plays each connection. */
public final class LoopbackServer implements Closeable {
    private final ServerSocket listener;
    private final List<Socket> accepted = new ArrayList<>();

    /**
     * Listens.
     *
     * @param address the address to listen on
     * @throws IOException if that is impossible
     */
    public LoopbackServer(InetAddress address) throws IOException {
        this(new ServerSocket(0, 50, address));
    }

    /**
     * Takes over a listening socket.
     *
     * @param listener the socket
     * @throws IOException never
     */
    public LoopbackServer(ServerSocket listener) throws IOException {
        this.listener = listener;
        listener.setSoTimeout(Waits.SECONDS * 1_000);
    }

    /**
     * Listens on 127.0.0.1.
     *
     * @return the server
     * @throws IOException if that is impossible
     */
    public static LoopbackServer start() throws IOException {
        return new LoopbackServer(InetAddress.getByName("127.0.0.1"));
    }

    /** Returns the port. */
    public int port() {
        return listener.getLocalPort();
    }

    /**
     * Takes the next connection that a client made.
     *
     * @return the server's end
     * @throws IOException if none comes
     */
    public Socket accept() throws IOException {
        Socket socket = listener.accept();
        socket.setSoTimeout(Waits.SECONDS * 1_000);
        accepted.add(socket);
        return socket;
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : accepted) {
            socket.close();
        }
        listener.close();
    }
}
