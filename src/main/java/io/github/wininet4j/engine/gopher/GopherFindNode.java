package io.github.wininet4j.engine.gopher;

import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.engine.call.Operation;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.handle.HandleKind;
import io.github.wininet4j.engine.session.EngineServices;
import io.github.wininet4j.engine.transfer.FindNode;
import io.github.wininet4j.type.GOPHER_FIND_DATA;
import io.github.wininet4j.type.LPVOID;
import java.util.Iterator;

/** A menu that was read, handed out item by item. */
final class GopherFindNode extends FindNode {
    private final EngineServices engine;
    private final GopherConnectNode connect;
    private final boolean ownsConnect;
    private final Iterator<MenuItem> items;

    /**
     * Creates the node.
     *
     * @param ownsConnect whether the connection is hidden and ends with it (R-HANDLE-3)
     * @param items what is left to hand out
     */
    GopherFindNode(
            EngineServices engine,
            GopherConnectNode connect,
            boolean ownsConnect,
            Iterator<MenuItem> items,
            int flags,
            long context) {
        super(HandleKind.GOPHER_FIND, connect, flags, context);
        this.engine = engine;
        this.connect = connect;
        this.ownsConnect = ownsConnect;
        this.items = items;
    }

    @Override
    public Operation next(LPVOID target) {
        if (!(target instanceof GOPHER_FIND_DATA data)) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        return new NextOperation(data);
    }

    /** Hands out one item. */
    private final class NextOperation implements Operation {
        private final GOPHER_FIND_DATA target;

        NextOperation(GOPHER_FIND_DATA target) {
            this.target = target;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public long perform() {
            if (!items.hasNext()) {
                throw new WinInetFailure(Win32Error.ERROR_NO_MORE_FILES);
            }
            items.next().fill(target);
            return 1;
        }
    }

    @Override
    protected void cancel() {
        // Everything was read when it was opened.
    }

    @Override
    protected void dispose() {
        if (ownsConnect) {
            engine.handles().closeQuietly(connect);
        }
    }
}
