package io.github.wininet4j.engine.cache;

import io.github.wininet4j.engine.storage.WholeFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
    private static final int RECORD = 16;
    private static final int MARK = 0x57_34_55_31;

    /** From this size on the records are replaced by their sum. */
    private static final int MAX_BYTES = 1 << 20;

    private final Path file;
    private long generation;
    private long position;
    private long sum;

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
        try (FileChannel channel = FileChannel.open(
                file,
                Set.of(
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        LinkOption.NOFOLLOW_LINKS))) {
            long size = channel.size();
            if (size <= MAX_BYTES && follow(channel, size)) {
                if (delta != 0) {
                    channel.write(record(delta, 0), position);
                    position += RECORD;
                    sum += delta;
                }
                return sum;
            }
        }
        return reset(count.bytes());
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
        Long first = value(read(channel, 0, RECORD), 0, MARK);
        if (first == null || size % RECORD != 0) {
            return false;
        }
        if (first != generation || size < position) {
            generation = first;
            position = RECORD;
            sum = 0;
        }
        ByteBuffer news = read(channel, position, (int) (size - position));
        for (int at = 0; at < news.limit(); at += RECORD) {
            Long delta = value(news, at, 0);
            if (delta == null) {
                generation = 0;
                return false;
            }
            sum += delta;
        }
        position = size;
        return sum >= 0;
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
