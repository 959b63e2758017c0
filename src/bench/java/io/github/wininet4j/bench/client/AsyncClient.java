package io.github.wininet4j.bench.client;

/** A client with asynchronous calls. */
public interface AsyncClient extends AutoCloseable {
    /**
     * Makes one of the lanes that are in flight together.
     *
     * @param number its number, from 0
     * @param path what it gets, again and again
     * @param completion is called for each body
     * @return the lane
     * @throws Exception if the client fails
     */
    Lane lane(int number, String path, Completion completion) throws Exception;

    @Override
    void close() throws Exception;

    /** One request at a time. */
    interface Lane {
        /** Begins the next request; its completion may be called before this returns. */
        void get();
    }

    /** Takes the end of a request, on any thread. */
    interface Completion {
        /**
         * Takes the end of a request.
         *
         * @param bytes the length of the body, or -1 for a failure
         * @param problem what went wrong, or null
         */
        void done(long bytes, Throwable problem);
    }
}
