package io.github.wininet4j.engine.cache;

import io.github.wininet4j.engine.storage.DataFolder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.function.IntUnaryOperator;

/** The counters in the head of the cache, which programs use as they like. */
public final class CacheCounters {
    /** As many as the index of WinInet has. */
    private static final int COUNT = 32;

    private static final String NAME = "counters";

    private final UrlCache cache;
    private final DataFolder files;

    CacheCounters(UrlCache cache, Path folder) {
        this.cache = cache;
        this.files = new DataFolder(folder, ".data", COUNT * Integer.BYTES);
    }

    private ByteBuffer read() {
        ByteBuffer all = ByteBuffer.allocate(COUNT * Integer.BYTES);
        files.readAll((name, content) -> {
            if (name.equals(NAME) && content.length == all.capacity()) {
                all.put(0, content);
            }
            return true;
        });
        return all;
    }

    /**
     * Returns whether there is a counter of a number.
     *
     * @param index the number
     * @return whether it can be used
     */
    public boolean has(int index) {
        return index >= 0 && index < COUNT;
    }

    /**
     * Returns a counter.
     *
     * @param index which
     * @return its value
     */
    public int get(int index) {
        return cache.isOn() ? read().getInt(index * Integer.BYTES) : 0;
    }

    /**
     * Changes a counter.
     *
     * @param index which
     * @param change makes its value from the one that it has
     * @return its new value
     * @throws IOException if the file system refuses
     */
    public int change(int index, IntUnaryOperator change) throws IOException {
        return cache.change(() -> {
            ByteBuffer all = read();
            int value = change.applyAsInt(all.getInt(index * Integer.BYTES));
            all.putInt(index * Integer.BYTES, value);
            byte[] bytes = new byte[all.capacity()];
            all.get(0, bytes);
            files.put(NAME, bytes);
            return value;
        });
    }
}
