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
 * second later at most, or at once by who asks the file itself.
 *
 * <p>It is a hint that may be deleted or broken at any time. Each word stands there twice, the second time with its
 * bits inverted: where the two differ, or without a sound file, the file system is asked. Only who holds the folder
 * writes; who had to write entries without holding it takes the mark away instead. Entries that go leave their bits
 * until the scavenger makes all bits anew. The file is read and not mapped, since a mapped one that somebody cuts ends
 * in an error of the JVM that can come anywhere.
 */
final class EntryFilter implements AutoCloseable {
    private static final int WORDS = FilterContent.WORDS;
    private static final int HEAD = FilterContent.HEAD;
    private static final int SECOND = FilterContent.SECOND;
    static final int BYTES = FilterContent.BYTES;

    private static final long IN_MAKING = 0x5734_4634L << 32;

    /** With more bits than this it says too often that there may be an entry. */
    private static final int MOST_BITS = WORDS * Long.SIZE / 4;

    /** How long what others change may go unseen. */
    private static final long TRUST = TimeUnit.MILLISECONDS.toNanos(100);

    /** Where it cannot be made, that is not tried at every put. */
    private static final long PAUSE = TimeUnit.MINUTES.toNanos(1);

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
    private volatile FilterContent content = FilterContent.UNKNOWN;
    private volatile long nextLook = System.nanoTime();
    private volatile long nextRenewal = nextLook;

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
        FilterContent known = content;
        // Another file in its place is not seen in the one that is open.
        if (System.nanoTime() - nextLook < 0 && known.isAsRead()) {
            return known.mayHave(hash);
        }
        return look().mayHave(hash);
    }

    /** Reads the file if it is not the one that was read: each change gives it another time. Returns what it says. */
    private FilterContent look() {
        nextLook = System.nanoTime() + TRUST;
        FilterContent known = content;
        if (known.modified() != 0 && quick.lastModified() == known.modified()) {
            return known;
        }
        long before = changes();
        FilterContent read = FilterContent.UNKNOWN;
        try {
            BasicFileAttributes state = state();
            long time = ChangeTime.settled(state.lastModifiedTime().toMillis());
            read = isWhole(state) ? FilterContent.read(file, time) : FilterContent.useless(time);
        } catch (NoSuchFileException e) {
            read = isWithoutEntries() ? FilterContent.EMPTY : FilterContent.UNKNOWN;
        } catch (IOException e) {
            // It is of no use.
        }
        learn(before, read);
        return read;
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

    private void learn(long before, FilterContent read) {
        FilterContent useless = read;
        learning.lock();
        try {
            if (changes == before) {
                useless = content;
                content = read;
            }
        } finally {
            learning.unlock();
        }
        useless.close();
    }

    /** This process has changed the file: what was read of it meanwhile does not count. */
    private void changed(long hash, long before, long after) {
        learning.lock();
        try {
            changes++;
            content.add(hash, before, after);
        } finally {
            learning.unlock();
        }
    }

    private void forget() {
        FilterContent useless;
        learning.lock();
        try {
            changes++;
            useless = content;
            content = FilterContent.UNKNOWN;
            nextLook = System.nanoTime();
        } finally {
            learning.unlock();
        }
        useless.close();
    }

    /** Gives up what is open. */
    @Override
    public void close() {
        forget();
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
            giveUp();
            return;
        }
        try (FileChannel channel = FileChannel.open(file, WRITING)) {
            long head = FilterContent.word(channel, 0);
            if (!FilterContent.is(head, FilterContent.SOUND) && !FilterContent.is(head, IN_MAKING)) {
                giveUp();
                return;
            }
            int at = FilterContent.position(hash);
            long word = FilterContent.word(channel, at);
            // A broken word stays broken: nobody knows what it said.
            if (!FilterContent.has(word, hash) && word == ~FilterContent.word(channel, at + SECOND)) {
                write(channel, at, word | FilterContent.bits(hash));
                write(channel, at + SECOND, ~(word | FilterContent.bits(hash)));
            }
            long before = FilterContent.word(channel, FilterContent.SEQUENCE);
            long after = ThreadLocalRandom.current().nextLong();
            // Last, so that who sees it sees the rest; always, as whoever set the bits may have ended before this.
            write(channel, FilterContent.SEQUENCE, after);
            changed(hash, before, after);
        }
    }

    /** It cannot be noted: nobody is to believe the file, nor what was read of it. */
    private void giveUp() {
        wanted.set(true);
        breakMark();
        forget();
    }

    /** Who has the file open sees that it does not count any more. */
    private void takeMark() throws IOException {
        try (FileChannel channel = FileChannel.open(file, WRITING)) {
            write(channel, 0, 0);
        }
    }

    /** Nobody is to believe a file that says nothing any more, or whose place another one takes. */
    private void breakMark() {
        try {
            takeMark();
        } catch (IOException e) {
            // It is not there, or is no file.
        }
    }

    /** Begins with an empty one if there are no entries; false if there are, or it cannot be written. */
    private boolean isBegun() {
        try {
            if (!isEmpty(entries)) {
                return false;
            }
            breakMark();
            WholeFile.replace(file, "filter", ".tmp", blank(head(FilterContent.SOUND)));
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

    /** An entry was put by somebody who does not hold the folder: if it stays unseen, that must not be passed over. */
    void distrust() throws IOException {
        wanted.set(true);
        if (isWhole()) {
            takeMark();
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
        return FilterContent.head(mark, ThreadLocalRandom.current().nextInt());
    }

    private static byte[] blank(long head) {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES).putLong(head);
        for (int i = HEAD + SECOND; i < BYTES; i += Long.BYTES) {
            bytes.putLong(i, ~0L);
        }
        return bytes.array();
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
            breakMark();
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
        ByteBuffer bytes = FilterContent.all(file);
        int bits = 0;
        for (int i = HEAD; i < HEAD + SECOND; i += Long.BYTES) {
            long word = bytes.getLong(i);
            bits += word == ~bytes.getLong(i + SECOND) ? Long.bitCount(word) : Long.SIZE;
        }
        return FilterContent.is(bytes.getLong(0), FilterContent.SOUND) && bits <= MOST_BITS;
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
            words[FilterContent.place(hash)] |= FilterContent.bits(hash);
        }

        /**
         * Puts it to use, while the folder is held; all entries were added that were there when it began.
         *
         * @return false if others have begun to make it, or do not trust it any more
         */
        boolean finish() throws IOException {
            ByteBuffer bytes = isWhole() ? FilterContent.all(file) : ByteBuffer.allocate(BYTES);
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
                boolean mine = FilterContent.word(channel, 0) == head;
                if (mine) {
                    write(channel, 0, head(FilterContent.SOUND));
                    forget();
                }
                return mine;
            }
        }
    }
}
