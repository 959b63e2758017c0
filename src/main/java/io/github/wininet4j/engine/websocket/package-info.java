/**
 * WebSocket (RFC 6455) on the connection of an upgraded request. {@link WebSocketApi} has the functions,
 * {@link WebSocketNode} is the handle, {@link WebSocket} the conversation of frames. Microsoft documents the functions'
 * names and shapes only; what they do is modelled on those of WinHTTP (R-WS-6).
 */
@NullMarked
package io.github.wininet4j.engine.websocket;

import org.jspecify.annotations.NullMarked;
