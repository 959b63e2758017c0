package io.github.wininet4j.engine.session;

import io.github.wininet4j.engine.call.Operation;
import java.io.IOException;

/**
 * InternetConnect of a protocol that logs on at once: the handle is announced before it can be used, so that a callback
 * may close it to give up (R-ASYNC-13).
 *
 * @param announcement announces the handle
 * @param opening logs on
 */
record OpeningOperation(HandleAnnouncement announcement, Operation opening) implements Operation {
    @Override
    public long perform() throws IOException {
        announcement.perform();
        opening.perform();
        return announcement.node().handle().value();
    }

    @Override
    public void failed() {
        announcement.failed();
    }
}
