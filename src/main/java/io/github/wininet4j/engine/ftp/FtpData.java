package io.github.wininet4j.engine.ftp;

import io.github.wininet4j.engine.net.Cancellation;
import io.github.wininet4j.engine.net.Connection;
import io.github.wininet4j.engine.net.ReadBuffer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One transfer of a session: its data connection, and the reply that ends it. */
final class FtpData {
    private static final byte[] NOTHING = {};

    private final FtpSession session;
    private final @Nullable Connection connection;
    private final ReadBuffer input;
    private final long size;
    private boolean ended;

    /** Takes over a connection, or none if there is nothing to move. */
    FtpData(FtpSession session, @Nullable Connection connection, long size) {
        this.session = session;
        this.connection = connection;
        this.size = size;
        this.ended = connection == null;
        this.input = connection == null ? new ReadBuffer(new ByteArrayInputStream(NOTHING), 1) : connection.input();
    }

    FtpSession session() {
        return session;
    }

    /** The bytes that the server says it will send, or -1. */
    long size() {
        return size;
    }

    ReadBuffer input() {
        return input;
    }

    /** Whether there is a connection at all. */
    boolean isConnected() {
        return connection != null;
    }

    /** Lets a handle's cancellation end what waits for data. */
    void bind(Cancellation cancellation) throws IOException {
        if (connection != null) {
            connection.bind(cancellation);
        }
    }

    void write(byte[] bytes, int offset, int length) throws IOException {
        if (connection == null) {
            throw new SessionDroppedException();
        }
        connection.output().write(bytes, offset, length);
    }

    /** Whether the reply that ends the transfer was read, or will not come. */
    boolean isEnded() {
        return ended;
    }

    /**
     * Ends the transfer once all data was moved, and reads the server's reply.
     *
     * @throws io.github.wininet4j.engine.fault.WinInetFailure {@code ERROR_INTERNET_EXTENDED_ERROR} if that is bad
     */
    void end() throws IOException {
        if (ended) {
            return;
        }
        ended = true;
        closeConnection();
        session.end();
    }

    /** Gives the transfer up; its reply is left to the next call. */
    void abandon() {
        if (!ended) {
            ended = true;
            closeConnection();
            session.oweReply();
        }
    }

    private void closeConnection() {
        if (connection != null) {
            connection.unbind();
            connection.closeGracefully();
        }
    }
}
