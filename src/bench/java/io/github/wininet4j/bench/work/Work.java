package io.github.wininet4j.bench.work;

/** A workload that a client is ready to do. */
interface Work extends AutoCloseable {
    /**
     * Works for a time, and makes one request per lane at least.
     *
     * @param millis how long; 0 for one request per lane
     * @return how many requests were done
     * @throws Exception if the client failed
     */
    long run(long millis) throws Exception;

    /** Returns the times of the requests of the last run, which are empty unless the workload is about them. */
    default Latencies latencies() {
        return new Latencies();
    }

    @Override
    void close() throws Exception;
}
