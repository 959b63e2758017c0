package io.github.wininet4j.engine.transfer;

import io.github.wininet4j.constant.ApiFlag;
import io.github.wininet4j.engine.call.Operation;
import io.github.wininet4j.engine.handle.HandleKind;
import io.github.wininet4j.engine.option.SettingsNode;
import io.github.wininet4j.engine.session.ConnectNode;
import io.github.wininet4j.type.LPVOID;

/** The entries of a directory, handed out one by one; each protocol has its own entries. */
public abstract class FindNode extends SettingsNode {
    /**
     * Creates a node.
     *
     * @param kind its kind
     * @param connect its connection, whose settings it starts with
     * @param flags {@code WININET_API_FLAG_USE_CONTEXT} has callbacks made although the context is 0
     * @param context its context value
     */
    protected FindNode(HandleKind kind, ConnectNode connect, int flags, long context) {
        super(
                kind,
                connect,
                connect.isAsync(),
                context,
                (flags & ApiFlag.WININET_API_FLAG_USE_CONTEXT) != 0,
                connect.settings());
    }

    /**
     * Makes the operation that hands out the next entry; it fails with {@code ERROR_NO_MORE_FILES} behind the last.
     *
     * @param target where the entry goes
     * @return the operation
     */
    public abstract Operation next(LPVOID target);
}
