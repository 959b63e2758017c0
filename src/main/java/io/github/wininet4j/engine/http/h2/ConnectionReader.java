package io.github.wininet4j.engine.http.h2;

import io.github.wininet4j.engine.net.Connection;
import java.io.IOException;
import java.net.SocketTimeoutException;
import org.apache.hc.core5.http2.H2Error;

/** Reads a connection from its first to its last byte, on a worker of its own. */
final class ConnectionReader implements Runnable {
    private final Http2Connection shared;
    private final Connection connection;
    private final FrameReader frames;
    private final Http2Owner owner;

    ConnectionReader(Http2Connection shared, Connection connection, FrameReader frames, Http2Owner owner) {
        this.shared = shared;
        this.connection = connection;
        this.frames = frames;
        this.owner = owner;
    }

    @Override
    public void run() {
        try {
            while (awaitBytes() && frames.readOne()) {
                // On to the next frame.
            }
            shared.end(new IOException("the server closed the connection"), H2Error.NO_ERROR);
        } catch (Http2Failure e) {
            shared.end(e, e.error());
        } catch (IOException | RuntimeException e) {
            shared.end(e instanceof IOException io ? io : new IOException(e), H2Error.INTERNAL_ERROR);
        } finally {
            // Whatever else has happened: nobody waits for what is not read any more.
            shared.end(new IOException("reading has ended"), H2Error.INTERNAL_ERROR);
            owner.discard(connection);
        }
    }

    /** Waits for bytes; false once nobody has used the connection for long. */
    private boolean awaitBytes() throws IOException {
        while (connection.input().length() == 0) {
            try {
                return connection.fillWithin(Http2Connection.IDLE_MILLIS);
            } catch (SocketTimeoutException e) {
                if (connection.isClosed()) {
                    // It was a write that was stuck.
                    throw e;
                }
                if (shared.retireIfIdle()) {
                    return false;
                }
            }
        }
        return true;
    }
}
