package io.github.wininet4j.bench.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.GZIPInputStream;

/** Reads and writes bodies whose content does not matter. */
final class Bodies {
    private Bodies() {}

    static void zeros(OutputStream out, long size, int part) throws IOException {
        byte[] zeros = new byte[part];
        for (long left = size; left > 0; left -= part) {
            out.write(zeros, 0, (int) Math.min(left, part));
        }
    }

    static long drain(InputStream in, byte[] buffer) throws IOException {
        long sum = 0;
        for (int read; (read = in.read(buffer)) >= 0; ) {
            sum += read;
        }
        return sum;
    }

    /** Decodes if that is the target's; closing it gives back the memory that the system's library has for it. */
    static InputStream decoded(InputStream in, Target target) throws IOException {
        return target.gzip() ? new GZIPInputStream(in, target.readSize()) : in;
    }

    /** A stream of zeros, for clients that read the body that they send. */
    static InputStream zeros(long size) {
        return new InputStream() {
            private long left = size;

            @Override
            public int read() {
                return left-- > 0 ? 0 : -1;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                if (left <= 0) {
                    return -1;
                }
                int count = (int) Math.min(left, length);
                left -= count;
                return count;
            }
        };
    }
}
