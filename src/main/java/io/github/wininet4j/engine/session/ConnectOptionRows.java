package io.github.wininet4j.engine.session;

import static io.github.wininet4j.constant.InternetOption.*;
import static java.util.Objects.requireNonNullElse;

import io.github.wininet4j.constant.SecurityFlag;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.net.tls.TlsPolicy;
import io.github.wininet4j.engine.option.DwordSetting;
import io.github.wininet4j.engine.option.OptionCodecs;
import io.github.wininet4j.engine.option.OptionOwner;
import io.github.wininet4j.engine.option.OptionRow;
import io.github.wininet4j.engine.option.SettingsNode;
import java.util.List;
import java.util.function.BiConsumer;
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

    /**
     * Returns the rows.
     *
     * @return the rows
     */
    public static List<OptionRow<?, ?>> rows() {
        return List.of(
                // Log-on names wait for authentication and proxies.
                text(INTERNET_OPTION_USERNAME, CONNECTION, ConnectNode::userName, ConnectNode::setUserName)
                        .withoutEffect(),
                text(INTERNET_OPTION_PASSWORD, CONNECTION, ConnectNode::password, ConnectNode::setPassword)
                        .withoutEffect(),
                text(
                                INTERNET_OPTION_PROXY_USERNAME,
                                CONNECTION,
                                ConnectNode::proxyUserName,
                                ConnectNode::setProxyUserName)
                        .withoutEffect(),
                text(
                                INTERNET_OPTION_PROXY_PASSWORD,
                                CONNECTION,
                                ConnectNode::proxyPassword,
                                ConnectNode::setProxyPassword)
                        .withoutEffect(),
                OptionRow.of(INTERNET_OPTION_SECURITY_FLAGS, CONNECTION, OptionCodecs.DWORD)
                        .get(connect -> connect.setting(DwordSetting.SECURITY_FLAGS))
                        .set(ConnectOptionRows::addSecurityFlags),
                HandleOptionRows.setting(
                                INTERNET_OPTION_READ_BUFFER_SIZE,
                                OptionOwners.FTP_CONNECTION,
                                OptionCodecs.DWORD,
                                DwordSetting.READ_BUFFER_SIZE)
                        .withoutEffect(),
                HandleOptionRows.setting(
                                INTERNET_OPTION_WRITE_BUFFER_SIZE,
                                OptionOwners.FTP_CONNECTION,
                                OptionCodecs.DWORD,
                                DwordSetting.WRITE_BUFFER_SIZE)
                        .withoutEffect(),
                OptionRow.of(INTERNET_OPTION_PROXY_SETTINGS_CHANGED, CONNECTION, OptionCodecs.NONE)
                        .set((connect, nothing) -> {})
                        .withoutEffect());
    }

    /**
     * A row for a text that reads as "" while there is none (R-OPT-6).
     *
     * @param <T> the type of the owner
     * @param id the number of the option
     * @param owner who has it
     * @param getter reads it
     * @param setter changes it
     * @return the row
     */
    public static <T> OptionRow<T, String> text(
            int id, OptionOwner<T> owner, Function<T, @Nullable String> getter, BiConsumer<T, String> setter) {
        return OptionRow.of(id, owner, OptionCodecs.TEXT)
                .get(target -> requireNonNullElse(getter.apply(target), ""))
                .set(setter);
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
