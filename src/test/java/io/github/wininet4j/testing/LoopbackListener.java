package io.github.wininet4j.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Takes connections on 127.0.0.1, each on a thread of its own, until it is closed. */
public final class LoopbackListener implements AutoCloseable {
    /** What is done on a connection. */
    @FunctionalInterface
    public interface Service {
        /**
         * Serves the connection; it is closed when this returns.
         *
         * @param socket the connection
         * @throws IOException if the client has had enough
         */
        void serve(Socket socket) throws IOException;
    }

    private final ServerSocket listener;
    private final String name;
    private final Service service;
    private final Thread acceptor;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();

    /** Takes the connections of a listener. */
    LoopbackListener(String name, ServerSocket listener, Service service) {
        this.listener = listener;
        this.name = name;
        this.service = service;
        this.acceptor = Waits.daemon(name, this::accept);
    }

    /**
     * Listens on any free port.
     *
     * @param name names the threads
     * @param service what is done on each connection
     * @return the listener
     */
    public static LoopbackListener start(String name, Service service) {
        try {
            return new LoopbackListener(name, new ServerSocket(0, 1024, InetAddress.getByName("127.0.0.1")), service);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the port. */
    public int port() {
        return listener.getLocalPort();
    }

    /** Returns how many connections came. */
    public int connections() {
        return connections.get();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listener.accept();
                connections.incrementAndGet();
                sockets.add(socket);
                Thread thread = new Thread(() -> serve(socket), name + " connection");
                thread.setDaemon(true);
                threads.add(thread);
                thread.start();
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            service.serve(socket);
        } catch (IOException e) {
            // The client is gone.
        } finally {
            sockets.remove(socket);
            threads.remove(Thread.currentThread());
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    /** Closes it and waits until nothing is done on any connection. */
    void end() throws IOException, InterruptedException {
        listener.close();
        acceptor.join();
        close();
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
