package io.github.wininet4j.engine.cookie;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The persistent cookies of a user (R-COOKIE-2), a file each.
 *
 * <p>A file is put in place by a rename and is never changed, so any number of engines and processes can share the folder without a
 * lock: the last one to set a cookie wins, and none can undo what another did to a different cookie. What the file system refuses stays in
 * memory; no function fails because of it.
 */
final class CookieFolder {
    private static final Logger LOG = System.getLogger(CookieFolder.class.getName());

    private static final String SUFFIX = ".cookie";
    private static final String FORMAT = "wininet4j cookie 1";
    private static final int LINES = 9;
    private static final int NAME_BYTES = 16;

    private final Path folder;
    private final AtomicBoolean complained = new AtomicBoolean();

    CookieFolder(Path folder) {
        this.folder = folder;
    }

    /** Reads all cookies and deletes those that have ended. */
    List<Cookie> load(Instant now) {
        List<Cookie> cookies = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return cookies;
        }
        try {
            if (!isOwn()) {
                return cookies;
            }
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
                for (Path file : files) {
                    load(file, now, cookies);
                }
            }
        } catch (IOException e) {
            complain(e);
        }
        return cookies;
    }

    private void load(Path file, Instant now, List<Cookie> cookies) {
        try {
            Cookie cookie = decode(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            if (cookie == null || cookie.isExpired(now)) {
                Files.deleteIfExists(file);
            } else {
                cookies.add(cookie);
            }
        } catch (IOException e) {
            // Gone in the meantime, or not to be read: a cookie less.
            complain(e);
        }
    }

    boolean has(Cookie cookie) {
        return Files.exists(file(cookie));
    }

    void save(Cookie cookie) {
        try {
            make();
            Path file = Files.createTempFile(folder, "new", ".tmp");
            try {
                Files.writeString(file, encode(cookie));
                Files.move(file, file(cookie), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            complain(e);
        }
    }

    void delete(Cookie cookie) {
        try {
            Files.deleteIfExists(file(cookie));
        } catch (IOException e) {
            complain(e);
        }
    }

    /** Cookies are secrets: nobody else may read them, nor bring some of theirs into a folder that lies where all may write. */
    private void make() throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            if (isPosix()) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
        } else if (!isOwn()) {
            throw new IOException(folder + " belongs to somebody else");
        }
    }

    private boolean isOwn() throws IOException {
        String user = System.getProperty("user.name", "?");
        return !isPosix()
                || user.equals("?")
                || Files.getOwner(folder).getName().equals(user);
    }

    private boolean isPosix() {
        return Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null;
    }

    private void complain(IOException cause) {
        if (complained.compareAndSet(false, true)) {
            LOG.log(Level.WARNING, "not all cookies are kept on disk or read from there: " + folder, cause);
        }
    }

    private Path file(Cookie cookie) {
        String identity = cookie.domain() + '\n' + cookie.path() + '\n' + cookie.name();
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
            return folder.resolve(HexFormat.of().formatHex(digest, 0, NAME_BYTES) + SUFFIX);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A line for each field; none of them can hold a line end. */
    private static String encode(Cookie cookie) {
        Instant expires = cookie.expires();
        return String.join(
                "\n",
                FORMAT,
                cookie.domain(),
                cookie.path(),
                cookie.name(),
                cookie.value(),
                Boolean.toString(cookie.ofDomain()),
                Integer.toHexString(cookie.flags()),
                Long.toString(expires == null ? 0 : expires.getEpochSecond()),
                Long.toString(cookie.order()));
    }

    private static @Nullable Cookie decode(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length != LINES || !lines[0].equals(FORMAT)) {
            return null;
        }
        try {
            return new Cookie(
                    lines[3],
                    lines[4],
                    lines[1],
                    Boolean.parseBoolean(lines[5]),
                    lines[2],
                    Integer.parseUnsignedInt(lines[6], 16),
                    Instant.ofEpochSecond(Long.parseLong(lines[7])),
                    Long.parseLong(lines[8]));
        } catch (NumberFormatException | DateTimeException e) {
            return null;
        }
    }
}
