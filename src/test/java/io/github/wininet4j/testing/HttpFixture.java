package io.github.wininet4j.testing;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.WinInetConfig;
import java.util.function.UnaryOperator;

/**
 * What contract tests over HTTP start with: a back end with the default configuration, a status log, and a scripted
 * server. All of it ends with the test.
 */
public abstract class HttpFixture {
    /** A response with the body "hello". */
    protected static final String HELLO = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

    /** Opens further back ends. */
    protected final BackEndUnderTest backEnd;

    /** The log of the clients' statuses. */
    protected final StatusLog log;

    /** The server. */
    protected final ScriptedHttpServer server;

    /** The back end. */
    protected final BackEnd api;

    /** Starts all of it. */
    protected HttpFixture(BackEndUnderTest backEnd) {
        this(backEnd, backEnd.open());
    }

    /** Starts all of it, the back end with a configuration of its own. */
    protected HttpFixture(BackEndUnderTest backEnd, UnaryOperator<WinInetConfig> config) {
        this(backEnd, backEnd.open(config));
    }

    private HttpFixture(BackEndUnderTest backEnd, BackEnd api) {
        this.backEnd = backEnd;
        this.log = backEnd.statusLog();
        this.server = backEnd.closeAfterTest(ScriptedHttpServer.start());
        this.api = api;
    }

    /** Starts a synchronous client of the server. */
    protected final Conversation sync() {
        return Conversation.sync(api, log, server);
    }

    /** Starts an asynchronous client of the server. */
    protected final Conversation async() {
        return Conversation.async(api, log, server);
    }
}
