package io.github.wininet4j.engine.proxy.source;

import io.github.wininet4j.host.ProxySettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** KDE's file {@code kioslaverc}. */
final class KdeSettings {
    private static final String SECTION = "[Proxy Settings]";

    private KdeSettings() {}

    /** Reads the lines of the file. */
    static ProxySettings parse(List<String> lines) {
        Map<String, String> values = section(lines);
        SettingsBuilder settings = new SettingsBuilder();
        switch (values.getOrDefault("ProxyType", "0")) {
            case "1" -> {
                settings.server("http", values.get("httpProxy"));
                settings.server("https", values.get("httpsProxy"));
                settings.server("ftp", values.get("ftpProxy"));
                settings.server("socks", values.get("socksProxy"));
                // Turned round, it lists what the proxy is for, which no bypass list can say: then it is for all.
                if (!"true".equals(values.get("ReversedException"))) {
                    settings.bypass(values.getOrDefault("NoProxyFor", ""));
                }
            }
            case "2" -> settings.script(values.get("Proxy Config Script"));
            case "3" -> settings.detects();
            default -> {
                // None, or the environment, which is asked before.
            }
        }
        return settings.build();
    }

    private static Map<String, String> section(List<String> lines) {
        Map<String, String> values = new HashMap<>();
        boolean inside = false;
        for (String line : lines) {
            String text = line.strip();
            int equals = text.indexOf('=');
            if (text.startsWith("[")) {
                inside = text.equals(SECTION);
            } else if (inside && equals > 0) {
                String key = text.substring(0, equals);
                // A mark such as [$e] behind the key says how it is kept.
                int mark = key.endsWith("]") ? key.indexOf("[$") : -1;
                values.put(
                        (mark < 0 ? key : key.substring(0, mark)).strip(),
                        text.substring(equals + 1).strip());
            }
        }
        return values;
    }
}
