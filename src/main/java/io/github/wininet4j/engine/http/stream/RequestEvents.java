package io.github.wininet4j.engine.http.stream;

import io.github.wininet4j.engine.net.ConnectionEvents;

/** The statuses of a request (R-STAT). Called on the thread that does the work, never under a lock. */
public interface RequestEvents extends ConnectionEvents {
    /** Bytes of the request are about to be sent. */
    void sendingRequest();

    /**
     * Bytes of the request were sent.
     *
     * @param bytes how many
     */
    void requestSent(int bytes);

    /** The response is about to be read from the network. */
    void receivingResponse();

    /**
     * Bytes of the response were received.
     *
     * @param bytes how many
     */
    void responseReceived(int bytes);

    /** A response with a status from 100 to 199 arrived; the final one is to come. */
    void intermediateResponse();

    /**
     * A redirect is about to be followed (R-STAT-110).
     *
     * @param url the new absolute URL
     */
    void redirecting(String url);

    /**
     * Cookies go with the request.
     *
     * @param count how many were sent or suppressed (R-STAT-320)
     */
    void cookiesSent(int count);

    /**
     * Cookies came with the response.
     *
     * @param count how many, accepted or not (R-STAT-321)
     */
    void cookiesReceived(int count);

    /**
     * A response comes from the cache, and cookies came with it once.
     *
     * @param kinds what became of them, {@code COOKIE_*_CACHE_ENTRY} bits (R-STAT-327)
     */
    void cookieHistory(int kinds);

    /** A privacy policy came with the response. */
    void privacyPolicyReceived();

    /** The way is looked for in the network: a script is detected, loaded or run (R-PROXY-22). */
    void detectingProxy();

    /** Ignores every event. */
    RequestEvents SILENT = new RequestEvents() {
        @Override
        public void resolvingName(String host) {}

        @Override
        public void nameResolved(String address) {}

        @Override
        public void connecting(String address) {}

        @Override
        public void connected(String address) {}

        @Override
        public void closingConnection() {}

        @Override
        public void connectionClosed() {}

        @Override
        public void sendingRequest() {}

        @Override
        public void requestSent(int bytes) {}

        @Override
        public void receivingResponse() {}

        @Override
        public void responseReceived(int bytes) {}

        @Override
        public void intermediateResponse() {}

        @Override
        public void redirecting(String url) {}

        @Override
        public void cookiesSent(int count) {}

        @Override
        public void cookiesReceived(int count) {}

        @Override
        public void cookieHistory(int kinds) {}

        @Override
        public void privacyPolicyReceived() {}

        @Override
        public void detectingProxy() {}
    };
}
