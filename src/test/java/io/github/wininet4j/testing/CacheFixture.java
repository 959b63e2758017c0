package io.github.wininet4j.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.host.CachePlace;
import io.github.wininet4j.type.HINTERNET;

/** What contract tests of requests start with that a cache answers: one that is shared, and a clock to be advanced. */
public abstract class CacheFixture extends HttpFixture {
    /** A header by which a response is fresh for a minute. */
    protected static final String FRESH = "Cache-Control: max-age=60\r\n";

    /** The clock of the back end. */
    protected final TestClock clock;

    /** Starts all of it. */
    protected CacheFixture(BackEndUnderTest backEnd) {
        this(backEnd, new TestClock());
    }

    private CacheFixture(BackEndUnderTest backEnd, TestClock clock) {
        super(backEnd, config -> config.withClock(clock).withCache(CachePlace.SHARED));
        this.clock = clock;
    }

    /** Makes a response. */
    protected static String response(String headers, String body) {
        return "HTTP/1.1 200 OK\r\n" + headers + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }

    /** Gets something with flags, and reads it to its end. */
    protected static String get(Conversation client, String target, int flags) {
        HINTERNET request = client.openRequest("GET", target, flags);
        assertThat(client.send(request)).isZero();
        return client.readText(request);
    }

    /** Returns how many requests came to the server. */
    protected final int requests() {
        return server.requests().size();
    }
}
