package io.github.wininet4j.engine.cache;

import io.github.wininet4j.constant.CacheConfig;
import io.github.wininet4j.engine.storage.DataFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Settings of the cache that programs can change; they hold for all processes of the user. */
final class CacheSettings {
    private static final int MAX_BYTES = 4096;
    private static final String NAME = "cache";
    private static final long MEGABYTE = 1L << 20;

    private final DataFolder files;
    private final Path folder;

    /**
     * The settings.
     *
     * @param quota how many bytes the content may take
     * @param syncMode a {@code WININET_SYNC_MODE_*} value
     */
    record Values(long quota, int syncMode) {}

    CacheSettings(Path folder) {
        this.folder = folder;
        this.files = new DataFolder(folder, ".settings", MAX_BYTES);
    }

    Values read() {
        Values[] read = {defaults()};
        files.readAll((name, content) -> {
            Values given = name.equals(NAME) ? parse(new String(content, StandardCharsets.US_ASCII)) : null;
            if (given != null) {
                read[0] = given;
            }
            return true;
        });
        return read[0];
    }

    /** The settings that hold if no program has changed any. */
    Values defaults() {
        return new Values(defaultQuota(), CacheConfig.WININET_SYNC_MODE_DEFAULT);
    }

    static @Nullable Values parse(String text) {
        String[] parts = text.trim().split(" ", 3);
        try {
            return parts.length < 2 ? null : new Values(Long.parseLong(parts[0]), Integer.parseInt(parts[1]));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    void write(Values values) throws IOException {
        files.put(NAME, (values.quota() + " " + values.syncMode()).getBytes(StandardCharsets.US_ASCII));
    }

    /** A thirty-second of the disk, between 8 and 50 MB (R-CACHE-3). */
    private long defaultQuota() {
        try {
            long share = Files.getFileStore(folder).getTotalSpace() / 32;
            return Math.max(8 * MEGABYTE, Math.min(50 * MEGABYTE, share));
        } catch (IOException e) {
            return 50 * MEGABYTE;
        }
    }
}
