package io.github.wininet4j.engine.cache;

import io.github.wininet4j.engine.storage.DataFolder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Says when files that killed writers left are to be looked for although there is room for more entries: once a day, by
 * the first of all processes that puts something into the cache (R-PROJ-CACHE-20).
 */
final class DailySweep {
    private static final long DAY = TimeUnit.DAYS.toMillis(1);
    private static final int MAX_BYTES = 32;
    private static final String NAME = "last";

    private final DataFolder note;
    private volatile long next;

    DailySweep(Path folder) {
        this.note = new DataFolder(folder, ".sweep", MAX_BYTES);
    }

    boolean isDue(long nowMillis) {
        if (nowMillis < next) {
            return false;
        }
        long[] last = {0};
        note.readAll((name, content) -> {
            long noted = time(new String(content, StandardCharsets.US_ASCII));
            // A time to come is that of a clock that was wrong.
            last[0] = noted > nowMillis ? 0 : noted;
            return name.equals(NAME);
        });
        next = last[0] + DAY;
        return nowMillis >= next;
    }

    void begin(long nowMillis) {
        next = nowMillis + DAY;
        note.replace(NAME, String.valueOf(nowMillis).getBytes(StandardCharsets.US_ASCII));
    }

    private static long time(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
