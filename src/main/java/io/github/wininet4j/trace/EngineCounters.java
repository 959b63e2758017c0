package io.github.wininet4j.trace;

/**
 * What an engine has done since it was opened, and what it has open. All of it is counted whether or not anyone looks;
 * the numbers were read one after the other, so that they may differ by what happened meanwhile.
 *
 * @param connectionsOpened TCP connections that were made, to servers and proxies of every protocol
 * @param connectionsReused uses of a connection that had served before, for HTTP/2 each stream but the first
 * @param poolWaits requests that had to wait for a connection because of the limit of their server
 * @param requests HTTP requests that were sent, with those of redirects, logons, retries and proxy scripts, but without
 *     CONNECT
 * @param cacheHits requests that the cache answered without asking the server
 * @param cacheMisses requests that the cache might have answered but had nothing for
 * @param cacheValidations requests that asked the server whether the copy in the cache is still good
 * @param bytesSent bytes that were sent on all connections, before encryption
 * @param bytesReceived bytes that were received on all connections, after decryption
 * @param openHandles handles that are open now
 */
public record EngineCounters(
        long connectionsOpened,
        long connectionsReused,
        long poolWaits,
        long requests,
        long cacheHits,
        long cacheMisses,
        long cacheValidations,
        long bytesSent,
        long bytesReceived,
        long openHandles) {

    /** {@return all of them on one line} */
    @Override
    public String toString() {
        return "connections " + connectionsOpened + " opened, " + connectionsReused + " reused, " + poolWaits
                + " waits; requests " + requests
                + "; cache " + cacheHits + " hits, " + cacheMisses + " misses, " + cacheValidations + " validations"
                + "; bytes " + bytesSent + " sent, " + bytesReceived + " received"
                + "; handles " + openHandles + " open";
    }
}
