package io.github.wininet4j.engine.proxy.source;

import io.github.wininet4j.host.ProxySettings;
import io.github.wininet4j.host.ProxySettingsSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Several sources, of which the first that says anything counts; changes go to none of them. */
public final class FirstProxies implements ProxySettingsSource {
    private final List<ProxySettingsSource> sources;

    /**
     * Creates the source.
     *
     * @param sources the sources in their order
     */
    public FirstProxies(ProxySettingsSource... sources) {
        this.sources = List.of(sources);
    }

    @Override
    public ProxySettings read(@Nullable String connection) {
        for (ProxySettingsSource source : sources) {
            ProxySettings settings = source.read(connection);
            if (!settings.equals(ProxySettings.DIRECT)) {
                return settings;
            }
        }
        return ProxySettings.DIRECT;
    }

    @Override
    public void write(@Nullable String connection, ProxySettings settings) {
        // Where nothing can be kept, changes hold for the program alone.
    }
}
