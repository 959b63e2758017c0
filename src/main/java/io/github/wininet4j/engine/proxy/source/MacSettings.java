package io.github.wininet4j.engine.proxy.source;

import io.github.wininet4j.host.ProxySettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What {@code scutil --proxy} prints on macOS. */
final class MacSettings {
    private static final String ON = "1";

    private MacSettings() {}

    /** Reads lines of key and value; those of the list of exceptions have numbers for keys. */
    static ProxySettings parse(List<String> lines) {
        Map<String, String> values = new HashMap<>();
        List<String> exceptions = new ArrayList<>();
        for (String line : lines) {
            int colon = line.indexOf(" : ");
            if (colon > 0) {
                String key = line.substring(0, colon).strip();
                String value = line.substring(colon + 3).strip();
                if (key.chars().allMatch(Character::isDigit)) {
                    exceptions.add(value);
                } else {
                    // The first is that of all networks; those of single interfaces come later.
                    values.putIfAbsent(key, value);
                }
            }
        }
        SettingsBuilder settings = new SettingsBuilder();
        for (String protocol : List.of("HTTP", "HTTPS", "FTP", "SOCKS")) {
            if (ON.equals(values.get(protocol + "Enable"))) {
                settings.server(
                        protocol.toLowerCase(Locale.ROOT),
                        values.get(protocol + "Proxy"),
                        values.get(protocol + "Port"));
            }
        }
        if (ON.equals(values.get("ProxyAutoConfigEnable"))) {
            settings.script(values.get("ProxyAutoConfigURLString"));
        }
        if (ON.equals(values.get("ProxyAutoDiscoveryEnable"))) {
            settings.detects();
        }
        if (ON.equals(values.get("ExcludeSimpleHostnames"))) {
            settings.bypassEntry("<local>");
        }
        exceptions.forEach(entry -> settings.bypassEntry(range(entry)));
        return settings.build();
    }

    /** Writes out a network whose last numbers are left away, such as 169.254/16. */
    private static String range(String entry) {
        int slash = entry.indexOf('/');
        if (slash < 0 || !entry.substring(0, slash).matches("[0-9]+(\\.[0-9]+){0,2}")) {
            return entry;
        }
        StringBuilder address = new StringBuilder(entry.substring(0, slash));
        while (address.chars().filter(c -> c == '.').count() < 3) {
            address.append(".0");
        }
        return address + entry.substring(slash);
    }
}
