package io.github.wininet4j.engine.proxy;

import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.option.OptionCodec;
import io.github.wininet4j.host.ProxySettings;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.INTERNET_PER_CONN_OPTION;
import io.github.wininet4j.type.INTERNET_PER_CONN_OPTION_LIST;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.OptionType;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * {@code INTERNET_PER_CONN_OPTION_LIST}. The first item that is unknown, or cannot be set, is named by
 * {@code dwOptionError} and nothing is changed (R-PROXY-14). Texts given back belong to the caller; there is nothing to
 * free (R-OPT-18, R-PROXY-20).
 */
public final class ConnectionSettingsCodec implements OptionCodec<ConnectionSettings> {
    private static final int SIZE = 32;

    /** Creates the codec. */
    public ConnectionSettingsCodec() {}

    @Override
    public OptionType type() {
        return OptionType.CONNECTION_OPTIONS;
    }

    @Override
    public int size() {
        return SIZE;
    }

    @Override
    public void give(ConnectionSettings value, @Nullable LPVOID buffer, DwordRef length) {
        if (buffer == null || Integer.compareUnsigned(length.value, SIZE) < 0) {
            length.value = SIZE;
            throw new WinInetFailure(Win32Error.ERROR_INSUFFICIENT_BUFFER);
        }
        INTERNET_PER_CONN_OPTION_LIST list = require(buffer);
        INTERNET_PER_CONN_OPTION[] items = items(list);
        ConnectionOption[] options = find(list, items, false);
        ProxySettings settings = value.source().apply(list.pszConnection);
        for (int i = 0; i < options.length; i++) {
            options[i].getter().accept(settings, items[i]);
        }
        length.value = SIZE;
    }

    @Override
    public ConnectionSettings take(@Nullable LPVOID buffer, int length) {
        if (length != SIZE) {
            throw new WinInetFailure(WinInetError.ERROR_INTERNET_BAD_OPTION_LENGTH);
        }
        INTERNET_PER_CONN_OPTION_LIST list = require(buffer);
        INTERNET_PER_CONN_OPTION[] items = items(list);
        ConnectionOption[] options = find(list, items, true);
        return ConnectionSettings.changed(list.pszConnection, settings -> {
            ProxySettings changed = settings;
            for (int i = 0; i < options.length; i++) {
                BiFunction<ProxySettings, INTERNET_PER_CONN_OPTION, ProxySettings> setter = options[i].setter();
                changed = setter == null ? changed : setter.apply(changed, items[i]);
            }
            return changed;
        });
    }

    private static INTERNET_PER_CONN_OPTION_LIST require(@Nullable LPVOID buffer) {
        if (buffer instanceof INTERNET_PER_CONN_OPTION_LIST list && list.dwSize == SIZE) {
            return list;
        }
        throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
    }

    /** The items that count; the caller may change the array and its structures as soon as the call is over. */
    private static INTERNET_PER_CONN_OPTION[] items(INTERNET_PER_CONN_OPTION_LIST list) {
        INTERNET_PER_CONN_OPTION[] given = list.pOptions;
        if (list.dwOptionCount == 0) {
            return new INTERNET_PER_CONN_OPTION[0];
        }
        if (given == null || list.dwOptionCount < 0 || list.dwOptionCount > given.length) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        INTERNET_PER_CONN_OPTION[] items = new INTERNET_PER_CONN_OPTION[list.dwOptionCount];
        System.arraycopy(given, 0, items, 0, items.length);
        return items;
    }

    private static ConnectionOption[] find(
            INTERNET_PER_CONN_OPTION_LIST list, INTERNET_PER_CONN_OPTION[] items, boolean toSet) {
        ConnectionOption[] options = new ConnectionOption[items.length];
        for (int i = 0; i < items.length; i++) {
            ConnectionOption option = items[i] == null ? null : ConnectionOption.find(items[i].dwOption);
            if (option == null || (toSet && option.setter() == null)) {
                list.dwOptionError = i;
                throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
            }
            options[i] = option;
        }
        return options;
    }
}
