package io.github.wininet4j.bench.client;

/** A client whose calls wait. */
public interface SyncClient extends AutoCloseable {
    /**
     * Makes what one thread uses.
     *
     * @return the lane
     * @throws Exception if the client fails
     */
    Lane lane() throws Exception;

    @Override
    void close() throws Exception;

    /** Requests of one thread, one after the other. */
    interface Lane {
        /**
         * Gets a resource and reads it to its end.
         *
         * @param path its path
         * @return how many bytes the body had
         * @throws Exception if the client fails
         */
        long get(String path) throws Exception;

        /**
         * Sends a body of zeros and reads the answer.
         *
         * @param path the path
         * @param size the length of the body in bytes
         * @return how many bytes were sent
         * @throws Exception if the client fails
         */
        default long put(String path, long size) throws Exception {
            throw new UnsupportedOperationException();
        }
    }
}
