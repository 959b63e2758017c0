package io.github.wininet4j.engine.websocket;

import io.github.wininet4j.constant.HttpWebSocket;
import java.io.IOException;

/**
 * The first bytes of a frame from a server (RFC 6455 section 5.2).
 *
 * @param last whether the message ends with this frame
 * @param opcode what it is
 * @param length of its payload, in bytes
 */
record FrameHeader(boolean last, Opcode opcode, long length) {
    static final int FIN = 0x80;
    static final int MASKED = 0x80;
    static final int MAX_CONTROL = 125;
    static final int LENGTH_16 = 126;
    static final int LENGTH_64 = 127;

    private static final int RESERVED = 0x70;
    private static final int OPCODE = 0x0F;
    private static final int LENGTH = 0x7F;
    private static final int MAX_16 = 0xFFFF;

    /** Reads the next header; waits for it. */
    static FrameHeader read(FrameSource input) throws IOException {
        int first = input.next();
        int second = input.next();
        Opcode opcode = Opcode.of(first & OPCODE);
        boolean last = (first & FIN) != 0;
        if (opcode == null || (first & RESERVED) != 0) {
            throw violation("reserved bits or opcode");
        }
        if ((second & MASKED) != 0) {
            throw violation("masked by the server");
        }
        long length = second & LENGTH;
        if (opcode.isControl() && (!last || length > MAX_CONTROL)) {
            throw violation("control frame in fragments or too long");
        }
        if (length == LENGTH_16) {
            length = number(input, Short.BYTES, MAX_CONTROL);
        } else if (length == LENGTH_64) {
            length = number(input, Long.BYTES, MAX_16);
        }
        return new FrameHeader(last, opcode, length);
    }

    /** Reads a length that must not fit into the shorter form. */
    private static long number(FrameSource input, int bytes, int shorter) throws IOException {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value = value << Byte.SIZE | input.next();
        }
        if (value <= shorter) {
            throw violation("length not in its shortest form, or negative");
        }
        return value;
    }

    static ProtocolViolation violation(String message) {
        return new ProtocolViolation(HttpWebSocket.HTTP_WEB_SOCKET_PROTOCOL_ERROR_CLOSE_STATUS, message);
    }
}
