package io.github.wininet4j.testing;

import java.io.IOException;

/** One step of a {@link Script}. */
record ServerStep(String name, Kind kind, Action action) {

    /** What a step depends on. */
    enum Kind {
        /** Needs nothing from the client. */
        DOING,
        /** Reads what the client has to send. */
        READING,
        /** Waits for the end of the connection; the end of the server will do. */
        WAITING
    }

    /** The work of a step. */
    @FunctionalInterface
    interface Action {
        void run(ServerConnection connection) throws IOException, InterruptedException;
    }

    static ServerStep doing(String name, Action action) {
        return new ServerStep(name, Kind.DOING, action);
    }

    static ServerStep reading(String name, Action action) {
        return new ServerStep(name, Kind.READING, action);
    }

    static ServerStep waiting(String name, Action action) {
        return new ServerStep(name, Kind.WAITING, action);
    }

    @Override
    public String toString() {
        return name;
    }
}
