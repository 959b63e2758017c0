package io.github.wininet4j.engine.session;

import static io.github.wininet4j.constant.InternetOption.*;

import io.github.wininet4j.constant.SecurityFlag;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.net.tls.TlsPolicy;
import io.github.wininet4j.engine.option.DwordSetting;
import io.github.wininet4j.engine.option.OptionCodecs;
import io.github.wininet4j.engine.option.OptionOwner;
import io.github.wininet4j.engine.option.OptionRow;
import io.github.wininet4j.engine.option.OptionRows;
import io.github.wininet4j.engine.option.SettingsNode;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The options of connections alone. */
public final class ConnectOptionRows {
    private static final OptionOwner<ConnectNode> CONNECTION = OptionOwners.CONNECTION;

    /** The bits that a program can add; the others tell what the connection is (R-TLS-4, R-TLS-5). */
    private static final int SETTABLE = TlsPolicy.IGNORABLE
            | SecurityFlag.SECURITY_FLAG_IGNORE_REDIRECT_TO_HTTP
            | SecurityFlag.SECURITY_FLAG_IGNORE_REDIRECT_TO_HTTPS
            | SecurityFlag.SECURITY_FLAG_OPT_IN_WEAK_SIGNATURE;

    private ConnectOptionRows() {}

    /** Returns the rows. */
    public static List<OptionRow<?, ?>> rows(EngineServices engine) {
        return List.of(
                credential(INTERNET_OPTION_USERNAME, Credentials::user, Credentials::withUser),
                credential(INTERNET_OPTION_PASSWORD, Credentials::password, Credentials::withPassword),
                credential(INTERNET_OPTION_PROXY_USERNAME, Credentials::proxyUser, Credentials::withProxyUser),
                credential(INTERNET_OPTION_PROXY_PASSWORD, Credentials::proxyPassword, Credentials::withProxyPassword),
                OptionRow.of(INTERNET_OPTION_SECURITY_FLAGS, CONNECTION, OptionCodecs.DWORD)
                        .get(connect -> connect.setting(DwordSetting.SECURITY_FLAGS))
                        .set(ConnectOptionRows::addSecurityFlags),
                OptionRows.setting(
                        INTERNET_OPTION_READ_BUFFER_SIZE,
                        OptionOwners.FTP_CONNECTION,
                        OptionCodecs.DWORD,
                        DwordSetting.READ_BUFFER_SIZE),
                OptionRows.setting(
                        INTERNET_OPTION_WRITE_BUFFER_SIZE,
                        OptionOwners.FTP_CONNECTION,
                        OptionCodecs.DWORD,
                        DwordSetting.WRITE_BUFFER_SIZE),
                OptionRow.of(INTERNET_OPTION_PROXY_SETTINGS_CHANGED, CONNECTION, OptionCodecs.NONE)
                        .set((connect, nothing) -> engine.rereadProxies()));
    }

    private static OptionRow<ConnectNode, String> credential(
            int id,
            Function<Credentials, @Nullable String> getter,
            BiFunction<Credentials, String, Credentials> changed) {
        return OptionRows.text(
                id,
                CONNECTION,
                connect -> getter.apply(connect.credentials()),
                (connect, value) -> connect.changeCredentials(now -> changed.apply(now, value)));
    }

    /**
     * Adds to what a program is ready to ignore (R-TLS-7).
     *
     * @param node a connection or request
     * @param flags {@code SECURITY_FLAG_*} bits; those that only tell something are passed over
     * @throws WinInetFailure {@code ERROR_INTERNET_OPTION_NOT_SETTABLE} for {@code SECURITY_FLAG_SECURE}
     */
    public static void addSecurityFlags(SettingsNode node, int flags) {
        if ((flags & SecurityFlag.SECURITY_FLAG_SECURE) != 0) {
            throw new WinInetFailure(WinInetError.ERROR_INTERNET_OPTION_NOT_SETTABLE);
        }
        node.update(DwordSetting.SECURITY_FLAGS, before -> before | (flags & SETTABLE));
    }
}
