package io.github.wininet4j.engine.websocket;

import static io.github.wininet4j.constant.HttpWebSocket.*;

import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.call.ErrorMap;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.handle.OperationSlot;
import io.github.wininet4j.engine.http.HttpRequestNode;
import io.github.wininet4j.engine.net.Connection;
import io.github.wininet4j.engine.option.DwordSetting;
import io.github.wininet4j.engine.session.EngineServices;
import io.github.wininet4j.engine.session.HandleAnnouncement;
import io.github.wininet4j.engine.transfer.CallerBuffers;
import io.github.wininet4j.function.WebSocketFunctions;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.WordRef;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** The WebSocket functions: they check what the caller gave and hand the work to {@link WebSocket}. */
public final class WebSocketApi implements WebSocketFunctions {
    private final EngineServices engine;

    /**
     * Creates the functions.
     *
     * @param engine what they work on
     */
    public WebSocketApi(EngineServices engine) {
        this.engine = engine;
    }

    @Override
    public @Nullable HINTERNET HttpWebSocketCompleteUpgrade(@Nullable HINTERNET hRequest, long dwContext) {
        HttpRequestNode request = engine.handles().find(hRequest, HttpRequestNode.class);
        WebSocketNode node = engine.calls().runExclusively(request, () -> upgraded(request, dwContext));
        boolean opened = false;
        try {
            engine.handles().open(node);
            opened = true;
        } finally {
            if (!opened) {
                node.socket().abort();
            }
        }
        long result = engine.calls().run(node, "HttpWebSocketCompleteUpgrade", 0, new HandleAnnouncement(engine, node));
        return result == 0 ? null : node.handle();
    }

    private static WebSocketNode upgraded(HttpRequestNode request, long context) {
        Connection connection = request.upgrade();
        try {
            return new WebSocketNode(request, request.connect(), connection, context);
        } catch (IOException e) {
            connection.close();
            throw new WinInetFailure(ErrorMap.code(e), e);
        }
    }

    @Override
    public boolean HttpWebSocketSend(
            @Nullable HINTERNET hWebSocket, int BufferType, @Nullable ByteBuffer pvBuffer, int dwBufferLength) {
        WebSocketNode node = engine.handles().find(hWebSocket, WebSocketNode.class);
        ByteBuffer payload = CallerBuffers.window(pvBuffer, dwBufferLength);
        Opcode opcode = opcode(BufferType);
        boolean last =
                BufferType != HTTP_WEB_SOCKET_BINARY_FRAGMENT_TYPE && BufferType != HTTP_WEB_SOCKET_UTF8_FRAGMENT_TYPE;
        return run(node, node.sideSlot(), "HttpWebSocketSend", new Send(node, BufferType, opcode, last, payload));
    }

    private static Opcode opcode(int type) {
        return switch (type) {
            case HTTP_WEB_SOCKET_BINARY_MESSAGE_TYPE, HTTP_WEB_SOCKET_BINARY_FRAGMENT_TYPE -> Opcode.BINARY;
            case HTTP_WEB_SOCKET_UTF8_MESSAGE_TYPE, HTTP_WEB_SOCKET_UTF8_FRAGMENT_TYPE -> Opcode.TEXT;
            case HTTP_WEB_SOCKET_PING_TYPE -> Opcode.PING;
            default -> throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        };
    }

    @Override
    public boolean HttpWebSocketReceive(
            @Nullable HINTERNET hWebSocket,
            @Nullable ByteBuffer pvBuffer,
            int dwBufferLength,
            @Nullable DwordRef pdwBytesRead,
            @Nullable DwordRef pBufferType) {
        if (pdwBytesRead == null || pBufferType == null) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        pdwBytesRead.value = 0;
        WebSocketNode node = engine.handles().find(hWebSocket, WebSocketNode.class);
        ByteBuffer target = CallerBuffers.window(pvBuffer, dwBufferLength);
        if (!target.hasRemaining() || target.isReadOnly()) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        return run(node, node, "HttpWebSocketReceive", new Receive(node, target, pdwBytesRead, pBufferType));
    }

    @Override
    public boolean HttpWebSocketShutdown(
            @Nullable HINTERNET hWebSocket, int usStatus, @Nullable ByteBuffer pvReason, int dwReasonLength) {
        return close(hWebSocket, "HttpWebSocketShutdown", usStatus, pvReason, dwReasonLength, false);
    }

    @Override
    public boolean HttpWebSocketClose(
            @Nullable HINTERNET hWebSocket, int usStatus, @Nullable ByteBuffer pvReason, int dwReasonLength) {
        return close(hWebSocket, "HttpWebSocketClose", usStatus, pvReason, dwReasonLength, true);
    }

    private boolean close(
            @Nullable HINTERNET handle,
            String function,
            int status,
            @Nullable ByteBuffer text,
            int length,
            boolean whole) {
        WebSocketNode node = engine.handles().find(handle, WebSocketNode.class);
        CloseReason reason = CloseReason.ofCaller(status & 0xFFFF, CallerBuffers.window(text, length));
        return run(node, node.sideSlot(), function, new Close(node, reason, whole));
    }

    @Override
    public boolean HttpWebSocketQueryCloseStatus(
            @Nullable HINTERNET hWebSocket,
            @Nullable WordRef pusStatus,
            @Nullable ByteBuffer pvReason,
            int dwReasonLength,
            @Nullable DwordRef pdwReasonLengthConsumed) {
        WebSocketNode node = engine.handles().find(hWebSocket, WebSocketNode.class);
        if (pusStatus == null || pdwReasonLengthConsumed == null) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        ByteBuffer target = CallerBuffers.window(pvReason, dwReasonLength);
        CloseReason closed = node.socket().closed();
        if (closed == null) {
            throw invalidNow();
        }
        byte[] reason = closed.reason();
        pusStatus.value = closed.status();
        pdwReasonLengthConsumed.value = reason.length;
        if (pvReason == null) {
            return true;
        }
        if (target.remaining() < reason.length) {
            throw new WinInetFailure(Win32Error.ERROR_INSUFFICIENT_BUFFER);
        }
        target.put(reason);
        return true;
    }

    /** Runs an operation; a second one of its kind is invalid (R-WS-7). */
    private boolean run(WebSocketNode node, OperationSlot slot, String function, WebSocketOperation operation) {
        try {
            return engine.calls().run(node, slot, function, 0, operation) != 0;
        } catch (WinInetFailure e) {
            if (e.code() == WinInetError.ERROR_INTERNET_REQUEST_PENDING) {
                throw invalidNow();
            }
            throw e;
        }
    }

    private static WinInetFailure invalidNow() {
        return new WinInetFailure(Win32Error.ERROR_INVALID_OPERATION);
    }

    /** HttpWebSocketSend. */
    private static final class Send extends WebSocketOperation {
        private final WebSocketNode node;
        private final int type;
        private final Opcode opcode;
        private final boolean last;
        private final ByteBuffer payload;

        Send(WebSocketNode node, int type, Opcode opcode, boolean last, ByteBuffer payload) {
            super(HTTP_WEB_SOCKET_SEND_OPERATION);
            this.node = node;
            this.type = type;
            this.opcode = opcode;
            this.last = last;
            this.payload = payload;
        }

        @Override
        void run() throws IOException {
            if (node.socket().isShutdown()) {
                throw invalidNow();
            }
            if (!node.socket().admits(opcode, last, payload)) {
                throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
            }
            node.socket().send(opcode, last, payload);
            moved(type, payload.remaining());
        }
    }

    /** HttpWebSocketReceive. */
    private static final class Receive extends WebSocketOperation {
        private final WebSocketNode node;
        private final ByteBuffer target;
        private final DwordRef count;
        private final DwordRef type;

        Receive(WebSocketNode node, ByteBuffer target, DwordRef count, DwordRef type) {
            super(HTTP_WEB_SOCKET_RECEIVE_OPERATION);
            this.node = node;
            this.target = target;
            this.count = count;
            this.type = type;
        }

        @Override
        public boolean isReady() {
            return node.socket().isReady(target.remaining());
        }

        @Override
        void run() throws IOException {
            if (node.socket().isOver()) {
                throw invalidNow();
            }
            Received received = node.socket().receive(target, node.setting(DwordSetting.WEB_SOCKET_KEEPALIVE_INTERVAL));
            count.value = received.count();
            type.value = received.type();
            moved(received.type(), received.count());
        }
    }

    /** HttpWebSocketShutdown, and HttpWebSocketClose, which also waits for the server. */
    private static final class Close extends WebSocketOperation {
        private final WebSocketNode node;
        private final CloseReason reason;
        private final boolean whole;

        Close(WebSocketNode node, CloseReason reason, boolean whole) {
            super(whole ? HTTP_WEB_SOCKET_CLOSE_OPERATION : HTTP_WEB_SOCKET_SHUTDOWN_OPERATION);
            this.node = node;
            this.reason = reason;
            this.whole = whole;
        }

        @Override
        void run() throws IOException {
            WebSocket socket = node.socket();
            if (!whole && socket.isShutdown()) {
                throw invalidNow();
            }
            if (whole) {
                socket.closeWhole(reason, node.setting(DwordSetting.WEB_SOCKET_CLOSE_TIMEOUT));
            } else {
                socket.close(reason);
            }
        }
    }
}
