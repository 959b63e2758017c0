package io.github.wininet4j.engine.transfer;

import io.github.wininet4j.engine.handle.HandleKind;
import io.github.wininet4j.engine.handle.HandleNode;
import io.github.wininet4j.engine.option.DwordSettings;
import io.github.wininet4j.engine.option.SettingsNode;
import org.jspecify.annotations.Nullable;

/**
 * A handle with data: a request, or a file of another protocol. The functions of {@link TransferApi} work on any of
 * them.
 */
public abstract class TransferNode extends SettingsNode {
    /**
     * Creates a node.
     *
     * @param kind its kind
     * @param parent the parent
     * @param async whether operations may pend
     * @param context its context value
     * @param reportsZeroContext whether callbacks are made although the context is 0
     * @param settings the values to start with
     */
    protected TransferNode(
            HandleKind kind,
            @Nullable HandleNode parent,
            boolean async,
            long context,
            boolean reportsZeroContext,
            DwordSettings settings) {
        super(kind, parent, async, context, reportsZeroContext, settings);
    }

    /** Returns the transfer of the phase that the handle is in now. */
    public abstract Transfer transfer();
}
