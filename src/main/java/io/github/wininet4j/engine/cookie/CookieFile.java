package io.github.wininet4j.engine.cookie;

import io.github.wininet4j.constant.CookieFlag;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.storage.WholeFile;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A file of cookies in the format that Netscape began with, a line for each (R-PROJ-COOKIE-5). Its bytes are those of
 * Cookie headers.
 */
final class CookieFile {
    /** Without it, other programs do not take the file for one of cookies. */
    private static final String HEAD = "# Netscape HTTP Cookie File\n";

    private static final String HTTP_ONLY = "#HttpOnly_";

    /** Of a longer line only the start is kept, which is no cookie then. */
    private static final int LONGEST_LINE = 65_536;

    private static final int DOMAIN = 0;
    private static final int BELOW = 1;
    private static final int PATH = 2;
    private static final int SECURE = 3;
    private static final int ENDS = 4;
    private static final int NAME = 5;
    private static final int VALUE = 6;

    private final Path path;

    private CookieFile(Path path) {
        this.path = path;
    }

    static CookieFile of(String name) {
        try {
            return new CookieFile(Path.of(name).toAbsolutePath());
        } catch (InvalidPathException e) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_NAME, e);
        }
    }

    /**
     * Reads the cookies, without looking at whether they have ended.
     *
     * @throws WinInetFailure {@code ERROR_FILE_NOT_FOUND} or {@code ERROR_ACCESS_DENIED}
     */
    List<Cookie> read() {
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw new WinInetFailure(Win32Error.ERROR_ACCESS_DENIED);
        }
        List<Cookie> cookies = new ArrayList<>();
        try (InputStream input = new BufferedInputStream(Files.newInputStream(path))) {
            for (String line = line(input); line != null; line = line(input)) {
                Cookie cookie = cookie(line);
                if (cookie != null) {
                    cookies.add(cookie);
                }
            }
        } catch (NoSuchFileException e) {
            throw new WinInetFailure(Win32Error.ERROR_FILE_NOT_FOUND, e);
        } catch (IOException e) {
            throw new WinInetFailure(Win32Error.ERROR_ACCESS_DENIED, e);
        }
        return cookies;
    }

    private static @Nullable String line(InputStream input) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = input.read();
        if (next < 0) {
            return null;
        }
        while (next >= 0 && next != '\n') {
            if (line.size() < LONGEST_LINE) {
                line.write(next);
            }
            next = input.read();
        }
        String text = line.size() < LONGEST_LINE ? line.toString(StandardCharsets.ISO_8859_1) : "";
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    /** Reads a line; null if it is no cookie. */
    static @Nullable Cookie cookie(String line) {
        boolean httpOnly = line.startsWith(HTTP_ONLY);
        String[] cells = (httpOnly ? line.substring(HTTP_ONLY.length()) : line).split("\t", VALUE + 1);
        if ((line.startsWith("#") && !httpOnly) || cells.length < VALUE || !cells[PATH].startsWith("/")) {
            return null;
        }
        boolean dotted = cells[DOMAIN].startsWith(".");
        String name = dotted ? cells[DOMAIN].substring(1) : cells[DOMAIN];
        String host = name.toLowerCase(Locale.ROOT);
        @Nullable String domain = host.isEmpty() ? null : CookieMatcher.domain(host, dotted ? host : null);
        @Nullable Instant ends;
        try {
            long seconds = Long.parseLong(cells[ENDS]);
            ends = seconds == 0 ? null : Instant.ofEpochSecond(seconds);
        } catch (NumberFormatException | DateTimeException e) {
            return null;
        }
        int flags = (httpOnly ? CookieFlag.INTERNET_COOKIE_HTTPONLY : 0)
                | (isTrue(cells[SECURE]) ? CookieFlag.INTERNET_COOKIE_IS_SECURE : 0)
                | (isTrue(cells[BELOW]) ? 0 : CookieFlag.INTERNET_COOKIE_HOST_ONLY)
                | (ends == null ? CookieFlag.INTERNET_COOKIE_IS_SESSION : 0);
        boolean bare = cells.length == VALUE;
        String value = bare ? "" : cells[VALUE];
        if (domain == null) {
            return null;
        }
        Cookie cookie = new Cookie(cells[NAME], value, bare, domain, dotted, cells[PATH], flags, ends, 0);
        return cookie.isSendable() ? cookie : null;
    }

    private static boolean isTrue(String cell) {
        return cell.equalsIgnoreCase("TRUE");
    }

    /**
     * Writes cookies; those with a tab in name or path have no place in the format.
     *
     * @param cookies the cookies
     * @param append whether what is there stays
     * @throws WinInetFailure {@code ERROR_PATH_NOT_FOUND} or {@code ERROR_ACCESS_DENIED}
     */
    void write(List<Cookie> cookies, boolean append) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        boolean appends = append && Files.exists(path);
        if (!appends) {
            content.writeBytes(HEAD.getBytes(StandardCharsets.US_ASCII));
        }
        for (Cookie cookie : cookies) {
            if ((cookie.name() + cookie.path()).indexOf('\t') < 0) {
                content.writeBytes(bytes(line(cookie)));
            }
        }
        try {
            if (appends) {
                Files.write(path, content.toByteArray(), StandardOpenOption.APPEND);
            } else {
                // Whoever has the cookies is the user: the file is for nobody else.
                WholeFile.replace(path, "cookies", ".tmp", content.toByteArray());
            }
        } catch (NoSuchFileException e) {
            throw new WinInetFailure(Win32Error.ERROR_PATH_NOT_FOUND, e);
        } catch (IOException e) {
            throw new WinInetFailure(Win32Error.ERROR_ACCESS_DENIED, e);
        }
    }

    /** Writes a line. */
    static String line(Cookie cookie) {
        Instant ends = cookie.expires();
        return (cookie.has(CookieFlag.INTERNET_COOKIE_HTTPONLY) ? HTTP_ONLY : "")
                + (cookie.ofDomain() ? "." : "")
                + String.join(
                        "\t",
                        cookie.domain(),
                        word(!cookie.isForHostOnly()),
                        cookie.path(),
                        word(cookie.has(CookieFlag.INTERNET_COOKIE_IS_SECURE)),
                        Long.toString(ends == null ? 0 : ends.getEpochSecond()),
                        cookie.name())
                + (cookie.bare() ? "" : "\t" + cookie.value())
                + "\n";
    }

    private static String word(boolean value) {
        return value ? "TRUE" : "FALSE";
    }

    private static byte[] bytes(String line) {
        boolean narrow = line.chars().allMatch(c -> c <= 0xFF);
        Charset charset = narrow ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
        return line.getBytes(charset);
    }
}
