package io.github.wininet4j.engine;

import io.github.wininet4j.engine.net.HstsHosts;
import io.github.wininet4j.engine.storage.DataFolder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The hosts that want https only, a file each, so that no engine undoes what another did to another host. */
final class HstsFolder implements HstsHosts.Store {
    private static final String SUFFIX = ".hsts";
    private static final int MAX_BYTES = 1 << 10;
    private static final String FORMAT_NAME = "wininet4j hsts ";
    private static final String FORMAT = FORMAT_NAME + "1";
    private static final int LINES = 4;
    private static final int NAME_BYTES = 16;

    private final DataFolder files;

    HstsFolder(@Nullable Path folder) {
        this.files = new DataFolder(folder, SUFFIX, MAX_BYTES);
    }

    /** Deletes what has ended and what is no host, but not what another version has written. */
    @Override
    public void load(HstsHosts.Saved saved) {
        files.readAll((name, content) -> {
            String text = new String(content, StandardCharsets.UTF_8);
            if (text.startsWith(FORMAT_NAME) && !text.startsWith(FORMAT + "\n")) {
                return true;
            }
            String[] lines = text.split("\n", LINES + 1);
            if (lines.length != LINES
                    || !lines[0].equals(FORMAT)
                    || !name(lines[1]).equals(name)) {
                return false;
            }
            try {
                Instant until = Instant.ofEpochSecond(Long.parseLong(lines[2]));
                return saved.take(lines[1], until, Boolean.parseBoolean(lines[3]));
            } catch (NumberFormatException | DateTimeException e) {
                return false;
            }
        });
    }

    @Override
    public void save(String host, Instant until, boolean withSubdomains) {
        String lines = String.join(
                "\n", FORMAT, host, Long.toString(until.getEpochSecond()), Boolean.toString(withSubdomains));
        files.replace(name(host), lines.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void forget(String host) {
        files.delete(name(host));
    }

    private static String name(String host) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(host.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, NAME_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
