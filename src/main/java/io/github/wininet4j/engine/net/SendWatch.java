package io.github.wininet4j.engine.net;

/** Looks after connections that may get stuck in a write. */
@FunctionalInterface
interface SendWatch {
    /** Begins to look after one, until it goes back to the pool. */
    void add(Connection connection);
}
