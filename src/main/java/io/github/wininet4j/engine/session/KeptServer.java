package io.github.wininet4j.engine.session;

/** A server that a session is logged on to although no handle uses it now (R-HANDLE-27). */
@FunctionalInterface
public interface KeptServer {
    /** Takes leave of the server. Called once, by whoever took the server out of the session. */
    void leave();
}
