package io.github.wininet4j.bench.client;

/** A WebSocket client. */
public interface MessageClient extends AutoCloseable {
    /**
     * Sends a binary message and waits for the one that comes back.
     *
     * @param message the message
     * @return how many bytes came back
     * @throws Exception if the client fails
     */
    int exchange(byte[] message) throws Exception;

    @Override
    void close() throws Exception;
}
