package io.github.wininet4j.trace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/** The requests of one log on their way to its file. */
final class HarOutput {
    private final ReentrantLock outputLock = new ReentrantLock();
    private final List<Map<String, Object>> unwritten = new ArrayList<>();
    private final HarFile file;
    /** Whether the file could not be written: then it is tried again at the end only. */
    private boolean isBroken;

    HarOutput(Path file) {
        this.file = HarFile.of(file);
    }

    /** Takes a request that nothing more will happen to. */
    void add(Map<String, Object> entry) {
        outputLock.lock();
        try {
            unwritten.add(entry);
        } finally {
            outputLock.unlock();
        }
    }

    /** Begins the file, if no other log of the process has. */
    void begin() throws IOException {
        file.add(List.of());
    }

    /** Writes what was taken; nobody may have a lock meanwhile. */
    void write() {
        List<Map<String, Object>> more;
        outputLock.lock();
        try {
            if (unwritten.isEmpty() || isBroken) {
                return;
            }
            more = List.copyOf(unwritten);
            unwritten.clear();
        } finally {
            outputLock.unlock();
        }
        try {
            file.add(more);
        } catch (IOException e) {
            keep(more);
            throw new UncheckedIOException(e);
        }
    }

    private void keep(List<Map<String, Object>> more) {
        outputLock.lock();
        try {
            unwritten.addAll(0, more);
            isBroken = true;
        } finally {
            outputLock.unlock();
        }
    }

    /** Writes what is left. */
    void finish() {
        outputLock.lock();
        try {
            isBroken = false;
        } finally {
            outputLock.unlock();
        }
        write();
    }
}
