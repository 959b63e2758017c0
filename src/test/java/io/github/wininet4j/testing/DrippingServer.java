package io.github.wininet4j.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Begins an answer and then sends a little of it again and again, far more often than any timeout asks for. It does not
 * go on for ever: to a client that waits it gives the end of the answer, so that a test sees that it waited.
 */
public final class DrippingServer implements AutoCloseable {
    /** A timeout, in milliseconds, that the answer exceeds many times, and no pause between two of its pieces does. */
    public static final int TIMEOUT = 400;

    private static final int PAUSE_MILLIS = 20;
    private static final int LONGEST_HEAD = 65_536;

    private final CountDownLatch closed = new CountDownLatch(1);
    private final LoopbackListener listener;

    /**
     * Starts a server.
     *
     * @param greets whether it speaks first; else it reads the first line of a request before
     * @param begin the begin of the answer
     * @param again what it sends again and again
     * @param times how often
     * @param end the end of the answer
     * @return the server
     */
    public static DrippingServer start(boolean greets, String begin, String again, int times, String end) {
        return new DrippingServer(greets, begin, again, times, end);
    }

    private DrippingServer(boolean greets, String begin, String again, int times, String end) {
        this.listener = LoopbackListener.start("dripping server", socket -> {
            if (!greets) {
                readLine(socket);
            }
            serve(socket, begin, again, times, end);
        });
    }

    private static void readLine(Socket socket) throws IOException {
        int length = 0;
        int next = socket.getInputStream().read();
        while (next >= 0 && next != '\n' && length++ < LONGEST_HEAD) {
            next = socket.getInputStream().read();
        }
    }

    private void serve(Socket socket, String begin, String again, int times, String end) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(begin.getBytes(StandardCharsets.ISO_8859_1));
        try {
            for (int i = 0; i < times; i++) {
                if (closed.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                    return;
                }
                out.write(again.getBytes(StandardCharsets.ISO_8859_1));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        out.write(end.getBytes(StandardCharsets.ISO_8859_1));
        socket.shutdownOutput();
        while (socket.getInputStream().read() >= 0) {
            continue;
        }
    }

    /** Returns the port. */
    public int port() {
        return listener.port();
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        listener.close();
    }
}
