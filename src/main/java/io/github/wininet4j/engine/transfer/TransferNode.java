package io.github.wininet4j.engine.transfer;

import io.github.wininet4j.constant.ApiFlag;
import io.github.wininet4j.engine.handle.HandleKind;
import io.github.wininet4j.engine.option.SettingsNode;
import io.github.wininet4j.engine.session.ConnectNode;

/**
 * A handle with data: a request, or a file of another protocol. The functions of {@link TransferApi} work on any of
 * them.
 */
public abstract class TransferNode extends SettingsNode {
    /**
     * Creates a node.
     *
     * @param kind its kind
     * @param connect its connection, whose settings it starts with
     * @param flags {@code WININET_API_FLAG_USE_CONTEXT} has callbacks made although the context is 0
     * @param context its context value
     */
    protected TransferNode(HandleKind kind, ConnectNode connect, int flags, long context) {
        super(
                kind,
                connect,
                connect.isAsync(),
                context,
                (flags & ApiFlag.WININET_API_FLAG_USE_CONTEXT) != 0,
                connect.settings());
    }

    /** Returns the transfer of the phase that the handle is in now. */
    public abstract Transfer transfer();
}
