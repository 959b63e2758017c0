package io.github.wininet4j.engine.transfer;

import io.github.wininet4j.engine.call.Operation;
import io.github.wininet4j.engine.handle.HandleKind;
import io.github.wininet4j.engine.handle.HandleNode;
import io.github.wininet4j.engine.option.DwordSettings;
import io.github.wininet4j.engine.option.SettingsNode;
import io.github.wininet4j.type.LPVOID;

/** The entries of a directory, handed out one by one; each protocol has its own entries. */
public abstract class FindNode extends SettingsNode {
    /**
     * Creates a node.
     *
     * @param kind its kind
     * @param parent the connection
     * @param context its context value
     * @param reportsZeroContext whether callbacks are made although the context is 0
     * @param settings the values to start with
     */
    protected FindNode(
            HandleKind kind, HandleNode parent, long context, boolean reportsZeroContext, DwordSettings settings) {
        super(kind, parent, parent.isAsync(), context, reportsZeroContext, settings);
    }

    /**
     * Makes the operation that hands out the next entry; it fails with {@code ERROR_NO_MORE_FILES} behind the last.
     *
     * @param target where the entry goes
     * @return the operation
     */
    public abstract Operation next(LPVOID target);
}
