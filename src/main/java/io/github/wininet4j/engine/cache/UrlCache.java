package io.github.wininet4j.engine.cache;

import io.github.wininet4j.constant.CacheEntryType;
import io.github.wininet4j.engine.storage.Interruption;
import io.github.wininet4j.engine.storage.PassingFolder;
import io.github.wininet4j.type.FILETIME;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The URL cache of a user: entries that all engines and processes share (R-CACHE-3).
 *
 * <p>The files are the truth. Each entry is a file that is put in place by a rename, beside a body that has a name of
 * its own; its name follows from its URL, so that a look-up asks the file system once and needs no index. Changes are
 * made while the folder is held, so that none undoes another; a process that dies leaves whole files at any moment.
 */
public final class UrlCache implements AutoCloseable {
    private static final long IN_USE = -1;

    private final CacheFolder folder;
    private final InstantSource clock;
    private final EntryFolder entries;
    private final BodyFolder bodies;
    private final EntryContents contents;
    private final CacheGroups groups;
    private final CacheCounters counters;
    private final CacheContainers containers;
    private final CacheRoom room;
    private final EntryClaims claims;
    private final KnownEntries known;
    private volatile long sessionStart;

    /** What became of an order to delete. */
    public enum Deletion {
        /** The entry is gone. */
        DONE,
        /** There was none. */
        ABSENT,
        /** It is in use, and goes when it is not any more. */
        PENDING
    }

    /**
     * Creates access to a cache; the folder is made when something is put into it.
     *
     * @param folder where it is, or null for a cache that is switched off
     * @param clock tells the time
     * @param background makes room for new entries
     */
    public UrlCache(@Nullable Path folder, InstantSource clock, Executor background) {
        this(folder, null, clock, background);
    }

    private UrlCache(@Nullable Path path, @Nullable PassingFolder passing, InstantSource clock, Executor background) {
        this.folder = new CacheFolder(path, passing);
        this.clock = clock;
        Path place = path == null ? Path.of("") : path;
        this.entries = new EntryFolder(place.resolve("entries"));
        this.bodies = new BodyFolder(place.resolve("content"), new ContainerPlaces(place));
        this.contents = new EntryContents(this);
        this.groups = new CacheGroups(this, place.resolve("groups"));
        this.counters = new CacheCounters(this, place);
        this.containers = new CacheContainers(this, place.resolve("containers"));
        this.known = new KnownEntries(this, entries);
        this.room = new CacheRoom(
                this,
                new CacheSettings(place),
                new UsageJournal(place.resolve("usage")),
                new DailySweep(place),
                background);
        this.claims = new EntryClaims(this);
        this.sessionStart = now();
    }

    /**
     * Creates a cache that ends with its engine: in memory, where there is a file system in memory.
     *
     * @param clock tells the time
     * @param background makes room for new entries
     * @return the cache; switched off if there is no place for it
     */
    public static UrlCache ofEngine(InstantSource clock, Executor background) {
        PassingFolder passing = PassingFolder.make();
        return new UrlCache(passing == null ? null : passing.path(), passing, clock, background);
    }

    /** Returns whether there is a cache. */
    public boolean isOn() {
        return folder.isOn();
    }

    /** Returns the folder of the contents. */
    public Path contentFolder() {
        return bodies.folder();
    }

    CacheRoom room() {
        return room;
    }

    /** Returns the containers that programs made. */
    public CacheContainers containers() {
        return containers;
    }

    /** Returns the groups. */
    public CacheGroups groups() {
        return groups;
    }

    /** Returns this moment as the number of a FILETIME. */
    public long now() {
        return FILETIME.of(clock.instant()).steps();
    }

    /** Returns when the session began: what was compared since then counts as new (R-CACHE-9). */
    public long sessionStart() {
        return sessionStart;
    }

    /** Begins a session (R-OPTN-60). */
    public void startSession() {
        sessionStart = now();
    }

    EntryFolder entries() {
        return entries;
    }

    BodyFolder bodies() {
        return bodies;
    }

    // ---- the folder

    /**
     * Makes the folder, if it is not there.
     *
     * @return true
     * @throws IOException if the file system refuses
     */
    public boolean makeFolder() throws IOException {
        open();
        return true;
    }

    SharedFolder open() throws IOException {
        return folder.open();
    }

    private boolean exists() {
        return folder.exists();
    }

    /** Logs once that the file system refuses to do what a cache needs. */
    public void complain(Exception cause) {
        folder.complain(cause);
    }

    /** Writes back how entries were used, and leaves the folder. */
    @Override
    public void close() {
        flush();
        try {
            if (folder.isOpen()) {
                open().change(() -> {
                    room.close();
                    return true;
                });
            }
        } catch (IOException e) {
            complain(e);
        }
        folder.close();
    }

    // ---- looking up

    /**
     * Says whether there may be an entry, mostly without a call of the system.
     *
     * @param hash the {@link UrlHash} of the URL
     * @param now whether one counts that another process has put in the last tenth of a second
     * @return false if there is none
     */
    public boolean mayHave(long hash, boolean now) {
        SharedFolder joined = folder.seen();
        return joined != null
                && (now ? joined.filter().mayHaveNow(hash) : joined.filter().mayHave(hash));
    }

    /**
     * Finds the entry of a URL.
     *
     * @param url the URL, compared as it is
     * @return the entry, or null if there is none
     * @throws IOException if it cannot be read
     */
    public @Nullable Found find(String url) throws IOException {
        if (!exists()) {
            return null;
        }
        KnownEntry entry = Interruption.postponedSearch(() -> known.find(EntryName.of(url)));
        if (entry == null || !entry.entry().url().equals(url)) {
            return null;
        }
        if (entry.entry().is(CacheEntryType.PENDING_DELETE_CACHE_ENTRY) && deleteUnlessClaimed(entry.name(), -1)) {
            return null;
        }
        return new Found(this, entry);
    }

    /**
     * Reads the entry of a name.
     *
     * @param name one of {@link #names}
     * @return the entry, or null if it is gone
     * @throws IOException if it cannot be read
     */
    public @Nullable Found read(String name) throws IOException {
        KnownEntry entry = known.find(name);
        return entry == null ? null : new Found(this, entry);
    }

    /**
     * Lists the entries that there are now.
     *
     * @return their names
     * @throws IOException if the folder cannot be read
     */
    public List<String> names() throws IOException {
        return exists() ? entries.names() : List.of();
    }

    EntryContents contents() {
        return contents;
    }

    KnownEntries known() {
        return known;
    }

    EntryFilter filter() throws IOException {
        return open().filter();
    }

    /** Writes back how entries were used. */
    public void flush() {
        known.flush();
    }

    // ---- changing

    /**
     * Begins a content.
     *
     * @param url the URL that it is of
     * @param extension of the file, or null for that of the URL
     * @return an empty file
     * @throws IOException if the file system refuses
     */
    public Path createBody(String url, @Nullable String extension) throws IOException {
        open();
        return bodies.create(folder.isPassing() ? "" : containers.path(url), url, extension);
    }

    /**
     * Describes a file as the content of an entry.
     *
     * @param file the file
     * @param mayChange whether programs may change it
     * @return the content
     * @throws IOException if it is no file that can be read
     */
    public CacheEntry.Body describe(Path file, boolean mayChange) throws IOException {
        open();
        return bodies.describe(file, mayChange);
    }

    /**
     * Describes a file that {@link #createBody} made and that has become whole.
     *
     * @param file the file
     * @param size its size in bytes
     * @param check its CRC-32
     * @return the content
     */
    public CacheEntry.Body body(Path file, long size, long check) {
        return bodies.body(file.toAbsolutePath().normalize(), size, check);
    }

    /** Returns the path of a content. */
    public Path path(CacheEntry.Body body) {
        return bodies.path(body);
    }

    /**
     * Returns the path of a content for a program.
     *
     * @param body the content
     * @return the path, or null if it leads elsewhere by now: through what took the place of a folder of the cache
     * @throws IOException if that cannot be told
     */
    public @Nullable Path toldPath(CacheEntry.Body body) throws IOException {
        return bodies.toldPath(body);
    }

    /**
     * Puts an entry in the place of the one of its URL.
     *
     * @param url its URL
     * @param entry makes the entry from the one that is there, or from null; if it makes null, all stays as it is
     * @param use says how the entry counts as used
     * @param evenClaimed whether an entry in use may be replaced; its file then stays until it is not used any more
     * @return false if it is in use
     * @throws IOException if the file system refuses
     */
    public boolean put(
            String url, UnaryOperator<@Nullable CacheEntry> entry, UnaryOperator<EntryUse> use, boolean evenClaimed)
            throws IOException {
        SharedFolder joined = open();
        String name = EntryName.of(url);
        long total = joined.change(() -> {
            EntryFolder.Stored old = entries.read(name);
            if (old != null && !evenClaimed && joined.claims(EntryClaims.name(name, old.entry())) > 0) {
                return IN_USE;
            }
            CacheEntry next = entry.apply(old == null ? null : old.entry());
            if (next == null) {
                return 0L;
            }
            EntryUse before = old == null ? new EntryUse(0, now()) : known.use(name, old);
            EntryFolder.Stored last = joined.isHeld() ? old : null;
            if (last == null && joined.isHeld()) {
                joined.filter().add(UrlHash.of(url));
            }
            long bytes = entries.write(name, next, use.apply(before), last) + next.size();
            if (!joined.isHeld()) {
                joined.filter().distrust();
            }
            known.forget(name);
            if (old != null && !sameFile(old.entry(), next)) {
                dropBody(name, old.entry());
            }
            return room.add(url, bytes - (old == null ? 0 : bytes(old)));
        });
        room.check(total, joined.filter());
        return total != IN_USE;
    }

    static boolean sameFile(CacheEntry a, CacheEntry b) {
        return a.body() != null
                && b.body() != null
                && a.body().file().equals(b.body().file());
    }

    private void dropBody(String name, CacheEntry entry) throws IOException {
        SharedFolder joined = open();
        if (joined.claims(EntryClaims.name(name, entry)) == 0) {
            bodies.delete(entry.body());
            containers.released(entry.body());
        }
    }

    /**
     * Deletes the entry of a URL, or marks it if it is in use (R-CENT-27).
     *
     * @param url the URL
     * @return what became of it
     * @throws IOException if the file system refuses
     */
    public Deletion delete(String url) throws IOException {
        String name = mayHave(UrlHash.of(url), true) ? EntryName.of(url) : "";
        if (name.isEmpty() || !entries.exists(name)) {
            return Deletion.ABSENT;
        }
        SharedFolder joined = open();
        return joined.change(() -> {
            EntryFolder.Stored old = entries.read(name);
            if (old == null) {
                return Deletion.ABSENT;
            }
            if (joined.claims(EntryClaims.name(name, old.entry())) > 0) {
                CacheEntry marked =
                        old.entry().withType(old.entry().type() | CacheEntryType.PENDING_DELETE_CACHE_ENTRY);
                EntryFolder.Stored last = joined.isHeld() ? old : null;
                room.add(entries.write(name, marked, known.use(name, old), last) - old.bytes());
                known.forget(name);
                return Deletion.PENDING;
            }
            remove(name, old);
            return Deletion.DONE;
        });
    }

    /** Deletes an entry unless it is in use, or was used since. */
    boolean deleteUnlessClaimed(String name, long accessed) throws IOException {
        SharedFolder joined = open();
        return joined.change(() -> {
            EntryFolder.Stored old = entries.read(name);
            if (old == null) {
                return true;
            }
            boolean usedSince = accessed >= 0
                    && Math.max(known.use(name, old).accessed(), old.entry().synced()) > accessed;
            if (usedSince || joined.claims(EntryClaims.name(name, old.entry())) > 0) {
                return false;
            }
            remove(name, old);
            return true;
        });
    }

    /** While the folder is held. */
    void remove(String name, EntryFolder.Stored old) throws IOException {
        entries.delete(name);
        known.forget(name);
        dropBody(name, old.entry());
        room.add(-bytes(old));
    }

    EntryClaims claims() {
        return claims;
    }

    // ---- room

    static long bytes(EntryFolder.Stored stored) {
        return stored.bytes() + stored.entry().size();
    }

    /**
     * Returns how many bytes the entries take.
     *
     * @return bytes
     * @throws IOException if they cannot be counted
     */
    public long usage() throws IOException {
        return exists() ? open().change(() -> room.add(0)) : 0;
    }

    /** Returns how many bytes the entries may take. */
    public long quota() {
        return room.values().quota();
    }

    /** Returns how entries are compared with the server: a {@code WININET_SYNC_MODE_*} value. */
    public int syncMode() {
        return room.values().syncMode();
    }

    /**
     * Changes settings, for all processes that open the cache from now on.
     *
     * @param quota bytes, if that changes
     * @param syncMode a {@code WININET_SYNC_MODE_*} value, if that changes
     * @throws IOException if the file system refuses
     */
    public void configure(OptionalLong quota, OptionalInt syncMode) throws IOException {
        room.configure(quota, syncMode);
    }

    /**
     * Removes entries until the rest takes no more than some bytes, as far as entries may be removed.
     *
     * @param goal bytes
     * @throws IOException if the file system refuses
     */
    public void free(long goal) throws IOException {
        if (exists()) {
            flush();
            open();
            room.free(goal);
        }
    }

    /** Returns the counters in the head of the cache. */
    public CacheCounters counters() {
        return counters;
    }

    /** Runs a change of the folder while nobody else makes one. */
    <T> T change(Interruption.Work<T> work) throws IOException {
        return open().change(work);
    }
}
