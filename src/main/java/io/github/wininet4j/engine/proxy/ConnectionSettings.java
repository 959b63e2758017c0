package io.github.wininet4j.engine.proxy;

import io.github.wininet4j.host.ProxySettings;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What {@code INTERNET_OPTION_PER_CONNECTION_OPTION} moves: a query names its connection and items in the buffer
 * itself, so it is given all that can be read; a set gives a change.
 *
 * @param source finds the settings of a connection, null standing for the LAN
 * @param connection the connection whose settings are changed, or null for the LAN
 * @param change the change
 */
public record ConnectionSettings(
        Function<@Nullable String, ProxySettings> source,
        @Nullable String connection,
        UnaryOperator<ProxySettings> change) {
    /**
     * Offers settings to a query.
     *
     * @param source finds the settings of a connection, null standing for the LAN
     * @return the offer
     */
    public static ConnectionSettings readFrom(Function<@Nullable String, ProxySettings> source) {
        return new ConnectionSettings(source, null, UnaryOperator.identity());
    }

    static ConnectionSettings changed(@Nullable String connection, UnaryOperator<ProxySettings> change) {
        return new ConnectionSettings(name -> ProxySettings.DIRECT, connection, change);
    }
}
