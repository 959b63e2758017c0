package io.github.wininet4j.engine.http.h2;

import org.apache.hc.core5.http2.H2Error;

/** What all streams of a connection together may still receive. Guarded by the connection's lock. */
final class ReceiveWindow {
    private final int size;
    private int left;
    private int taken;

    /**
     * Creates one that is open as wide as it goes.
     *
     * @param size how many bytes may be on the way or unread
     */
    ReceiveWindow(int size) {
        this.size = size;
        this.left = size;
    }

    /** Data has come, padding included. */
    void arrived(int bytes) throws Http2Failure {
        left -= bytes;
        if (left < 0) {
            throw Http2Failure.violation(H2Error.FLOW_CONTROL_ERROR, "more data than the window");
        }
    }

    /** Data was read or dropped; returns by how much the server is to be told that the window grows, 0 for not yet. */
    int taken(int bytes) {
        taken += bytes;
        if (taken < size / 4) {
            return 0;
        }
        int growth = taken;
        left += growth;
        taken = 0;
        return growth;
    }
}
