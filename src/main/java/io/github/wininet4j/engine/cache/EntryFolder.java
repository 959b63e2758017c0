package io.github.wininet4j.engine.cache;

import io.github.wininet4j.engine.storage.WholeFile;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The files of entries: put in place by a rename, so that no reader sees half of one. Only how an entry was used is
 * overwritten in place.
 */
final class EntryFolder {
    private static final String SUFFIX = ".entry";
    private static final String TEMPORARY = ".tmp";

    /** What a broken file is called from then on, so that it can be told that it was one. */
    private static final String BROKEN = ".broken";

    /** Twice the most that a response head may have. */
    private static final int MAX_BYTES = 4 << 20;

    /** A file is written anew when it would have more than so many records and bytes. */
    private static final int MOST_RECORDS = 4;

    private static final int MOST_APPENDED = 4096;

    private static final Set<OpenOption> IN_PLACE = Set.of(StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);

    private final Path folder;
    /** The same as a text: a look-up that finds nothing makes no {@link Path}. */
    private final String folderText;

    /** What tells one state of a file from another. */
    record Stamp(FileTime modified, long size, @Nullable Object key) {}

    /**
     * An entry and the state of its file.
     *
     * @param entry the entry
     * @param use how it was used
     * @param stamp the state of the file
     * @param start where its record begins in the file
     * @param bytes how much of the file is sound
     */
    record Stored(CacheEntry entry, EntryUse use, Stamp stamp, int start, int bytes) {}

    EntryFolder(Path folder) {
        this.folder = folder;
        this.folderText = folder + File.separator;
    }

    void make() throws IOException {
        Files.createDirectories(folder);
    }

    private Path file(String name) {
        return folder.resolve(name + SUFFIX);
    }

    /** Whether there is a file of a name. */
    boolean exists(String name) {
        return new File(folderText + name + SUFFIX).exists();
    }

    /** Returns the state of a file; null if there is none. */
    @Nullable
    Stamp stamp(String name) {
        // A question that is mostly answered with no must not cost an exception.
        if (!exists(name)) {
            return null;
        }
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(file(name), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return attributes.isRegularFile() && attributes.size() <= MAX_BYTES
                    ? new Stamp(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey())
                    : null;
        } catch (IOException e) {
            return null;
        }
    }

    /** Reads an entry; null if there is none. A broken file is put aside: nobody can make anything of it. */
    @Nullable
    Stored read(String name) throws IOException {
        Stamp stamp = stamp(name);
        if (stamp == null) {
            return null;
        }
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file(name), LinkOption.NOFOLLOW_LINKS)) {
            bytes = in.readNBytes(MAX_BYTES + 1);
        } catch (NoSuchFileException | AccessDeniedException e) {
            // One that is not to be read must not hide the others.
            return null;
        }
        EntryCodec.Decoded decoded = EntryCodec.decode(bytes);
        if (decoded == null || !EntryName.of(decoded.entry().url()).equals(name)) {
            if (stamp.equals(stamp(name))) {
                putAside(name);
            }
            return null;
        }
        return new Stored(decoded.entry(), decoded.use(), stamp, decoded.start(), decoded.end());
    }

    private void putAside(String name) throws IOException {
        try {
            Files.move(file(name), folder.resolve(name + BROKEN), StandardCopyOption.REPLACE_EXISTING);
        } catch (DirectoryNotEmptyException e) {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            // Another process was faster, or nothing can be moved here; it is no entry all the same.
        }
    }

    /**
     * Replaces an entry: by a record behind the one that was read, if that may be trusted to be the last, else by
     * another file. Whoever reads meanwhile, or after a writer has ended in the middle, has the entry before.
     *
     * @param old the entry as it was just read; null if there is none, or if others may write as well
     * @return the size of its file
     */
    int write(String name, CacheEntry entry, EntryUse use, @Nullable Stored old) throws IOException {
        byte[] bytes = EntryCodec.encode(entry, use);
        if (bytes.length > MAX_BYTES) {
            throw new IOException("an entry of " + bytes.length + " bytes is too large");
        }
        if (old != null && old.bytes() + bytes.length <= Math.max(MOST_RECORDS * bytes.length, MOST_APPENDED)) {
            return append(name, bytes, old.bytes());
        }
        WholeFile.replace(file(name), "new", TEMPORARY, bytes);
        return bytes.length;
    }

    private int append(String name, byte[] bytes, int at) throws IOException {
        int end = at + bytes.length;
        try (FileChannel channel = FileChannel.open(file(name), IN_PLACE)) {
            if (channel.size() > at) {
                // Somebody ended in the middle of a record.
                channel.truncate(at);
            }
            ByteBuffer source = ByteBuffer.wrap(bytes);
            while (source.hasRemaining()) {
                channel.write(source, at + source.position());
            }
        }
        return end;
    }

    /** Overwrites how an entry was used; the file is as it was read, and nobody writes it now. */
    void writeUse(String name, Stored stored, EntryUse use) throws IOException {
        try (FileChannel channel = FileChannel.open(file(name), IN_PLACE)) {
            channel.write(ByteBuffer.wrap(EntryCodec.encode(use)), stored.start() + EntryCodec.USE_OFFSET);
        } catch (NoSuchFileException e) {
            // Deleted in the meantime.
        }
    }

    boolean delete(String name) throws IOException {
        return Files.deleteIfExists(file(name));
    }

    /** Lists the names of all entries as they are now. */
    List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return names;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (name.length() == EntryName.LENGTH + SUFFIX.length()) {
                    names.add(name.substring(0, EntryName.LENGTH));
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return names;
    }

    /** Deletes what writers left that are gone, and what was broken. */
    void deleteTemporary(long olderThanMillis) throws IOException {
        Leftovers.delete(folder, "new*" + TEMPORARY, olderThanMillis, name -> true);
        Leftovers.delete(folder, "*" + BROKEN, olderThanMillis, name -> true);
    }
}
