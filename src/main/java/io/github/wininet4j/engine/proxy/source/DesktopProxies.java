package io.github.wininet4j.engine.proxy.source;

import io.github.wininet4j.host.ProxySettings;
import io.github.wininet4j.host.ProxySettingsSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the user chose on the desktop: GNOME's settings, KDE's file or the network settings of macOS. They hold for the
 * LAN and are not changed from here. Without a desktop no program is run.
 */
public final class DesktopProxies implements ProxySettingsSource {
    private static final List<String> LIKE_GNOME = List.of("gnome", "unity", "cinnamon", "mate", "pantheon", "budgie");
    private static final long MAX_BYTES = 1 << 20;

    private final String system;
    private final Map<String, String> environment;
    private final ProgramOutput programs;

    /**
     * Creates the source.
     *
     * @param system the name of the operating system, as Java has it
     * @param environment the variables, which name the desktop
     * @param programs runs programs
     */
    public DesktopProxies(String system, Map<String, String> environment, ProgramOutput programs) {
        this.system = system;
        this.environment = Map.copyOf(environment);
        this.programs = programs;
    }

    @Override
    public ProxySettings read(@Nullable String connection) {
        if (connection != null) {
            return ProxySettings.DIRECT;
        }
        if (system.startsWith("Mac")) {
            return MacSettings.parse(output("scutil", "--proxy"));
        }
        String desktop = environment.getOrDefault("XDG_CURRENT_DESKTOP", "").toLowerCase(Locale.ROOT);
        if (desktop.contains("kde")) {
            return KdeSettings.parse(kdeFile());
        }
        return LIKE_GNOME.stream().anyMatch(desktop::contains)
                ? GnomeSettings.parse(output("gsettings", "list-recursively", "org.gnome.system.proxy"))
                : ProxySettings.DIRECT;
    }

    private List<String> output(String... command) {
        String text = programs.run(List.of(command));
        return text == null ? List.of() : text.lines().toList();
    }

    private List<String> kdeFile() {
        String folder = environment.get("XDG_CONFIG_HOME");
        String home = environment.getOrDefault("HOME", System.getProperty("user.home", ""));
        Path file =
                (folder == null || folder.isEmpty() ? Path.of(home, ".config") : Path.of(folder)).resolve("kioslaverc");
        try {
            boolean usable = Files.isRegularFile(file) && Files.size(file) <= MAX_BYTES;
            return usable ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of();
        } catch (IOException e) {
            // As if the user had chosen nothing.
            return List.of();
        }
    }

    @Override
    public void write(@Nullable String connection, ProxySettings settings) {
        // The desktop's own dialog changes them.
    }
}
