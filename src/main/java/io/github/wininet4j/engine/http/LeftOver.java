package io.github.wininet4j.engine.http;

import io.github.wininet4j.engine.http.stream.ContentStream;
import java.io.IOException;

/** What is left of a response that is given up. */
final class LeftOver {
    /** The most that is taken off a connection. */
    private static final int LIMIT = 65_536;

    private static final int PIECE = 8192;

    private LeftOver() {}

    /** Takes what is here off the connection, so that it can serve again where that is all (R-SEND-21). */
    static void drain(ContentStream content) {
        try {
            byte[] dropped = new byte[PIECE];
            for (int left = LIMIT; left > 0 && !content.isEnded() && content.available() > 0; ) {
                left -= Math.max(content.read(dropped, 0, dropped.length), 0);
            }
        } catch (IOException e) {
            // Then the connection is closed.
        }
    }
}
