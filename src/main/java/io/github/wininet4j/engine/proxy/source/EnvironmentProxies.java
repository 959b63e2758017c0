package io.github.wininet4j.engine.proxy.source;

import io.github.wininet4j.constant.ProxyType;
import io.github.wininet4j.host.ProxySettings;
import io.github.wininet4j.host.ProxySettingsSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The variables http_proxy, https_proxy, ftp_proxy, all_proxy and no_proxy, small letters first. They hold for all
 * connections and cannot be changed. HTTP_PROXY in capitals counts only where no REQUEST_METHOD is set: a web server
 * would pass a client's header on under that name.
 */
public final class EnvironmentProxies implements ProxySettingsSource {
    private static final List<String> SCHEMES = List.of("http", "https", "ftp");

    private final Map<String, String> environment;

    /**
     * Creates the source.
     *
     * @param environment the variables
     */
    public EnvironmentProxies(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public ProxySettings read(@Nullable String connection) {
        List<String> servers = new ArrayList<>();
        for (String scheme : SCHEMES) {
            String value = variable(scheme + "_proxy");
            if (value != null) {
                servers.add(scheme + "=" + server(value));
            }
        }
        String all = variable("all_proxy");
        if (all != null) {
            servers.add((all.startsWith("socks") ? "socks=" : "") + server(all));
        }
        if (servers.isEmpty()) {
            return ProxySettings.DIRECT;
        }
        String bypass = variable("no_proxy");
        return ProxySettings.DIRECT
                .withFlags(ProxyType.PROXY_TYPE_DIRECT | ProxyType.PROXY_TYPE_PROXY)
                .withServers(String.join(";", servers))
                .withBypass(bypass == null ? null : bypass(bypass));
    }

    private @Nullable String variable(String name) {
        String value = environment.get(name);
        String capitals = name.toUpperCase(Locale.ROOT);
        if (value == null && !(capitals.equals("HTTP_PROXY") && environment.containsKey("REQUEST_METHOD"))) {
            value = environment.get(capitals);
        }
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** Host and port alone; a password in a variable is no credential of this API. */
    static String server(String value) {
        int scheme = value.indexOf("://");
        String rest = scheme < 0 ? value : value.substring(scheme + 3);
        int path = rest.indexOf('/');
        String authority = path < 0 ? rest : rest.substring(0, path);
        return authority.substring(authority.lastIndexOf('@') + 1);
    }

    /** A domain stands for itself and all below it, with or without a dot in front; "*" for everything. */
    static String bypass(String list) {
        List<String> entries = new ArrayList<>();
        for (String each : list.split("[,\\s]+", -1)) {
            String entry = each.startsWith("*.") ? each.substring(2) : each.startsWith(".") ? each.substring(1) : each;
            if (entry.isEmpty()) {
                continue;
            }
            entries.add(entry);
            boolean name = !entry.equals("*") && entry.chars().anyMatch(Character::isLetter) && entry.indexOf('/') < 0;
            if (name && entry.indexOf(':') == entry.lastIndexOf(':')) {
                entries.add("*." + entry);
            }
        }
        return String.join(";", entries);
    }

    @Override
    public void write(@Nullable String connection, ProxySettings settings) {
        // The environment of a running program is not changed.
    }
}
