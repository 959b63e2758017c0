package io.github.wininet4j.bench.client;

import java.nio.charset.StandardCharsets;

/** The least that has to be known of the head of an answer. Works on bytes, makes nothing. */
final class AnswerHead {
    private static final byte[] LENGTH = "\ncontent-length:".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] CLOSE = "\nconnection: close".getBytes(StandardCharsets.ISO_8859_1);

    private AnswerHead() {}

    /** Finds where the body starts, or -1. */
    static int end(byte[] bytes, int have) {
        for (int i = 3; i < have; i++) {
            if (bytes[i] == '\n' && bytes[i - 1] == '\r' && bytes[i - 2] == '\n' && bytes[i - 3] == '\r') {
                return i + 1;
            }
        }
        return -1;
    }

    static long contentLength(byte[] bytes, int end) {
        int at = find(bytes, end, LENGTH);
        if (at < 0) {
            throw new IllegalStateException("an answer without Content-Length");
        }
        long length = 0;
        for (int i = at + LENGTH.length; bytes[i] != '\r'; i++) {
            if (bytes[i] != ' ') {
                length = length * 10 + bytes[i] - '0';
            }
        }
        return length;
    }

    static boolean closes(byte[] bytes, int end) {
        return find(bytes, end, CLOSE) >= 0;
    }

    private static int find(byte[] bytes, int end, byte[] lower) {
        for (int i = 0; i + lower.length <= end; i++) {
            int k = 0;
            while (k < lower.length
                    && (bytes[i + k] | (bytes[i + k] >= 'A' && bytes[i + k] <= 'Z' ? 32 : 0)) == lower[k]) {
                k++;
            }
            if (k == lower.length) {
                return i;
            }
        }
        return -1;
    }
}
