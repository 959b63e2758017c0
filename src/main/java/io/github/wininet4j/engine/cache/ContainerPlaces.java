package io.github.wininet4j.engine.cache;

import io.github.wininet4j.engine.storage.OwnFolder;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the contents of containers are whose makers named a path (R-PROJ-CACHE-9): in a folder below it that is this
 * cache's alone, so that nothing else that lies at the path is taken for a content. Its name follows from cache and
 * path: whatever an entry says, no file is touched that lies in another folder.
 */
final class ContainerPlaces {
    private static final int NAME_LENGTH = 16;

    private final Path cache;
    private volatile @Nullable Path real;

    /**
     * Creates the places.
     *
     * @param cache the folder of the cache
     */
    ContainerPlaces(Path cache) {
        this.cache = cache;
    }

    /** The place below a path, which is absolute. */
    Path of(String path) {
        Path parent = Path.of(path);
        return parent.resolve(name(parent));
    }

    private String name(Path parent) {
        return EntryName.of(realCache() + "\n" + parent).substring(0, NAME_LENGTH);
    }

    /** However programs spell it, the cache has one name. */
    private Path realCache() {
        Path known = real;
        if (known == null) {
            try {
                known = cache.toRealPath();
                real = known;
            } catch (IOException e) {
                return cache.toAbsolutePath().normalize();
            }
        }
        return known;
    }

    /** Makes the place below a path; fails if it is a link, or another user's. */
    Path make(String path) throws IOException {
        Path place = of(path);
        OwnFolder.make(place);
        if (!isUsable(place)) {
            throw new IOException(place + " is a link or belongs to another user");
        }
        return place;
    }

    /** Whether a folder is a place of this cache, by its name. */
    boolean isPlace(@Nullable Path folder) {
        Path parent = folder == null ? null : folder.getParent();
        return folder != null && parent != null && folder.endsWith(name(parent));
    }

    /** Whether a folder is a place of this cache that nobody else has made. */
    boolean isUsable(@Nullable Path folder) throws IOException {
        return folder != null
                && isPlace(folder)
                && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                && OwnFolder.isOwn(folder);
    }

    /** Whether a text can be the path of a content in such a place. */
    static boolean isPath(@Nullable String text) {
        if (text == null) {
            return false;
        }
        try {
            Path path = Path.of(text);
            Path name = path.getFileName();
            return name != null
                    && path.isAbsolute()
                    && path.equals(path.normalize())
                    && BodyFolder.isName(name.toString());
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** Deletes old files of a place that no entry refers to. */
    void deleteUnreferenced(String path, Set<String> referenced, long olderThanMillis) throws IOException {
        Path place = of(path);
        if (isUsable(place)) {
            Leftovers.delete(
                    place, "*", olderThanMillis, name -> BodyFolder.isName(name) && !referenced.contains(name));
        }
    }

    /** Removes a place, unless there are contents in it that are in use or being written. */
    void remove(Path place) throws IOException {
        if (isUsable(place)) {
            try {
                Files.deleteIfExists(place);
            } catch (DirectoryNotEmptyException e) {
                // They go when they are not used any more.
            }
        }
    }
}
