package io.github.wininet4j.engine.cache;

import io.github.wininet4j.engine.storage.WholeFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.SecureRandom;
import java.util.Set;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The files with the contents, which any program can open. Each has a name of its own that is never used again, so a
 * reader has one content from beginning to end.
 */
final class BodyFolder {
    private static final int MAX_STEM = 40;
    private static final int MAX_EXTENSION = 16;
    private static final int RANDOM_DIGITS = 10;
    private static final int PIECE = 65_536;
    private static final int ATTEMPTS = 16;

    private final Path folder;
    private final ContainerPlaces places;
    private final SecureRandom random = new SecureRandom();

    BodyFolder(Path folder, ContainerPlaces places) {
        this.folder = folder;
        this.places = places;
    }

    void make() throws IOException {
        Files.createDirectories(folder);
    }

    Path folder() {
        return folder;
    }

    ContainerPlaces places() {
        return places;
    }

    /** Creates an empty file that speaks of a URL, below the path of a container if that has one. */
    Path create(String container, String url, @Nullable String extension) throws IOException {
        Path where = container.isEmpty() ? folder : places.make(container);
        for (int i = 0; ; i++) {
            Path path = where.resolve(name(url, extension));
            try {
                WholeFile.create(path).close();
                return path;
            } catch (FileAlreadyExistsException e) {
                if (i == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /** Letters, digits and a few signs only: whatever a URL says, the name stays in the folder. */
    private String name(String url, @Nullable String extension) {
        int end = url.length();
        for (int i = 0; i < url.length(); i++) {
            if (url.charAt(i) == '?' || url.charAt(i) == '#') {
                end = i;
                break;
            }
        }
        String last = url.substring(url.lastIndexOf('/', end - 1) + 1, end);
        int dot = last.lastIndexOf('.');
        String given = extension == null || extension.isEmpty() ? (dot < 0 ? "" : last.substring(dot + 1)) : extension;
        StringBuilder name = new StringBuilder(safe(dot < 0 ? last : last.substring(0, dot), MAX_STEM));
        name.append(name.isEmpty() ? "file[" : "[");
        for (int i = 0; i < RANDOM_DIGITS; i++) {
            name.append(Character.forDigit(random.nextInt(Character.MAX_RADIX), Character.MAX_RADIX));
        }
        name.append(']');
        String end2 = safe(given, MAX_EXTENSION);
        return end2.isEmpty() ? name.toString() : name.append('.').append(end2).toString();
    }

    private static String safe(String text, int most) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length() && out.length() < most; i++) {
            char c = text.charAt(i);
            if (isPlain(c) && c != '.') {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static boolean isPlain(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '_'
                || c == '.'
                || c == '['
                || c == ']';
    }

    /** Whether a text can only be the name of a file in this folder. */
    static boolean isName(@Nullable String text) {
        if (text == null || text.isEmpty() || text.startsWith(".") || text.length() > 128) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (!isPlain(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a text can only be that of a file in this folder, or in one of a container. */
    static boolean isOwnFile(@Nullable String text) {
        return isName(text) || ContainerPlaces.isPath(text);
    }

    Path path(CacheEntry.Body body) {
        return isHere(body) ? folder.resolve(body.file()) : Path.of(body.file());
    }

    private static boolean isHere(CacheEntry.Body body) {
        return body.own() && isName(body.file());
    }

    /** Whether a content lies where the cache may touch it. */
    private boolean isInPlace(CacheEntry.Body body, Path path) throws IOException {
        return isHere(body) || places.isUsable(path.getParent());
    }

    /** Whether a path leads where the entry says, and not through a folder that took the place of the cache's. */
    private boolean isSafe(CacheEntry.Body body, Path path) throws IOException {
        return !body.own() || isInPlace(body, path);
    }

    /** The path that programs may be told of; null if it leads elsewhere by now. */
    @Nullable
    Path toldPath(CacheEntry.Body body) throws IOException {
        Path path = path(body);
        return isSafe(body, path) ? path : null;
    }

    /**
     * Opens a content; links are not followed within the folders. Null if it is not what the entry says, and for a
     * pipe, which would wait for its writer.
     */
    @Nullable
    FileChannel open(CacheEntry.Body body) throws IOException {
        Path path = path(body);
        if (!isSafe(body, path) || attributes(path, body.own()).isOther()) {
            return null;
        }
        FileChannel channel = body.own()
                ? FileChannel.open(path, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))
                : FileChannel.open(path, StandardOpenOption.READ);
        boolean fits = false;
        try {
            fits = body.check() == CacheEntry.Body.UNCHECKED || channel.size() == body.size();
        } finally {
            if (!fits) {
                channel.close();
            }
        }
        return fits ? channel : null;
    }

    private static BasicFileAttributes attributes(Path path, boolean own) throws IOException {
        return own
                ? Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                : Files.readAttributes(path, BasicFileAttributes.class);
    }

    /** Returns whether the bytes are those that were stored. */
    static boolean isSound(FileChannel channel, CacheEntry.Body body) throws IOException {
        return body.check() == CacheEntry.Body.UNCHECKED || check(channel) == body.check();
    }

    static long check(FileChannel channel) throws IOException {
        CRC32 crc = new CRC32();
        ByteBuffer piece = ByteBuffer.allocate((int) Math.max(1, Math.min(PIECE, channel.size())));
        for (long at = 0; ; ) {
            piece.clear();
            int count = channel.read(piece, at);
            if (count < 0) {
                return crc.getValue();
            }
            at += count;
            crc.update(piece.flip());
        }
    }

    /** Describes a file that a program wrote. */
    CacheEntry.Body describe(Path file, boolean mayChange) throws IOException {
        Path absolute = file.toAbsolutePath().normalize();
        boolean own = isOwn(absolute);
        Path parent = absolute.getParent();
        boolean elsewhere = own && !isHere(parent) && !places.isUsable(parent);
        BasicFileAttributes attributes = attributes(absolute, own);
        if (elsewhere || !attributes.isRegularFile()) {
            throw new NoSuchFileException(file.toString());
        }
        long check = CacheEntry.Body.UNCHECKED;
        if (!mayChange) {
            try (FileChannel channel = FileChannel.open(absolute, StandardOpenOption.READ)) {
                check = check(channel);
            }
        }
        return body(absolute, attributes.size(), check);
    }

    /** Describes a file by its absolute path. */
    CacheEntry.Body body(Path absolute, long size, long check) {
        Path name = absolute.getFileName();
        if (name != null && isName(name.toString()) && isHere(absolute.getParent())) {
            return new CacheEntry.Body(name.toString(), true, size, check);
        }
        return new CacheEntry.Body(absolute.toString(), isOwn(absolute), size, check);
    }

    private boolean isHere(@Nullable Path parent) {
        return parent != null && parent.equals(folder.toAbsolutePath().normalize());
    }

    private boolean isOwn(Path absolute) {
        Path name = absolute.getFileName();
        Path parent = absolute.getParent();
        return name != null && isName(name.toString()) && (isHere(parent) || places.isPlace(parent));
    }

    /** Deletes a content, if it is the cache's. */
    void delete(CacheEntry.@Nullable Body body) throws IOException {
        if (body != null && body.own()) {
            Path path = path(body);
            if (isInPlace(body, path)) {
                Files.deleteIfExists(path);
            }
        }
    }

    /** Deletes old files that no entry refers to. */
    void deleteUnreferenced(Set<String> referenced, long olderThanMillis) throws IOException {
        Leftovers.delete(folder, "*", olderThanMillis, name -> isName(name) && !referenced.contains(name));
    }
}
