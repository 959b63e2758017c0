package io.github.wininet4j.engine.net;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Records the events it receives. */
public final class EventLog implements ConnectionEvents {
    private final List<String> entries = new CopyOnWriteArrayList<>();

    public List<String> entries() {
        return entries;
    }

    @Override
    public void resolvingName(String host) {
        entries.add("resolving " + host);
    }

    @Override
    public void nameResolved(String address) {
        entries.add("resolved " + address);
    }

    @Override
    public void connecting(String address) {
        entries.add("connecting " + address);
    }

    @Override
    public void connected(String address) {
        entries.add("connected " + address);
    }

    @Override
    public void closingConnection() {
        entries.add("closing");
    }

    @Override
    public void connectionClosed() {
        entries.add("closed");
    }
}
