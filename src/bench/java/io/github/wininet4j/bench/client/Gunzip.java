package io.github.wininet4j.bench.client;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The least that decodes gzip: a head of ten bytes is passed over, and the checksum at the end is not looked at. */
final class Gunzip {
    private static final int HEAD = 10;

    private final Inflater inflater = new Inflater(true);
    private final byte[] text;
    private int headLeft;

    Gunzip(int part) {
        text = new byte[part];
    }

    void begin() {
        inflater.reset();
        headLeft = HEAD;
    }

    /** Takes the next bytes; returns what came of them. */
    long take(byte[] bytes, int from, int count) {
        int head = Math.min(headLeft, count);
        headLeft -= head;
        inflater.setInput(bytes, from + head, count - head);
        long size = 0;
        try {
            for (int made; (made = inflater.inflate(text)) > 0; ) {
                size += made;
            }
        } catch (DataFormatException e) {
            throw new IllegalStateException(e);
        }
        return size;
    }
}
