package io.github.wininet4j.engine.cache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The file of an {@link EntryFilter} as it was read; without words there is nothing to be learned from it. It stays
 * open, so that one read of a few bytes tells whether it is still as it was: its head, and a number that each change of
 * a word gives it.
 */
final class FilterContent implements AutoCloseable {
    static final int WORDS = 1 << 14;
    static final int SEQUENCE = Long.BYTES;
    static final int HEAD = 2 * Long.BYTES;
    static final int SECOND = Long.BYTES * WORDS;
    static final int BYTES = HEAD + 2 * SECOND;

    /** The mark is half of the head; the other half tells one filter from the next in the same file. */
    static final long SOUND = 0x5734_4633L << 32;

    private static final long MARK = 0xFFFF_FFFFL << 32;

    static final FilterContent UNKNOWN = new FilterContent(0, null);
    static final FilterContent EMPTY = new FilterContent(0, new long[WORDS]);

    private static final Set<OpenOption> READING = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

    private final long modified;
    private final long @Nullable [] words;
    private final @Nullable FileChannel file;
    private final long head;
    private volatile long sequence;
    /** What a look is read into, unless another thread has it. */
    private final AtomicReference<@Nullable ByteBuffer> spare = new AtomicReference<>();

    /** One that says the same of all URLs. */
    private FilterContent(long modified, long @Nullable [] words) {
        this.modified = modified;
        this.words = words;
        this.file = null;
        this.head = 0;
    }

    private FilterContent(long modified, ByteBuffer bytes, FileChannel file) {
        this.modified = modified;
        this.words = words(bytes);
        this.file = file;
        this.head = bytes.getLong(0);
        this.sequence = bytes.getLong(SEQUENCE);
    }

    /** What is no filter, so that nothing is learned from it as long as its time stays. */
    static FilterContent useless(long modified) {
        return new FilterContent(modified, null);
    }

    /** Reads the file, which changed last at a time in milliseconds; 0 if it could be changed in that one again. */
    static FilterContent read(Path path, long modified) throws IOException {
        FileChannel channel = FileChannel.open(path, READING);
        boolean kept = false;
        try {
            ByteBuffer bytes = all(channel);
            // While it is made anew, the head is another one.
            kept = is(bytes.getLong(0), SOUND) && word(channel, 0) == bytes.getLong(0);
            return kept ? new FilterContent(modified, bytes, channel) : useless(modified);
        } finally {
            if (!kept) {
                channel.close();
            }
        }
    }

    static ByteBuffer all(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, READING)) {
            return all(channel);
        }
    }

    private static ByteBuffer all(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES);
        while (bytes.hasRemaining() && channel.read(bytes, bytes.position()) > 0) {
            // Until all of it is here.
        }
        return bytes;
    }

    /** A word of which the second copy says something else says of all that they may be there. */
    private static long[] words(ByteBuffer bytes) {
        long[] words = new long[WORDS];
        for (int i = 0; i < WORDS; i++) {
            long word = bytes.getLong(HEAD + Long.BYTES * i);
            words[i] = word == ~bytes.getLong(HEAD + SECOND + Long.BYTES * i) ? word : ~0L;
        }
        return words;
    }

    static long word(FileChannel channel, int at) throws IOException {
        ByteBuffer word = ByteBuffer.allocate(Long.BYTES);
        return channel.read(word, at) == Long.BYTES ? word.getLong(0) : 0;
    }

    static boolean is(long head, long mark) {
        return (head & MARK) == mark;
    }

    /** A head with a mark. */
    static long head(long mark, int other) {
        return mark | (other & ~MARK);
    }

    static int place(long hash) {
        return (int) (hash >>> 50);
    }

    static int position(long hash) {
        return HEAD + Long.BYTES * place(hash);
    }

    static long bits(long hash) {
        return (1L << (hash & 63)) | (1L << ((hash >>> 6) & 63));
    }

    static boolean has(long word, long hash) {
        return (word & bits(hash)) == bits(hash);
    }

    // ---- what was read

    /** When the file was changed last, in milliseconds; 0 if that does not tell whether it was changed since. */
    long modified() {
        FileChannel open = file;
        // An interrupt closes it.
        return open == null || open.isOpen() ? modified : 0;
    }

    boolean mayHave(long hash) {
        return words == null || has(words[place(hash)], hash);
    }

    /** Whether the file that was read has the same content still. */
    boolean isAsRead() {
        FileChannel open = file;
        if (open == null) {
            return false;
        }
        ByteBuffer known = spare.getAndSet(null);
        ByteBuffer start = known == null ? ByteBuffer.allocate(HEAD) : known.clear();
        try {
            return open.read(start, 0) == HEAD && start.getLong(0) == head && start.getLong(SEQUENCE) == sequence;
        } catch (IOException e) {
            return false;
        } finally {
            spare.set(start);
        }
    }

    /** Learns what this process has written itself: the file has another number for it, if it was as it was read. */
    void add(long hash, long before, long after) {
        if (words != null && file != null) {
            words[place(hash)] |= bits(hash);
            if (sequence == before) {
                sequence = after;
            }
        }
    }

    @Override
    public void close() {
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException e) {
            // It was open for reading only.
        }
    }
}
