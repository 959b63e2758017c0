package io.github.wininet4j.engine.cache;

import io.github.wininet4j.engine.storage.DataFolder;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** The counters in the head of the cache, which programs use as they like. */
final class CacheCounters {
    /** As many as the index of WinInet has. */
    static final int COUNT = 32;

    private static final String NAME = "counters";

    private final DataFolder files;

    CacheCounters(Path folder) {
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

    int get(int index) {
        return read().getInt(index * Integer.BYTES);
    }

    void set(int index, int value) {
        ByteBuffer all = read();
        all.putInt(index * Integer.BYTES, value);
        files.replace(NAME, all.array());
    }
}
