package io.github.wininet4j.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/** A server whose queue of connections is full: Linux leaves further attempts to connect without an answer. */
public final class DeafServer implements AutoCloseable {
    private final ServerSocket listener;
    private final List<Socket> fillers = new ArrayList<>();

    private DeafServer(ServerSocket listener) {
        this.listener = listener;
    }

    /** Starts one on 127.0.0.1; skips the test on other systems. */
    public static DeafServer start() throws IOException {
        assumeTrue(System.getProperty("os.name").startsWith("Linux"), "only Linux ignores attempts beyond the queue");
        DeafServer server = new DeafServer(new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1")));
        for (int i = 0; i < 4; i++) {
            Socket filler = new Socket();
            server.fillers.add(filler);
            try {
                filler.connect(new InetSocketAddress("127.0.0.1", server.port()), 50);
            } catch (SocketTimeoutException e) {
                return server;
            }
        }
        return server;
    }

    /** Returns the port. */
    public int port() {
        return listener.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        for (Socket filler : fillers) {
            filler.close();
        }
        listener.close();
    }
}
