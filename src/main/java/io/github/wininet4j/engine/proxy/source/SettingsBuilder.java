package io.github.wininet4j.engine.proxy.source;

import io.github.wininet4j.constant.ProxyType;
import io.github.wininet4j.host.ProxySettings;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts together what the settings of a desktop say. */
final class SettingsBuilder {
    private final List<String> servers = new ArrayList<>();
    private final List<String> bypass = new ArrayList<>();
    private @Nullable String script;
    private boolean detects;

    /**
     * Adds a server.
     *
     * @param key the protocol, or socks
     * @param address the server as the desktop writes it: with or without a scheme, the port behind a colon or a blank
     */
    void server(String key, @Nullable String address) {
        if (address != null && !address.isBlank()) {
            servers.add(key + "=" + EnvironmentProxies.server(address.strip().replaceFirst("[ \t]+", ":")));
        }
    }

    /** Adds a server with a port; nothing without a host. */
    void server(String key, @Nullable String host, @Nullable String port) {
        if (host != null && !host.isBlank()) {
            boolean bare = host.indexOf(':') >= 0 && !host.startsWith("[");
            String written = bare ? "[" + host + "]" : host;
            servers.add(key + "=" + written + (port == null || port.isBlank() || port.equals("0") ? "" : ":" + port));
        }
    }

    /** Adds what is reached directly, in the grammar of no_proxy. */
    void bypass(String list) {
        String entries = EnvironmentProxies.bypass(list);
        if (!entries.isEmpty()) {
            bypass.add(entries);
        }
    }

    /** Adds an entry of a bypass list as it is. */
    void bypassEntry(String entry) {
        bypass.add(entry);
    }

    void script(@Nullable String url) {
        script = url == null || url.isBlank() ? null : url;
    }

    void detects() {
        detects = true;
    }

    ProxySettings build() {
        String url = script;
        int flags = ProxyType.PROXY_TYPE_DIRECT
                | (servers.isEmpty() ? 0 : ProxyType.PROXY_TYPE_PROXY)
                | (url == null ? 0 : ProxyType.PROXY_TYPE_AUTO_PROXY_URL)
                | (detects ? ProxyType.PROXY_TYPE_AUTO_DETECT : 0);
        if (flags == ProxyType.PROXY_TYPE_DIRECT) {
            return ProxySettings.DIRECT;
        }
        return ProxySettings.DIRECT
                .withFlags(flags)
                .withServers(servers.isEmpty() ? null : String.join(";", servers))
                .withBypass(bypass.isEmpty() ? null : String.join(";", bypass))
                .withAutoConfig(url, null, 0);
    }
}
