package io.github.wininet4j.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Writes a body to a file that has its name only when it is complete. A device or a pipe is written to as it is: it
 * must not become a file.
 */
final class FileTarget implements BodyTarget {
    private final Path file;
    private final boolean overwrite;
    private final Path partial;
    private boolean direct;
    private @Nullable FileChannel channel;

    /**
     * Names the file; nothing is written yet.
     *
     * @param file the file
     * @param overwrite whether it may exist
     */
    FileTarget(Path file, boolean overwrite) {
        this.file = file;
        this.overwrite = overwrite;
        // In the same folder, so that the last step is a rename; with the process in its name, so that two runs do not
        // meet.
        this.partial = file.resolveSibling(
                file.getFileName() + "." + ProcessHandle.current().pid() + ".part");
    }

    Path file() {
        return file;
    }

    @Override
    public void begin() throws IOException {
        abandon();
        direct = Files.exists(file) && !Files.isRegularFile(file);
        channel = direct
                ? FileChannel.open(file, StandardOpenOption.WRITE)
                : FileChannel.open(
                        partial,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
    }

    @Override
    public void write(ByteBuffer bytes) throws IOException {
        if (channel == null) {
            throw new IllegalStateException("not begun");
        }
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    @Override
    public void commit() throws IOException {
        if (channel == null) {
            throw new IllegalStateException("not begun");
        }
        channel.close();
        channel = null;
        if (direct) {
            return;
        }
        try {
            if (overwrite) {
                Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.move(partial, file);
            }
        } catch (IOException e) {
            Files.deleteIfExists(partial);
            if (e instanceof FileAlreadyExistsException) {
                throw new FileAlreadyExistsException(
                        file.toString(), null, "appeared meanwhile; --force overwrites it");
            }
            throw e;
        }
    }

    @Override
    public void abandon() {
        if (channel == null) {
            return;
        }
        try {
            channel.close();
            if (!direct) {
                Files.deleteIfExists(partial);
            }
        } catch (IOException e) {
            // The transfer has failed already, and for a better reason.
        }
        channel = null;
    }
}
