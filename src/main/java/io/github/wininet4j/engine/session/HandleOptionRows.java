package io.github.wininet4j.engine.session;

import static io.github.wininet4j.constant.InternetOption.*;

import io.github.wininet4j.constant.HttpWebSocket;
import io.github.wininet4j.constant.OptionValue;
import io.github.wininet4j.constant.SecurityFlag;
import io.github.wininet4j.constant.UndocumentedOption;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.handle.HandleNode;
import io.github.wininet4j.engine.option.DwordSetting;
import io.github.wininet4j.engine.option.OptionCodecs;
import io.github.wininet4j.engine.option.OptionOwner;
import io.github.wininet4j.engine.option.OptionRow;
import io.github.wininet4j.engine.option.OptionRows;
import io.github.wininet4j.engine.option.SettingsNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The options of every handle. */
public final class HandleOptionRows {
    /** Found on the NULL handle as well (R-OPT-19). */
    static final Map<Integer, DwordSetting> TIMES_AND_RETRIES = Map.of(
            INTERNET_OPTION_FROM_CACHE_TIMEOUT, DwordSetting.FROM_CACHE_TIMEOUT,
            INTERNET_OPTION_CONNECT_TIMEOUT, DwordSetting.CONNECT_TIMEOUT,
            INTERNET_OPTION_CONNECT_RETRIES, DwordSetting.CONNECT_RETRIES,
            INTERNET_OPTION_SEND_TIMEOUT, DwordSetting.SEND_TIMEOUT,
            INTERNET_OPTION_RECEIVE_TIMEOUT, DwordSetting.RECEIVE_TIMEOUT,
            INTERNET_OPTION_DATA_SEND_TIMEOUT, DwordSetting.DATA_SEND_TIMEOUT,
            INTERNET_OPTION_DATA_RECEIVE_TIMEOUT, DwordSetting.DATA_RECEIVE_TIMEOUT);

    private static final int KNOWN_ERRORS = OptionValue.INTERNET_ERROR_MASK_INSERT_CDROM
            | OptionValue.INTERNET_ERROR_MASK_COMBINED_SEC_CERT
            | OptionValue.INTERNET_ERROR_MASK_LOGIN_FAILURE_DISPLAY_ENTITY_BODY;

    /** HTTP/2, and SPDY, whose bit came first (R-H2-7). */
    private static final int KNOWN_PROTOCOLS = 3;

    private static final OptionOwner<SettingsNode> HANDLE = OptionOwners.HANDLE;

    private HandleOptionRows() {}

    /**
     * Returns the rows.
     *
     * @param engine what the options are about
     * @return the rows
     */
    public static List<OptionRow<?, ?>> rows(EngineServices engine) {
        List<OptionRow<?, ?>> rows = new ArrayList<>();
        addNode(rows);
        TIMES_AND_RETRIES.forEach(
                (id, setting) -> rows.add(OptionRows.setting(id, HANDLE, OptionCodecs.DWORD, setting)));
        rows.add(OptionRow.of(INTERNET_OPTION_ERROR_MASK, HANDLE, OptionCodecs.DWORD)
                .set((node, value) -> node.set(DwordSetting.ERROR_MASK, OptionRows.requireBits(value, KNOWN_ERRORS))));
        rows.add(OptionRow.of(INTERNET_OPTION_ENABLE_HTTP_PROTOCOL, HANDLE, OptionCodecs.DWORD)
                .set(HandleOptionRows::setProtocols));
        rows.add(OptionRows.setting(INTERNET_OPTION_HSTS, HANDLE, OptionCodecs.BOOL, DwordSetting.HSTS));
        rows.add(OptionRow.of(INTERNET_OPTION_OPT_IN_WEAK_SIGNATURE, HANDLE, OptionCodecs.BOOL)
                .set(HandleOptionRows::optInWeakSignature));
        rows.add(OptionRows.setting(
                UndocumentedOption.INTERNET_OPTION_DISALLOW_PREMATURE_EOF,
                HANDLE,
                OptionCodecs.BOOL,
                DwordSetting.DISALLOW_PREMATURE_EOF));
        rows.add(OptionRow.of(
                        UndocumentedOption.INTERNET_OPTION_WEB_SOCKET_KEEPALIVE_INTERVAL, HANDLE, OptionCodecs.DWORD)
                .get(node -> node.setting(DwordSetting.WEB_SOCKET_KEEPALIVE_INTERVAL))
                .set(HandleOptionRows::setKeepAlive));
        rows.add(OptionRows.setting(
                UndocumentedOption.INTERNET_OPTION_WEB_SOCKET_CLOSE_TIMEOUT,
                HANDLE,
                OptionCodecs.DWORD,
                DwordSetting.WEB_SOCKET_CLOSE_TIMEOUT));
        // Idle connections were made under the old settings, which are read anew on whichever handle (R-OPTN-39).
        rows.add(OptionRow.of(INTERNET_OPTION_SETTINGS_CHANGED, HANDLE, OptionCodecs.NONE)
                .set((node, nothing) -> {
                    engine.pool().closeIdle();
                    engine.rereadProxies();
                }));
        return rows;
    }

    private static void addNode(List<OptionRow<?, ?>> rows) {
        rows.add(OptionRow.of(INTERNET_OPTION_CALLBACK, HANDLE, OptionCodecs.CALLBACK)
                .get(node -> Optional.ofNullable(node.callback())));
        rows.add(OptionRow.of(INTERNET_OPTION_HANDLE_TYPE, HANDLE, OptionCodecs.DWORD)
                .get(node -> node.kind().type()));
        rows.add(OptionRow.of(INTERNET_OPTION_PARENT_HANDLE, HANDLE, OptionCodecs.HANDLE)
                .get(node -> Optional.ofNullable(node.parent()).map(HandleNode::handle)));
        rows.add(OptionRow.of(INTERNET_OPTION_CONTEXT_VALUE, HANDLE, OptionCodecs.POINTER)
                .get(HandleNode::context)
                .set(HandleNode::setContext));
        rows.add(OptionRow.of(INTERNET_OPTION_CONTEXT_VALUE_OLD, HANDLE, new AddressCodec())
                .set(HandleNode::setContext));
    }

    /** A protocol that is not there is refused the way programs have met it (R-H2-3, R-PROJ-H2-6). */
    private static void setProtocols(SettingsNode node, int value) {
        if ((value & ~KNOWN_PROTOCOLS) != 0) {
            throw new WinInetFailure(Win32Error.ERROR_ALREADY_EXISTS);
        }
        node.set(DwordSetting.ENABLE_HTTP_PROTOCOL, value);
    }

    /** The header says what is the least (R-WS-5). */
    private static void setKeepAlive(SettingsNode node, int millis) {
        if (Integer.compareUnsigned(millis, HttpWebSocket.HTTP_WEB_SOCKET_MIN_KEEPALIVE_VALUE) < 0) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        node.set(DwordSetting.WEB_SOCKET_KEEPALIVE_INTERVAL, millis);
    }

    private static void optInWeakSignature(SettingsNode node, int on) {
        int flag = SecurityFlag.SECURITY_FLAG_OPT_IN_WEAK_SIGNATURE;
        node.update(DwordSetting.SECURITY_FLAGS, flags -> on != 0 ? flags | flag : flags & ~flag);
    }
}
