package io.github.wininet4j.trace;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * An archive in a file, which all logs of the process for that file write together. What is added replaces the closing
 * brackets and has its own: the cost is that of what is added, and the file is whole after it.
 */
final class HarFile {
    private static final Map<Path, HarFile> FILES = new ConcurrentHashMap<>();
    /** How deep in the archive an entry is. */
    private static final int DEPTH = 3;

    private static final String BEFORE_ENTRY = "\n" + "  ".repeat(DEPTH);
    private static final String AFTER_ENTRIES = "\n    ]\n  }\n}\n";

    private final ReentrantLock writing = new ReentrantLock();
    private final Path file;
    /** What follows the last entry. */
    private byte[] rest = {};

    private long end;
    private boolean isEmpty = true;

    private HarFile(Path file) {
        this.file = file;
    }

    static HarFile of(Path file) {
        return FILES.computeIfAbsent(file.toAbsolutePath().normalize(), HarFile::new);
    }

    /**
     * Adds requests to those that are there. A file that is not as it was left is begun anew: it is of another process,
     * or was taken away.
     */
    void add(List<Map<String, Object>> entries) throws IOException {
        writing.lock();
        // A channel would be closed by the interrupt of a thread of the program.
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            if (rest.length == 0 || out.length() != end + rest.length) {
                begin(out);
            }
            if (!entries.isEmpty()) {
                append(out, entries);
            }
        } finally {
            writing.unlock();
        }
    }

    private void begin(RandomAccessFile out) throws IOException {
        byte[] archive = HarLog.toJson(List.of()).getBytes(StandardCharsets.UTF_8);
        out.setLength(0);
        rest = new byte[0];
        out.write(archive);
        String text = new String(archive, StandardCharsets.ISO_8859_1);
        end = text.lastIndexOf('[') + 1L;
        rest = text.substring((int) end).getBytes(StandardCharsets.ISO_8859_1);
        isEmpty = true;
    }

    private void append(RandomAccessFile out, List<Map<String, Object>> entries) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Map<String, Object> entry : entries) {
            text.append(isEmpty && text.length() == 0 ? "" : ",").append(BEFORE_ENTRY);
            text.append(JsonText.of(entry, DEPTH));
        }
        byte[] added = text.toString().getBytes(StandardCharsets.UTF_8);
        byte[] closing = AFTER_ENTRIES.getBytes(StandardCharsets.US_ASCII);
        try {
            write(out, concatenated(added, closing));
        } catch (IOException e) {
            restore(out, e);
            throw e;
        }
        end += added.length;
        rest = closing;
        isEmpty = false;
    }

    /** In one piece, so that a process that ends leaves the old file or the new one. */
    private void write(RandomAccessFile out, byte[] text) throws IOException {
        out.seek(end);
        out.write(text);
    }

    /** A disk that is full has room for what was there. */
    private void restore(RandomAccessFile out, IOException failure) {
        try {
            write(out, rest);
            out.setLength(end + rest.length);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    private static byte[] concatenated(byte[] first, byte[] second) {
        byte[] both = new byte[first.length + second.length];
        System.arraycopy(first, 0, both, 0, first.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
