package io.github.wininet4j.engine.cache;

import io.github.wininet4j.constant.CacheContainer;
import io.github.wininet4j.engine.storage.DataFolder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The containers that programs made (R-CENT-34), a file each. */
public final class CacheContainers {
    /** The longest name, prefix or path, in characters. */
    public static final int MAX_TEXT = 2048;

    private static final int MAX_BYTES = 4 * 3 * MAX_TEXT;

    private final UrlCache cache;
    private final DataFolder files;
    /** To be asked for its time. */
    private final File folder;

    private volatile Known known = new Known(0, List.of());

    /**
     * The containers as they were read.
     *
     * @param modified when their folder was changed last, in milliseconds; 0 if it could be changed in that one again
     */
    private record Known(long modified, List<Container> containers) {}

    /**
     * What is known of a container.
     *
     * @param name its name
     * @param prefix what the URLs of its entries begin with
     * @param path the absolute path that its maker named, or empty
     * @param limit the size that its maker named, in KB
     * @param type the type that its maker named
     */
    public record Container(String name, String prefix, String path, int limit, int type) {
        private boolean fits(String url) {
            return url.regionMatches(true, 0, prefix, 0, prefix.length());
        }
    }

    CacheContainers(UrlCache cache, Path folder) {
        this.cache = cache;
        this.files = new DataFolder(folder, ".container", MAX_BYTES);
        this.folder = folder.toFile();
    }

    private static String fileName(String name) {
        return EntryName.of(name.toLowerCase(Locale.ROOT));
    }

    /** Returns all containers by their names. */
    public List<Container> all() {
        List<Container> all = new ArrayList<>();
        if (cache.isOn()) {
            files.readAll((name, content) -> {
                Container container = parse(content);
                boolean sound = container != null && fileName(container.name()).equals(name);
                if (sound && container != null) {
                    all.add(container);
                }
                return sound;
            });
        }
        all.sort(Comparator.comparing(Container::name));
        return all;
    }

    /** Returns them without reading them again as long as their folder stays as it is. */
    private List<Container> known() {
        Known last = known;
        long modified = folder.lastModified();
        if (last.modified() == 0 || last.modified() != modified) {
            last = new Known(ChangeTime.settled(modified), all());
            known = last;
        }
        return last.containers();
    }

    /**
     * Returns the container that an entry is in: of those whose prefixes fit the one with the longest.
     *
     * @param containers all that there are
     * @param url its URL
     * @return the container, or null if it is in none that a program made
     */
    public static @Nullable Container nearest(List<Container> containers, String url) {
        Container nearest = null;
        for (Container each : containers) {
            if (each.fits(url)
                    && (nearest == null
                            || each.prefix().length() > nearest.prefix().length())) {
                nearest = each;
            }
        }
        return EntryKind.of(url) == 0 ? nearest : null;
    }

    /** The path that was named for the contents of a URL; empty if none was. */
    String path(String url) {
        Container nearest = nearest(known(), url);
        return nearest == null ? "" : nearest.path();
    }

    /** Deletes old files at the paths of containers that no entry refers to. */
    void deleteUnreferenced(Set<String> referenced, long olderThanMillis) throws IOException {
        for (Container each : known()) {
            if (!each.path().isEmpty()) {
                cache.bodies().places().deleteUnreferenced(each.path(), referenced, olderThanMillis);
            }
        }
    }

    /**
     * Removes what the cache has made at the path of a container that is gone, as far as it is not in use.
     *
     * @param gone the container, whose entries are gone as well
     * @throws IOException if the file system refuses
     */
    public void removePlace(Container gone) throws IOException {
        boolean needed = all().stream().anyMatch(each -> each.path().equals(gone.path()));
        if (gone.path().isEmpty() || needed) {
            return;
        }
        Set<String> referenced = new HashSet<>();
        for (String name : cache.names()) {
            EntryFolder.Stored stored = cache.entries().read(name);
            CacheEntry.Body body = stored == null ? null : stored.entry().body();
            if (body != null) {
                referenced.add(body.name());
            }
        }
        ContainerPlaces places = cache.bodies().places();
        places.deleteUnreferenced(gone.path(), referenced, System.currentTimeMillis() - Scavenger.ABANDONED_MILLIS);
        places.remove(places.of(gone.path()));
    }

    /** A content is gone: where it was is removed now if its container is gone and nothing else is there. */
    void released(CacheEntry.@Nullable Body body) throws IOException {
        if (body == null || !body.own() || BodyFolder.isName(body.file())) {
            return;
        }
        ContainerPlaces places = cache.bodies().places();
        Path place = cache.path(body).getParent();
        if (place != null && places.isPlace(place)) {
            for (Container each : known()) {
                if (!each.path().isEmpty() && places.of(each.path()).equals(place)) {
                    return;
                }
            }
            places.remove(place);
        }
    }

    /**
     * Makes a container.
     *
     * @param container what is known of it
     * @return false if there is one of that name or for such URLs
     * @throws IOException if the file system refuses
     */
    public boolean create(Container container) throws IOException {
        byte[] content = bytes(container);
        return cache.change(() -> {
            for (Container each : all()) {
                if (each.name().equalsIgnoreCase(container.name())
                        || each.prefix().equalsIgnoreCase(container.prefix())) {
                    return false;
                }
            }
            files.put(fileName(container.name()), content);
            boolean counted = false;
            try {
                countChange();
                counted = true;
            } finally {
                if (!counted) {
                    files.delete(fileName(container.name()));
                }
            }
            return true;
        });
    }

    /**
     * Removes a container, but not its entries.
     *
     * @param name its name
     * @return the container; null if there was none
     * @throws IOException if the file system refuses
     */
    public @Nullable Container delete(String name) throws IOException {
        if (!files.has(fileName(name))) {
            return null;
        }
        Container[] deleted = {null};
        cache.change(() -> {
            for (Container each : all()) {
                if (each.name().equalsIgnoreCase(name)) {
                    files.remove(fileName(name));
                    deleted[0] = each;
                    countDeletion();
                }
            }
            return true;
        });
        return deleted[0];
    }

    /** What is to be deleted must go where nothing can be written any more. */
    private void countDeletion() {
        try {
            countChange();
        } catch (IOException e) {
            cache.complain(e);
        }
    }

    private void countChange() throws IOException {
        cache.room().containersChanged();
        cache.counters().change(CacheContainer.CACHE_HEADER_DATA_CONLIST_CHANGE_COUNT, count -> count + 1);
    }

    /**
     * Returns how often containers were made and deleted.
     *
     * @return the count
     * @throws IOException if the file system refuses
     */
    public int changes() throws IOException {
        return cache.counters().get(CacheContainer.CACHE_HEADER_DATA_CONLIST_CHANGE_COUNT);
    }

    private static byte[] bytes(Container container) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeUTF(container.name());
        out.writeUTF(container.prefix());
        out.writeUTF(container.path());
        out.writeInt(container.limit());
        out.writeInt(container.type());
        return bytes.toByteArray();
    }

    static @Nullable Container parse(byte[] content) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(content))) {
            Container read = new Container(in.readUTF(), in.readUTF(), in.readUTF(), in.readInt(), in.readInt());
            return in.available() > 0 || read.prefix().isEmpty() ? null : read;
        } catch (IOException e) {
            return null;
        }
    }
}
