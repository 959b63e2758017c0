package io.github.wininet4j.engine.websocket;

import io.github.wininet4j.constant.ApiFlag;
import io.github.wininet4j.engine.handle.HandleKind;
import io.github.wininet4j.engine.handle.SideSlot;
import io.github.wininet4j.engine.net.Cancellation;
import io.github.wininet4j.engine.net.Connection;
import io.github.wininet4j.engine.option.SettingsNode;
import io.github.wininet4j.engine.session.ConnectNode;
import java.io.IOException;

/**
 * What HttpWebSocketCompleteUpgrade makes: a handle beside the request's, which may be closed (R-PROJ-WS-1). Receives
 * run in the slot that every handle has, sends in a second one, so that neither waits for the other.
 */
public final class WebSocketNode extends SettingsNode {
    private final SideSlot sendingSlot = new SideSlot();
    private final Cancellation cancellation = new Cancellation();
    private final WebSocket socket;

    /**
     * Creates a handle.
     *
     * @param request whose request was upgraded
     * @param connect its server
     * @param connection the upgraded connection
     * @param context the context for callbacks
     * @throws IOException if the connection is closed
     */
    WebSocketNode(SettingsNode request, ConnectNode connect, Connection connection, long context) throws IOException {
        super(
                HandleKind.WEB_SOCKET,
                connect,
                connect.isAsync(),
                context,
                (connect.flags() & ApiFlag.WININET_API_FLAG_USE_CONTEXT) != 0,
                request.settings());
        setCallback(request.callback());
        connection.bind(cancellation);
        this.socket = new WebSocket(connection);
    }

    @Override
    public SideSlot sideSlot() {
        return sendingSlot;
    }

    WebSocket socket() {
        return socket;
    }

    @Override
    protected void cancel() {
        cancellation.cancel();
    }

    @Override
    protected void dispose() {
        socket.abort();
    }
}
