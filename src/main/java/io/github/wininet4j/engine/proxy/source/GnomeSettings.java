package io.github.wininet4j.engine.proxy.source;

import io.github.wininet4j.host.ProxySettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What {@code gsettings list-recursively org.gnome.system.proxy} prints. */
final class GnomeSettings {
    private static final String SCHEMA = "org.gnome.system.proxy";
    private static final List<String> PROTOCOLS = List.of("http", "https", "ftp", "socks");

    private GnomeSettings() {}

    /** Reads lines of schema, key and value. */
    static ProxySettings parse(List<String> lines) {
        Map<String, String> values = new HashMap<>();
        for (String line : lines) {
            String[] words = line.strip().split("[ \t]+", 3);
            if (words.length == 3 && words[0].startsWith(SCHEMA)) {
                values.put(words[0].substring(SCHEMA.length()) + " " + words[1], text(words[2]));
            }
        }
        SettingsBuilder settings = new SettingsBuilder();
        switch (values.getOrDefault(" mode", "none")) {
            case "manual" -> {
                for (String protocol : PROTOCOLS) {
                    settings.server(
                            protocol, values.get("." + protocol + " host"), values.get("." + protocol + " port"));
                }
                settings.bypass(values.getOrDefault(" ignore-hosts", ""));
            }
            case "auto" -> {
                String url = values.getOrDefault(" autoconfig-url", "");
                settings.script(url);
                if (url.isEmpty()) {
                    settings.detects();
                }
            }
            default -> {
                // No proxy.
            }
        }
        return settings.build();
    }

    /** A text without its quotes; a list as no_proxy has it. */
    private static String text(String value) {
        String bare = value.startsWith("@as ") ? value.substring(4) : value;
        if (bare.startsWith("[")) {
            return bare.replaceAll("[\\[\\]'\"]", "").strip();
        }
        boolean quoted = bare.length() >= 2 && "'\"".indexOf(bare.charAt(0)) >= 0;
        return quoted ? bare.substring(1, bare.length() - 1) : bare;
    }
}
