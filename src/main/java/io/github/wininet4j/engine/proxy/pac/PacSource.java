package io.github.wininet4j.engine.proxy.pac;

import io.github.wininet4j.engine.net.Cancellation;
import io.github.wininet4j.engine.net.Utf8Text;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where scripts come from: files, data URLs and the network (R-PROXY-37), a megabyte at most. */
public final class PacSource {
    /** How long a script may be, in bytes. */
    public static final int MAX_BYTES = 1 << 20;

    private static final String FILE = "file:";
    private static final String DATA = "data:";

    private final Download download;

    /** Fetches by HTTP, directly and with a timeout of its own. */
    @FunctionalInterface
    public interface Download {
        /**
         * Fetches.
         *
         * @param url an http or https URL
         * @param cancellation ends the download
         * @return what is there
         * @throws IOException if there is nothing, too much, or not in time
         */
        Document fetch(String url, Cancellation cancellation) throws IOException;
    }

    /**
     * Bytes and what they are.
     *
     * @param bytes the bytes
     * @param type the value of Content-Type, or null
     */
    public record Document(byte[] bytes, @Nullable String type) {}

    /**
     * Creates a source.
     *
     * @param download fetches by HTTP
     */
    public PacSource(Download download) {
        this.download = download;
    }

    /**
     * Loads a script.
     *
     * @param url where it is
     * @param cancellation ends the download
     * @return its text
     * @throws IOException if it cannot be loaded
     */
    public String load(String url, Cancellation cancellation) throws IOException {
        String lower = url.toLowerCase(Locale.ROOT);
        if (lower.startsWith(FILE)) {
            return text(new Document(file(url), null));
        }
        if (lower.startsWith(DATA)) {
            return text(data(url.substring(DATA.length())));
        }
        if (lower.startsWith("http://") || lower.startsWith("https://")) {
            return text(download.fetch(url, cancellation));
        }
        throw new IOException("no URL of a script: " + url);
    }

    /**
     * Only a plain file of this machine: a pipe could block, and another machine's file would be asked for with a
     * password.
     */
    private static byte[] file(String url) throws IOException {
        Path path;
        try {
            URI uri = URI.create(url.replace('\\', '/').replace(" ", "%20"));
            String place = uri.getPath() == null ? uri.getSchemeSpecificPart() : uri.getPath();
            if (uri.getAuthority() != null && !uri.getAuthority().equalsIgnoreCase("localhost")) {
                throw new IOException("not a file of this machine: " + url);
            }
            if (place.startsWith("//")) {
                // Another machine's as well, where two slashes begin its name.
                throw new IOException("not a file of this machine: " + url);
            }
            path = Path.of(place.matches("/[A-Za-z]:.*") ? place.substring(1) : place);
        } catch (IllegalArgumentException e) {
            throw new IOException("no URL of a file: " + url, e);
        }
        if (!Files.isRegularFile(path)) {
            throw new IOException("no file: " + path);
        }
        try (InputStream in = Files.newInputStream(path)) {
            return limited(in.readNBytes(MAX_BYTES + 1));
        }
    }

    private static byte[] limited(byte[] bytes) throws IOException {
        if (bytes.length > MAX_BYTES) {
            throw new IOException("a script is too long");
        }
        return bytes;
    }

    /** RFC 2397. */
    private static Document data(String rest) throws IOException {
        int comma = rest.indexOf(',');
        if (comma < 0) {
            throw new IOException("a data URL without data");
        }
        String type = rest.substring(0, comma);
        boolean base64 = type.toLowerCase(Locale.ROOT).endsWith(";base64");
        try {
            byte[] bytes = percentDecoded(rest.substring(comma + 1));
            byte[] content = base64 ? Base64.getMimeDecoder().decode(bytes) : bytes;
            return new Document(limited(content), base64 ? type.substring(0, type.length() - 7) : type);
        } catch (IllegalArgumentException e) {
            throw new IOException("malformed data URL", e);
        }
    }

    private static byte[] percentDecoded(String text) throws IOException {
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer out = ByteBuffer.allocate(raw.length);
        for (int i = 0; i < raw.length; i++) {
            int high = raw[i] == '%' && i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(raw[i + 2], 16);
            if (low >= 0) {
                out.put((byte) (high * 16 + low));
                i += 2;
            } else {
                out.put(raw[i]);
            }
        }
        byte[] bytes = new byte[out.position()];
        out.flip().get(bytes);
        return bytes;
    }

    /** By byte order mark, then by what the server says, then UTF-8 if it is that, else ISO-8859-1. */
    static String text(Document document) throws IOException {
        byte[] bytes = limited(document.bytes());
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
        }
        if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE)) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        Charset named = charset(document.type());
        return named == null ? Utf8Text.decodeOr(bytes, StandardCharsets.ISO_8859_1) : new String(bytes, named);
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Charset charset(@Nullable String type) {
        int at = type == null ? -1 : type.toLowerCase(Locale.ROOT).indexOf("charset=");
        if (type == null || at < 0) {
            return null;
        }
        String name = type.substring(at + 8).split(";", 2)[0].strip().replace("\"", "");
        try {
            return Charset.isSupported(name) ? Charset.forName(name) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
