package io.github.wininet4j.engine.storage;

import io.github.wininet4j.logging.SafeLogger;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Takes along what was kept in the temporary folder, where earlier versions kept the data of the user. */
public final class FormerFolder {
    private static final SafeLogger LOG = SafeLogger.of(FormerFolder.class);

    private static final String COOKIES = "cookies";
    private static final String PROXIES = "proxy.properties";

    private FormerFolder() {}

    /**
     * Moves cookies and proxy settings into the usual directory of a user, if there are any and it has none.
     *
     * @param directory where data is kept now
     */
    public static void take(Path directory) {
        take(
                Path.of(System.getProperty("java.io.tmpdir"), "wininet4j-" + System.getProperty("user.name", "user")),
                directory);
    }

    /**
     * Moves cookies and proxy settings; what the directory has already stays.
     *
     * @param former where they may be
     * @param directory where they go
     */
    static void take(Path former, Path directory) {
        try {
            // Anybody can make a folder of that name in the temporary folder.
            if (!Files.isDirectory(former, LinkOption.NOFOLLOW_LINKS) || !OwnFolder.isOwn(former)) {
                return;
            }
            OwnFolder.make(directory);
            move(former.resolve(PROXIES), directory.resolve(PROXIES));
            Path cookies = former.resolve(COOKIES);
            if (Files.isDirectory(cookies, LinkOption.NOFOLLOW_LINKS)) {
                OwnFolder.make(directory.resolve(COOKIES));
                try (DirectoryStream<Path> files = Files.newDirectoryStream(cookies, "*.cookie")) {
                    for (Path file : files) {
                        move(file, directory.resolve(COOKIES).resolve(file.getFileName()));
                    }
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            LOG.log(Level.WARNING, () -> "cookies and settings stay where they were: " + former, e);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        if (Files.isRegularFile(from, LinkOption.NOFOLLOW_LINKS) && !Files.exists(to, LinkOption.NOFOLLOW_LINKS)) {
            Files.move(from, to);
        }
    }
}
