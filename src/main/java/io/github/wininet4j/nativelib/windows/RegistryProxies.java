package io.github.wininet4j.nativelib.windows;

import io.github.wininet4j.constant.ProxyType;
import io.github.wininet4j.host.ProxySettings;
import io.github.wininet4j.host.ProxySettingsSource;
import io.github.wininet4j.nativelib.windows.Registry.Hive;
import org.jspecify.annotations.Nullable;

/**
 * The user's Internet Settings (R-OPEN-3): values for the LAN, and one value with everything for each connection. Where
 * the machine's policy says so, they are those of the machine (R-PROXY-24, R-PROXY-27).
 */
final class RegistryProxies implements ProxySettingsSource {
    static final String SETTINGS = "Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings";
    static final String CONNECTIONS = SETTINGS + "\\Connections";
    static final String POLICY = "Software\\Policies\\Microsoft\\Windows\\CurrentVersion\\Internet Settings";
    static final String LAN = "DefaultConnectionSettings";

    private final Registry registry;

    RegistryProxies(Registry registry) {
        this.registry = registry;
    }

    private Hive hive() {
        Integer perUser = registry.number(Hive.MACHINE, POLICY, "ProxySettingsPerUser");
        return perUser != null && perUser == 0 ? Hive.MACHINE : Hive.USER;
    }

    @Override
    public ProxySettings read(@Nullable String connection) {
        Hive hive = hive();
        ConnectionBlob blob = blob(hive, connection);
        ProxySettings all = blob == null ? ProxySettings.DIRECT : blob.settings();
        if (connection != null) {
            return all;
        }
        // Programs change the values alone, so they count for what they say.
        Integer enabled = registry.number(hive, SETTINGS, "ProxyEnable");
        String script = registry.text(hive, SETTINGS, "AutoConfigURL");
        int flags = (all.flags() & ProxyType.PROXY_TYPE_AUTO_DETECT) | ProxyType.PROXY_TYPE_DIRECT;
        flags |= enabled != null && enabled != 0 ? ProxyType.PROXY_TYPE_PROXY : 0;
        flags |= script != null && !script.isEmpty() ? ProxyType.PROXY_TYPE_AUTO_PROXY_URL : 0;
        return all.withFlags(flags)
                .withServers(registry.text(hive, SETTINGS, "ProxyServer"))
                .withBypass(registry.text(hive, SETTINGS, "ProxyOverride"))
                .withAutoConfig(script, all.secondaryAutoConfigUrl(), all.reloadDelayMinutes());
    }

    private @Nullable ConnectionBlob blob(Hive hive, @Nullable String connection) {
        return ConnectionBlob.parse(registry.bytes(hive, CONNECTIONS, connection == null ? LAN : connection));
    }

    @Override
    public void write(@Nullable String connection, ProxySettings settings) {
        Hive hive = hive();
        byte[] all = ConnectionBlob.write(blob(hive, connection), settings);
        registry.set(hive, CONNECTIONS, connection == null ? LAN : connection, all);
        if (connection == null) {
            boolean scripted = settings.has(ProxyType.PROXY_TYPE_AUTO_PROXY_URL);
            registry.set(hive, SETTINGS, "ProxyEnable", settings.has(ProxyType.PROXY_TYPE_PROXY) ? 1 : 0);
            registry.set(hive, SETTINGS, "ProxyServer", settings.servers());
            registry.set(hive, SETTINGS, "ProxyOverride", settings.bypass());
            registry.set(hive, SETTINGS, "AutoConfigURL", scripted ? settings.autoConfigUrl() : null);
        }
    }
}
