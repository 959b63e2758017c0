package io.github.wininet4j.engine.proxy.source;

import io.github.wininet4j.host.ProxySettings;
import io.github.wininet4j.host.ProxySettingsSource;
import io.github.wininet4j.logging.SafeLogger;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Settings in a file, for what programs change; what the file does not have comes from another source (R-PROXY-15). */
public final class FileProxies implements ProxySettingsSource {
    private static final SafeLogger LOG = SafeLogger.of(FileProxies.class);
    private static final long MAX_BYTES = 1 << 20;

    private final Path file;
    private final ProxySettingsSource otherwise;

    /**
     * Creates the source.
     *
     * @param file the file; made by the first change
     * @param otherwise the source of what is not in it
     */
    public FileProxies(Path file, ProxySettingsSource otherwise) {
        this.file = file;
        this.otherwise = otherwise;
    }

    @Override
    public ProxySettings read(@Nullable String connection) {
        ProxySettings kept = settings(load(), prefix(connection));
        return kept == null ? otherwise.read(connection) : kept;
    }

    /** Takes the settings of one connection out of the file; null if there are none. */
    static @Nullable ProxySettings settings(Properties all, String prefix) {
        return all.getProperty(prefix + "flags") == null
                ? null
                : new ProxySettings(
                        number(all, prefix + "flags"),
                        all.getProperty(prefix + "servers"),
                        all.getProperty(prefix + "bypass"),
                        all.getProperty(prefix + "script"),
                        number(all, prefix + "discovery"),
                        all.getProperty(prefix + "script2"),
                        number(all, prefix + "reload"),
                        0,
                        null);
    }

    private static String prefix(@Nullable String connection) {
        return (connection == null ? "lan" : "entry." + connection) + ".";
    }

    private static int number(Properties all, String key) {
        try {
            return Integer.parseInt(all.getProperty(key, "0"));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private Properties load() {
        try {
            if (Files.isRegularFile(file) && Files.size(file) <= MAX_BYTES) {
                try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                    return properties(in);
                }
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, () -> "proxy settings cannot be read", e);
        }
        return new Properties();
    }

    /** Reads what is in the file; nothing if it is broken. */
    static Properties properties(Reader in) throws IOException {
        Properties all = new Properties();
        try {
            all.load(in);
            return all;
        } catch (IllegalArgumentException e) {
            LOG.log(Level.DEBUG, () -> "proxy settings cannot be read", e);
            return new Properties();
        }
    }

    @Override
    public void write(@Nullable String connection, ProxySettings settings) {
        Properties all = load();
        String prefix = prefix(connection);
        put(all, prefix + "flags", Integer.toString(settings.flags()));
        put(all, prefix + "servers", settings.servers());
        put(all, prefix + "bypass", settings.bypass());
        put(all, prefix + "script", settings.autoConfigUrl());
        put(all, prefix + "discovery", Integer.toString(settings.discoveryFlags()));
        put(all, prefix + "script2", settings.secondaryAutoConfigUrl());
        put(all, prefix + "reload", Integer.toString(settings.reloadDelayMinutes()));
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Path written = Files.createTempFile(folder, "proxy", ".tmp");
            try (Writer out = Files.newBufferedWriter(written, StandardCharsets.UTF_8)) {
                all.store(out, null);
            }
            Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.log(Level.WARNING, () -> "proxy settings cannot be kept: " + e);
        }
    }

    private static void put(Properties all, String key, @Nullable String value) {
        if (value == null) {
            all.remove(key);
        } else {
            all.setProperty(key, value);
        }
    }
}
