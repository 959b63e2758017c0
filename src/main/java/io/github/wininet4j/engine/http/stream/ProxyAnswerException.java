package io.github.wininet4j.engine.http.stream;

import java.io.IOException;

/** A proxy did not open a tunnel but answered itself: its answer becomes the response of the request. */
public final class ProxyAnswerException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient HttpStream answer;

    /**
     * Creates one.
     *
     * @param answer a stream whose response is the proxy's answer; what is sent on it is discarded
     */
    public ProxyAnswerException(HttpStream answer) {
        super("the proxy answered instead of the server");
        this.answer = answer;
    }

    /** Returns the stream whose response is the proxy's answer. */
    public HttpStream answer() {
        return answer;
    }
}
