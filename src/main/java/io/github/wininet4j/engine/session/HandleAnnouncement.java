package io.github.wininet4j.engine.session;

import io.github.wininet4j.engine.call.Operation;
import io.github.wininet4j.engine.handle.HandleNode;
import io.github.wininet4j.engine.handle.StatusNotifier;

/**
 * The last step of a call that makes a handle without any network traffic: tells the parent's callback, on the caller's
 * thread or, if the policy wants it, on a worker (R-ASYNC-12).
 *
 * @param engine what the handle belongs to
 * @param node the node, which has its handle already
 */
public record HandleAnnouncement(EngineServices engine, HandleNode node) implements Operation {
    @Override
    public long perform() {
        HandleNode parent = node.parent();
        if (parent != null) {
            StatusNotifier.handleCreated(node, parent);
        }
        return node.handle().value();
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public void failed() {
        engine.handles().closeQuietly(node);
    }
}
