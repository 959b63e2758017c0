package io.github.wininet4j.engine.cache;

import io.github.wininet4j.engine.storage.WholeFile;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Says of most URLs that they have no entry without asking the file system: a Bloom filter in a file that all processes
 * share and that each remembers. A bit is set before the entry is put in place; what others set is seen a tenth of a
 * second later at most.
 *
 * <p>It is a hint that may be deleted or broken at any time. Each word stands there twice, the second time with its
 * bits inverted: where the two differ, or without a sound file, the file system is asked. Only who holds the folder
 * writes; who had to write entries without holding it takes the mark away instead. Entries that go leave their bits
 * until the scavenger makes all bits anew. The file is read and not mapped, since a mapped one that somebody cuts ends
 * in an error of the JVM that can come anywhere.
 */
final class EntryFilter {
    private static final int WORDS = 1 << 14;
    private static final int HEAD = Long.BYTES;
    private static final int SECOND = Long.BYTES * WORDS;
    static final int BYTES = HEAD + 2 * SECOND;

    /** The mark is half of the head; the other half tells one filter from the next in the same file. */
    private static final long SOUND = 0x5734_4631L << 32;

    private static final long IN_MAKING = 0x5734_4632L << 32;
    private static final long MARK = 0xFFFF_FFFFL << 32;

    /** With more bits than this it says too often that there may be an entry. */
    private static final int MOST_BITS = WORDS * Long.SIZE / 4;

    /** How long what others change may go unseen. */
    private static final long TRUST = TimeUnit.MILLISECONDS.toNanos(100);

    /** A file that is younger may have been changed once more in the same instant of its clock. */
    private static final long SETTLED_MILLIS = 50;

    /** Where it cannot be made, that is not tried at every put. */
    private static final long PAUSE = TimeUnit.MINUTES.toNanos(1);

    private static final Set<OpenOption> READING = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    private static final Set<OpenOption> WRITING =
            Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);

    private final Path file;
    /** The same, to be asked for its time with nothing made for that. */
    private final File quick;

    private final Path entries;
    private final AtomicBoolean wanted = new AtomicBoolean();

    /** Guards that no older content takes the place of a newer one; no file is touched under it. */
    private final ReentrantLock learning = new ReentrantLock();

    private long changes;
    private volatile Content content = Content.UNKNOWN;
    private volatile long nextLook = System.nanoTime();
    private volatile long nextRenewal = nextLook;

    /** The file as it was read; without words there is nothing to be learned from it. */
    private static final class Content {
        static final Content UNKNOWN = new Content(0, null);
        static final Content EMPTY = new Content(0, new long[WORDS]);

        /** When the file was changed last, in milliseconds; 0 if it could be changed in that one again. */
        private final long modified;

        private final long @Nullable [] words;

        Content(long modified, long @Nullable [] words) {
            this.modified = modified;
            this.words = words;
        }

        boolean mayHave(long hash) {
            return words == null || has(words[place(hash)], hash);
        }

        void add(long hash) {
            if (words != null && this != EMPTY) {
                words[place(hash)] |= bits(hash);
            }
        }
    }

    /**
     * Creates a filter.
     *
     * @param folder that of the cache
     */
    EntryFilter(Path folder) {
        this.file = folder.resolve("filter");
        this.quick = file.toFile();
        this.entries = folder.resolve("entries");
    }

    // ---- asking

    /** Whether there may be an entry for a URL of this number; what another process has just put may go unseen. */
    boolean mayHave(long hash) {
        if (System.nanoTime() - nextLook >= 0) {
            look();
        }
        return content.mayHave(hash);
    }

    /** Whether there may be an entry for a URL of this number, whoever has put it. */
    boolean mayHaveNow(long hash) {
        look();
        return content.mayHave(hash);
    }

    private static int place(long hash) {
        return (int) (hash >>> 50);
    }

    private static int position(long hash) {
        return HEAD + Long.BYTES * place(hash);
    }

    private static long bits(long hash) {
        return (1L << (hash & 63)) | (1L << ((hash >>> 6) & 63));
    }

    private static boolean has(long word, long hash) {
        return (word & bits(hash)) == bits(hash);
    }

    private static boolean is(long head, long mark) {
        return (head & MARK) == mark;
    }

    /** Reads the file if it is not the one that was read. Each change of it gives it another time. */
    private void look() {
        nextLook = System.nanoTime() + TRUST;
        long known = content.modified;
        if (known != 0 && quick.lastModified() == known) {
            return;
        }
        long before = changes();
        Content read = Content.UNKNOWN;
        try {
            BasicFileAttributes state = state();
            long modified = state.lastModifiedTime().toMillis();
            boolean settled = System.currentTimeMillis() - modified > SETTLED_MILLIS;
            read = new Content(settled ? modified : 0, isWhole(state) ? words() : null);
        } catch (NoSuchFileException e) {
            read = isWithoutEntries() ? Content.EMPTY : Content.UNKNOWN;
        } catch (IOException e) {
            // It is of no use.
        }
        learn(before, read);
    }

    /** Before the first entry there is no filter. */
    private boolean isWithoutEntries() {
        try {
            return isEmpty(entries);
        } catch (NoSuchFileException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private long changes() {
        learning.lock();
        try {
            return changes;
        } finally {
            learning.unlock();
        }
    }

    private void learn(long before, Content read) {
        learning.lock();
        try {
            if (changes == before) {
                content = read;
            }
        } finally {
            learning.unlock();
        }
    }

    /** This process has changed the file: what was read of it meanwhile does not count. */
    private void changed(long hash) {
        learning.lock();
        try {
            changes++;
            content.add(hash);
        } finally {
            learning.unlock();
        }
    }

    private void forget() {
        learning.lock();
        try {
            changes++;
            content = Content.UNKNOWN;
            nextLook = System.nanoTime();
        } finally {
            learning.unlock();
        }
    }

    private long @Nullable [] words() throws IOException {
        try (FileChannel channel = FileChannel.open(file, READING)) {
            ByteBuffer bytes = all(channel);
            // While it is made anew, the head is another one.
            if (!is(bytes.getLong(0), SOUND) || read(channel, 0) != bytes.getLong(0)) {
                return null;
            }
            long[] words = new long[WORDS];
            for (int i = 0; i < WORDS; i++) {
                long word = bytes.getLong(HEAD + Long.BYTES * i);
                words[i] = word == ~bytes.getLong(HEAD + SECOND + Long.BYTES * i) ? word : ~0L;
            }
            return words;
        }
    }

    private BasicFileAttributes state() throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean isWhole(BasicFileAttributes state) {
        return state.isRegularFile() && state.size() == BYTES;
    }

    private boolean isWhole() {
        try {
            return isWhole(state());
        } catch (IOException e) {
            return false;
        }
    }

    // ---- changing

    /** Notes the URL of an entry that is put next, while the folder is held; if this fails it must not be put. */
    void add(long hash) throws IOException {
        if (!isWhole() && !isBegun()) {
            wanted.set(true);
            return;
        }
        try (FileChannel channel = FileChannel.open(file, WRITING)) {
            long head = read(channel, 0);
            if (!is(head, SOUND) && !is(head, IN_MAKING)) {
                wanted.set(true);
                return;
            }
            int at = position(hash);
            long word = read(channel, at);
            // A broken word stays broken: nobody knows what it said.
            if (!has(word, hash) && word == ~read(channel, at + SECOND)) {
                write(channel, at, word | bits(hash));
                write(channel, at + SECOND, ~(word | bits(hash)));
            }
        }
        changed(hash);
    }

    /** Begins with an empty one if there are no entries; false if there are, or it cannot be written. */
    private boolean isBegun() {
        try {
            if (!isEmpty(entries)) {
                return false;
            }
            WholeFile.replace(file, "filter", ".tmp", blank(head(SOUND)));
            forget();
            return true;
        } catch (IOException e) {
            // Without it the file system is asked, as it is without a cache.
            return false;
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            return !files.iterator().hasNext();
        }
    }

    /** An entry was put by somebody who does not hold the folder. */
    void distrust() throws IOException {
        wanted.set(true);
        if (isWhole()) {
            try (FileChannel channel = FileChannel.open(file, WRITING)) {
                write(channel, 0, 0);
            }
        }
        forget();
    }

    /** Whether it was found missing or broken since this was asked last; true once a minute at most. */
    boolean takeWanted() {
        long now = System.nanoTime();
        if (!wanted.get() || now - nextRenewal < 0 || !wanted.getAndSet(false)) {
            return false;
        }
        nextRenewal = now + PAUSE;
        return true;
    }

    private static long head(long mark) {
        return mark | (ThreadLocalRandom.current().nextInt() & ~MARK);
    }

    private static byte[] blank(long head) {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES).putLong(head);
        for (int i = HEAD + SECOND; i < BYTES; i += Long.BYTES) {
            bytes.putLong(i, ~0L);
        }
        return bytes.array();
    }

    private static long read(FileChannel channel, int at) throws IOException {
        ByteBuffer word = ByteBuffer.allocate(Long.BYTES);
        return channel.read(word, at) == Long.BYTES ? word.getLong(0) : 0;
    }

    private static void write(FileChannel channel, int at, long word) throws IOException {
        write(channel, at, ByteBuffer.allocate(Long.BYTES).putLong(0, word));
    }

    private static void write(FileChannel channel, int at, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes, at + bytes.position());
        }
    }

    // ---- making anew

    /**
     * Begins to make it anew if it is missing, broken or too full, while the folder is held. Entries that are put from
     * now on are noted; those that are there are to be added before it is used again.
     *
     * @return null if it is good
     */
    @Nullable
    Renewal renew() throws IOException {
        if (isWhole() && isGood()) {
            return null;
        }
        long head = head(IN_MAKING);
        byte[] blank = blank(head);
        if (!isWhole()) {
            WholeFile.replace(file, "filter", ".tmp", blank);
            forget();
            return new Renewal(head);
        }
        // In the same file, which others may be about to write to.
        try (FileChannel channel = FileChannel.open(file, WRITING)) {
            write(channel, 0, head);
            write(channel, HEAD, ByteBuffer.wrap(blank, HEAD, 2 * SECOND).slice());
        }
        forget();
        return new Renewal(head);
    }

    private boolean isGood() throws IOException {
        ByteBuffer bytes = all();
        int bits = 0;
        for (int i = HEAD; i < HEAD + SECOND; i += Long.BYTES) {
            long word = bytes.getLong(i);
            bits += word == ~bytes.getLong(i + SECOND) ? Long.bitCount(word) : Long.SIZE;
        }
        return is(bytes.getLong(0), SOUND) && bits <= MOST_BITS;
    }

    private ByteBuffer all() throws IOException {
        try (FileChannel channel = FileChannel.open(file, READING)) {
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

    /** What is known so far of a filter that is being made. */
    final class Renewal {
        private final long head;
        private final long[] words = new long[WORDS];

        private Renewal(long head) {
            this.head = head;
        }

        /** Adds the URL of an entry that was found. */
        void add(String url) {
            long hash = UrlHash.of(url);
            words[place(hash)] |= bits(hash);
        }

        /**
         * Puts it to use, while the folder is held; all entries were added that were there when it began.
         *
         * @return false if others have begun to make it, or do not trust it any more
         */
        boolean finish() throws IOException {
            ByteBuffer bytes = isWhole() ? all() : ByteBuffer.allocate(BYTES);
            if (bytes.getLong(0) != head) {
                return false;
            }
            for (int i = 0; i < WORDS; i++) {
                int at = HEAD + Long.BYTES * i;
                long word = bytes.getLong(at);
                if (word == ~bytes.getLong(at + SECOND)) {
                    bytes.putLong(at, word | words[i]).putLong(at + SECOND, ~(word | words[i]));
                }
            }
            try (FileChannel channel = FileChannel.open(file, WRITING)) {
                write(channel, HEAD, bytes.slice(HEAD, 2 * SECOND));
                boolean mine = read(channel, 0) == head;
                if (mine) {
                    write(channel, 0, head(SOUND));
                    forget();
                }
                return mine;
            }
        }
    }
}
