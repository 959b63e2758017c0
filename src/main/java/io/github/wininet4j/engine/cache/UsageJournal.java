package io.github.wininet4j.engine.cache;

import static java.util.Objects.requireNonNull;

import io.github.wininet4j.engine.storage.WholeFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * How many bytes the entries take: a file to which every process appends what it added or removed, so that each knows
 * the sum without looking at the entries. It is a hint; where it is missing or broken, the entries are counted anew.
 *
 * <p>Used while the folder is held.
 */
final class UsageJournal {
    static final int RECORD = 16;
    static final int MARK = 0x57_34_55_31;

    /** From this size on the records are replaced by their sum. */
    private static final int MAX_BYTES = 1 << 20;

    private static final Set<OpenOption> OPTIONS = Set.of(
            StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);

    private final Path file;
    /** The file as it was used last, if it can be told whether it is still that one. */
    private @Nullable FileChannel open;

    private @Nullable Object key;
    private long generation;
    private long position;
    private long sum;

    /** How far the journal was read: the same again says that nobody has noted anything in between. */
    record State(long generation, long position) {}

    /** Counts the entries. */
    @FunctionalInterface
    interface Count {
        long bytes() throws IOException;
    }

    UsageJournal(Path file) {
        this.file = file;
    }

    /**
     * Notes a change.
     *
     * @param delta bytes that were added, or removed if negative
     * @param count counts the entries, the change included, if the journal cannot be read
     * @return the sum
     * @throws IOException if the file system refuses
     */
    long add(long delta, Count count) throws IOException {
        if (isUnchanged() && sum + delta >= 0) {
            append(requireNonNull(open), delta);
            return sum;
        }
        close();
        if (!isUsable()) {
            return reset(count.bytes());
        }
        FileChannel channel = FileChannel.open(file, OPTIONS);
        boolean kept = false;
        try {
            BasicFileAttributes state =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            long size = channel.size();
            // A sum below nothing says that records are missing.
            if (size <= 2L * MAX_BYTES && follow(channel, size) && sum + delta >= 0) {
                if (size >= MAX_BYTES) {
                    return reset(sum + delta);
                }
                append(channel, delta);
                // Without a key of the file it cannot be told later whether it is still the same one.
                kept = state.fileKey() != null;
                open = kept ? channel : null;
                key = state.fileKey();
                return sum;
            }
        } finally {
            if (!kept) {
                channel.close();
            }
        }
        return reset(count.bytes());
    }

    /** Returns how far it was read. */
    State state() {
        return new State(generation, position);
    }

    /** Whether nobody has appended anything, or put another file in its place, since this did. */
    private boolean isUnchanged() {
        FileChannel channel = open;
        if (channel == null || !channel.isOpen()) {
            // An interrupt closes it.
            return false;
        }
        try {
            BasicFileAttributes state =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return state.size() == position
                    && position < MAX_BYTES
                    && requireNonNull(key).equals(state.fileKey());
        } catch (IOException e) {
            return false;
        }
    }

    private void append(FileChannel channel, long delta) throws IOException {
        if (delta != 0) {
            channel.write(record(delta, 0), position);
            position += RECORD;
            sum += delta;
        }
    }

    /** Gives up the open file. */
    void close() throws IOException {
        FileChannel channel = open;
        open = null;
        if (channel != null) {
            channel.close();
        }
    }

    /** A link, a folder or a pipe in its place is no journal. */
    private boolean isUsable() {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || !Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    /** Starts anew with a sum. */
    long reset(long total) throws IOException {
        long next = ThreadLocalRandom.current().nextLong();
        ByteBuffer bytes = ByteBuffer.allocate(2 * RECORD);
        bytes.put(record(next, MARK)).put(record(total, 0)).flip();
        WholeFile.replace(file, "usage", ".tmp", bytes.array());
        generation = next;
        position = 2 * RECORD;
        sum = total;
        return total;
    }

    /** Reads what others appended; false if the file is not to be trusted. */
    private boolean follow(FileChannel channel, long size) throws IOException {
        Long first = generation(read(channel, 0, RECORD));
        if (first == null || size % RECORD != 0) {
            return false;
        }
        if (first != generation || size < position) {
            generation = first;
            position = RECORD;
            sum = 0;
        }
        Long news = sum(read(channel, position, (int) (size - position)), 0);
        if (news == null) {
            generation = 0;
            return false;
        }
        sum += news;
        position = size;
        return true;
    }

    /** Reads the beginning of a journal; null if it is none. */
    static @Nullable Long generation(ByteBuffer bytes) {
        return value(bytes, 0, MARK);
    }

    /** Adds up the changes from a position on; null if not all of them are as they were written. */
    static @Nullable Long sum(ByteBuffer bytes, int start) {
        long sum = 0;
        for (int at = start; at < bytes.limit(); at += RECORD) {
            Long delta = value(bytes, at, 0);
            if (delta == null) {
                return null;
            }
            sum += delta;
        }
        return sum;
    }

    private static ByteBuffer read(FileChannel channel, long at, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining() && channel.read(bytes, at + bytes.position()) > 0) {
            // Until all of it is here.
        }
        return bytes.flip();
    }

    private static ByteBuffer record(long value, int kind) {
        ByteBuffer bytes = ByteBuffer.allocate(RECORD).putLong(value).putInt(kind);
        return bytes.putInt(check(bytes.array(), 0)).flip();
    }

    @SuppressWarnings("ByteBufferBackingArray") // as read() has allocated it
    private static @Nullable Long value(ByteBuffer bytes, int at, int kind) {
        boolean sound = bytes.limit() >= at + RECORD
                && bytes.getInt(at + 8) == kind
                && bytes.getInt(at + 12) == check(bytes.array(), at);
        return sound ? bytes.getLong(at) : null;
    }

    private static int check(byte[] bytes, int at) {
        CRC32 crc = new CRC32();
        crc.update(bytes, at, RECORD - 4);
        return (int) crc.getValue();
    }
}
