package io.github.wininet4j.engine.http.stream;

/** A response body that is wholly in memory. */
public final class ArrayContent implements ContentStream {
    private final byte[] bytes;
    private int position;

    public ArrayContent(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        int count = Math.min(length, buffered());
        if (count == 0) {
            return -1;
        }
        System.arraycopy(bytes, position, target, offset, count);
        position += count;
        return count;
    }

    @Override
    public int buffered() {
        return bytes.length - position;
    }

    @Override
    public int available() {
        return buffered();
    }

    @Override
    public boolean isEnded() {
        return buffered() == 0;
    }

    @Override
    public boolean isWhole() {
        return true;
    }

    @Override
    public long length() {
        return bytes.length;
    }
}
