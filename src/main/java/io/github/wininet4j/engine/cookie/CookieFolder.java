package io.github.wininet4j.engine.cookie;

import io.github.wininet4j.engine.net.Utf8Text;
import io.github.wininet4j.engine.storage.DataFolder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The persistent cookies of a user (R-COOKIE-2), a file each. The name of a file follows from what makes its cookie
 * one of its own, so no engine can undo what another did to a different cookie. No function fails because of the
 * folder (R-PROJ-COOKIE-3).
 */
final class CookieFolder {
    private static final String SUFFIX = ".cookie";

    /** Longer than all lines of heads that servers may send. */
    private static final int MAX_BYTES = 1 << 18;

    private static final String FORMAT_NAME = "wininet4j cookie ";
    private static final String FORMAT = FORMAT_NAME + "1";
    private static final int LINES = 9;

    /** A further line of cookies that stand without an equals sign. */
    private static final String BARE = "bare";

    private static final int NAME_BYTES = 16;

    private final DataFolder files;

    CookieFolder(@Nullable Path folder) {
        this.files = new DataFolder(folder, SUFFIX, MAX_BYTES);
    }

    /** Reads all cookies; deletes those that have ended and files that are none, but not those of other versions. */
    List<Cookie> load(Instant now) {
        List<Cookie> cookies = new ArrayList<>();
        files.readAll((name, content) -> {
            String text = Utf8Text.decode(content, content.length);
            if (text == null) {
                return false;
            }
            if (text.startsWith(FORMAT_NAME) && !text.startsWith(FORMAT + "\n")) {
                return true;
            }
            Cookie cookie = decode(text);
            if (cookie == null || cookie.isExpired(now) || !name(cookie).equals(name)) {
                return false;
            }
            cookies.add(cookie);
            return true;
        });
        return cookies;
    }

    boolean has(Cookie cookie) {
        return files.has(name(cookie));
    }

    void save(Cookie cookie) {
        files.replace(name(cookie), encode(cookie).getBytes(StandardCharsets.UTF_8));
    }

    void delete(Cookie cookie) {
        files.delete(name(cookie));
    }

    private static String name(Cookie cookie) {
        String identity = cookie.domain() + '\n' + cookie.path() + '\n' + cookie.name();
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, NAME_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A line for each field; none of them can hold a line end. */
    static String encode(Cookie cookie) {
        Instant expires = cookie.expires();
        String lines = String.join(
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
        return cookie.bare() ? lines + '\n' + BARE : lines;
    }

    /** Reads the text of a file; null if it is no cookie, or one that could not have been set. */
    static @Nullable Cookie decode(String text) {
        String[] lines = text.split("\n", LINES + 2);
        boolean bare = lines.length == LINES + 1 && lines[LINES].equals(BARE);
        if ((lines.length != LINES && !bare) || !lines[0].equals(FORMAT)) {
            return null;
        }
        try {
            Cookie cookie = new Cookie(
                    lines[3],
                    lines[4],
                    bare,
                    lines[1],
                    Boolean.parseBoolean(lines[5]),
                    lines[2],
                    Integer.parseUnsignedInt(lines[6], 16),
                    Instant.ofEpochSecond(Long.parseLong(lines[7])),
                    Long.parseLong(lines[8]));
            return cookie.isSendable() ? cookie : null;
        } catch (NumberFormatException | DateTimeException e) {
            return null;
        }
    }
}
