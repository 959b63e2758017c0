package io.github.wininet4j.trace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** An archive in a file, which all logs of the process for that file write together. */
final class HarFile {
    private static final Map<Path, HarFile> FILES = new ConcurrentHashMap<>();

    /** A request: when it began, and what is written of it. */
    record Entry(Instant start, Map<String, Object> json) {}

    private final ReentrantLock writing = new ReentrantLock();
    private final Path file;
    private final List<Entry> entries = new ArrayList<>();

    private HarFile(Path file) {
        this.file = file;
    }

    static HarFile of(Path file) {
        return FILES.computeIfAbsent(file.toAbsolutePath().normalize(), HarFile::new);
    }

    /** Adds requests to those of the logs that ended before, and writes the file anew. */
    void add(List<Entry> more) throws IOException {
        writing.lock();
        try {
            entries.addAll(more);
            entries.sort(Comparator.comparing(Entry::start));
            Files.writeString(file, HarLog.toJson(entries), StandardCharsets.UTF_8);
        } finally {
            writing.unlock();
        }
    }
}
