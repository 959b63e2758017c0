package io.github.wininet4j.cli;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.WinInet;
import io.github.wininet4j.WinInetConfig;
import io.github.wininet4j.WinInets;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.host.CachePlace;
import io.github.wininet4j.host.CompletionPolicy;
import io.github.wininet4j.type.HINTERNET;
import java.io.IOException;

/** What the check of a rule works with: an engine of its own, a server, and an asynchronous client. */
final class RuleTestBed implements AutoCloseable {
    private final BackEnd back;
    private final WinInet wininet;
    private final LoopbackServer server;
    private final Client client;

    /**
     * Opens all of it.
     *
     * @param policy which outcome asynchronous calls take
     * @param cache where responses are kept
     * @param trace prints calls and callbacks
     */
    RuleTestBed(CompletionPolicy policy, CachePlace cache, TransferTrace trace) throws IOException {
        server = new LoopbackServer();
        back = WinInets.engine(
                WinInetConfig.defaults().withCompletionPolicy(policy).withCache(cache));
        wininet = trace.wrap(back);
        client = new Client(wininet, server, "wininet4j asynchttp", InternetFlag.INTERNET_FLAG_ASYNC, trace);
    }

    WinInet wininet() {
        return wininet;
    }

    LoopbackServer server() {
        return server;
    }

    Client client() {
        return client;
    }

    /** Opens a connection and a request on it. */
    HINTERNET openRequest(String verb, String path, int flags, long context) throws InterruptedException {
        return client.request(client.connect(), verb, path, flags, context);
    }

    /** Describes the outcome of a call; must be called right after it. */
    String outcome(boolean returned) {
        return returned ? "TRUE" : "FALSE, " + StatusText.error(wininet.GetLastError());
    }

    /** How many callbacks of a status carry a context value. */
    int count(int status, long context) {
        return client.events()
                .all(event -> event.is(status) && event.context() == context)
                .size();
    }

    /** Closes the engine; no callback arrives after this returns. */
    void end() {
        server.release();
        back.close();
    }

    @Override
    public void close() {
        end();
        server.close();
    }
}
