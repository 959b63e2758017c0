package io.github.wininet4j.engine.session;

import static io.github.wininet4j.constant.InternetOption.*;
import static java.util.Objects.requireNonNullElse;

import io.github.wininet4j.engine.option.OptionCodecs;
import io.github.wininet4j.engine.option.OptionOwner;
import io.github.wininet4j.engine.option.OptionRow;
import io.github.wininet4j.engine.proxy.ConnectionSettings;
import io.github.wininet4j.engine.proxy.ConnectionSettingsCodec;
import io.github.wininet4j.engine.proxy.ProxyAccess;
import io.github.wininet4j.engine.proxy.ProxyAccessCodec;
import java.util.List;

/** The options of sessions alone. */
public final class SessionOptionRows {
    private static final OptionOwner<SessionNode> SESSION = OptionOwners.SESSION;

    private SessionOptionRows() {}

    /**
     * Returns the rows.
     *
     * @param engine what the options are about
     * @return the rows
     */
    public static List<OptionRow<?, ?>> rows(EngineServices engine) {
        return List.of(
                OptionRow.of(INTERNET_OPTION_USER_AGENT, SESSION, OptionCodecs.HEADER_TEXT)
                        .get(session -> requireNonNullElse(session.userAgent(), ""))
                        .set(SessionNode::setUserAgent),
                OptionRow.of(INTERNET_OPTION_PROXY, SESSION, new ProxyAccessCodec())
                        .get(session -> proxyAccess(engine, session))
                        .set(SessionNode::setProxyAccess),
                // The handle is only the way in: the change is one of the whole program (R-PROXY-16, R-PROXY-17).
                OptionRow.of(INTERNET_OPTION_PER_CONNECTION_OPTION, SESSION, new ConnectionSettingsCodec())
                        .get(session -> ConnectionSettings.readFrom(name ->
                                engine.chooser().described(engine.proxies().effective(name), name)))
                        .set((session, value) -> engine.proxies().changeProcess(value.connection(), value.change())),
                // As on the NULL handle: the cookies are those of all sessions (R-OPT-20).
                OptionRow.of(INTERNET_OPTION_END_BROWSER_SESSION, SESSION, OptionCodecs.NONE)
                        .set((session, nothing) -> engine.endBrowserSession()),
                OptionRow.of(INTERNET_OPTION_REFRESH, SESSION, OptionCodecs.NONE)
                        .set((session, nothing) -> engine.rereadProxies()),
                OptionRow.of(INTERNET_OPTION_DATAFILE_EXT, SESSION, OptionCodecs.TEXT)
                        .set(SessionNode::setDataFileExtension));
    }

    private static ProxyAccess proxyAccess(EngineServices engine, SessionNode session) {
        ProxyAccess own = session.proxyAccess();
        return own.isPreconfigured() ? ProxyAccess.of(engine.proxies().effective(null)) : own;
    }
}
