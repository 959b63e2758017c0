package io.github.wininet4j.cli.conformance;

import io.github.wininet4j.WinInet;
import io.github.wininet4j.cli.LoopbackServer;
import io.github.wininet4j.cli.StatusText;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.type.HINTERNET;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** What a case runs on: a back end, a server of its own, clients of that server, and the notes of what happened. */
final class TestBed implements AutoCloseable {
    private final WinInet api;
    private final LoopbackServer server;
    private final List<CaseClient> clients = new ArrayList<>();
    /** Callbacks write it on other threads. */
    private final List<String> notes = new CopyOnWriteArrayList<>();

    TestBed(WinInet api) throws IOException {
        this.api = api;
        this.server = new LoopbackServer();
        CannedResponses.addTo(server);
    }

    WinInet api() {
        return api;
    }

    LoopbackServer server() {
        return server;
    }

    /** Opens a client in synchronous mode. */
    CaseClient sync() throws InterruptedException {
        return client(0);
    }

    /** Opens a client in asynchronous mode. */
    CaseClient async() throws InterruptedException {
        return client(InternetFlag.INTERNET_FLAG_ASYNC);
    }

    private CaseClient client(int flags) throws InterruptedException {
        CaseClient client = new CaseClient(this, flags);
        clients.add(client);
        return client;
    }

    /** Notes a line. */
    void note(String line) {
        notes.add(line);
    }

    /** Notes a value under a name. */
    void note(String name, @Nullable Object value) {
        note(name + ": " + value);
    }

    /** Notes how a call ended; must be called right after it. */
    void call(String name, boolean returned) {
        note(name, returned ? "TRUE" : "FALSE, " + error());
    }

    /** Notes whether a call returned a handle; must be called right after it. */
    void call(String name, @Nullable HINTERNET returned) {
        note(name, returned == null ? "NULL, " + error() : "a handle");
    }

    /** The last error, in words. */
    String error() {
        return StatusText.error(api.GetLastError());
    }

    /** Returns a handle without which the case cannot continue. */
    HINTERNET need(String name, @Nullable HINTERNET returned) {
        if (returned == null) {
            throw new IllegalStateException(name + " failed with " + error());
        }
        return returned;
    }

    /** Ends the case if a call failed without which it cannot continue. */
    void need(String name, boolean succeeded) {
        if (!succeeded) {
            throw new IllegalStateException(name + " failed with " + error());
        }
    }

    List<String> notes() {
        return List.copyOf(notes);
    }

    @Override
    public void close() {
        clients.forEach(CaseClient::close);
        server.close();
    }
}
