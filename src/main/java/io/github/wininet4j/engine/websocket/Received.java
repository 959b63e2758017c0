package io.github.wininet4j.engine.websocket;

/**
 * What one receive brought.
 *
 * @param type an {@code HTTP_WEB_SOCKET_*_TYPE} value
 * @param count how many bytes went into the caller's buffer
 */
record Received(int type, int count) {}
