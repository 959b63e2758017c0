package io.github.wininet4j.engine.net;

/** Looks after connections that may get stuck in a write or a read. */
@FunctionalInterface
interface StallWatch {
    /**
     * Begins to look after a connection, until it is closed.
     *
     * @param connection the connection
     * @param limitMillis how soon it may be overdue, if it gets stuck at once
     * @return false if nobody can look after it
     */
    boolean add(Connection connection, int limitMillis);
}
