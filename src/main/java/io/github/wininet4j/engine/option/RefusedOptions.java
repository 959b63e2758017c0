package io.github.wininet4j.engine.option;

import static io.github.wininet4j.constant.InternetOption.*;

import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import java.util.ArrayList;
import java.util.List;

/**
 * Options that WinInet names and does not have: documented as not implemented, or known by their name alone. Telling
 * that they are unknown is better than a success that means nothing (R-SDK-5).
 */
public final class RefusedOptions {
    private static final OptionOwner<Object> ANYONE = OptionOwner.of("-", Object.class);

    private static final int[] NOT_IMPLEMENTED = {
        INTERNET_OPTION_CONNECT_BACKOFF,
        INTERNET_OPTION_LISTEN_TIMEOUT,
        INTERNET_OPTION_ASYNC_ID,
        INTERNET_OPTION_ASYNC_PRIORITY,
        INTERNET_OPTION_KEEP_CONNECTION,
        INTERNET_OPTION_OFFLINE_MODE,
        INTERNET_OPTION_CACHE_STREAM_HANDLE,
        INTERNET_OPTION_ASYNC,
        INTERNET_OPTION_DISCONNECTED_TIMEOUT,
        INTERNET_OPTION_IDLE_STATE,
        INTERNET_OPTION_OFFLINE_SEMANTICS,
        INTERNET_OPTION_CALLBACK_FILTER,
        INTERNET_OPTION_CONNECT_TIME,
        INTERNET_OPTION_SEND_THROUGHPUT,
        INTERNET_OPTION_RECEIVE_THROUGHPUT,
        INTERNET_OPTION_DISABLE_AUTODIAL,
        INTERNET_OPTION_IDENTITY,
        INTERNET_OPTION_REMOVE_IDENTITY,
        INTERNET_OPTION_ALTER_IDENTITY
    };

    private static final int[] NAME_IN_HEADER_ONLY = {
        INTERNET_OPTION_CONNECT_LIMIT,
        INTERNET_OPTION_SECURITY_SELECT_CLIENT_CERT,
        INTERNET_OPTION_AUTODIAL_MODE,
        INTERNET_OPTION_AUTODIAL_CONNECTION,
        INTERNET_OPTION_AUTH_FLAGS,
        INTERNET_OPTION_DISABLE_PASSPORT_AUTH,
        INTERNET_OPTION_SEND_UTF8_SERVERNAME_TO_PROXY,
        INTERNET_OPTION_EXEMPT_CONNECTION_LIMIT,
        INTERNET_OPTION_ENABLE_PASSPORT_AUTH,
        INTERNET_OPTION_HIBERNATE_INACTIVE_WORKER_THREADS,
        INTERNET_OPTION_ACTIVATE_WORKER_THREADS,
        INTERNET_OPTION_RESTORE_WORKER_THREAD_DEFAULTS,
        INTERNET_OPTION_SOCKET_SEND_BUFFER_LENGTH,
        INTERNET_OPTION_CONNECTION_FILTER,
        INTERNET_OPTION_REFERER_TOKEN_BINDING_HOSTNAME,
        INTERNET_OPTION_TOKEN_BINDING_PUBLIC_KEY
    };

    /** First and last number of each run of options that only newer SDKs name (R-OPTX). */
    private static final int[][] UNDOCUMENTED = {
        {61, 61},
        {66, 66},
        {71, 72},
        {97, 97},
        {106, 118},
        {120, 121},
        {123, 125},
        {128, 133},
        {135, 135},
        {138, 146},
        {150, 154},
        {156, 156},
        {158, 158},
        {160, 161},
        {164, 175},
        {177, 180},
        {182, 186},
        {188, 191}
    };

    private RefusedOptions() {}

    /** Returns a row for each. */
    public static List<OptionRow<?, ?>> rows() {
        List<OptionRow<?, ?>> rows = new ArrayList<>();
        for (int id : NOT_IMPLEMENTED) {
            rows.add(unknown(id, OptionSupport.NOT_IMPLEMENTED));
        }
        // This one has an error of its own (R-OPTN-48).
        rows.add(OptionRow.refused(
                INTERNET_OPTION_POLICY, ANYONE, OptionSupport.NOT_IMPLEMENTED, Win32Error.ERROR_INVALID_PARAMETER));
        for (int id : NAME_IN_HEADER_ONLY) {
            rows.add(unknown(id, OptionSupport.NAME_ONLY));
        }
        for (int[] run : UNDOCUMENTED) {
            for (int id = run[0]; id <= run[1]; id++) {
                rows.add(unknown(id, OptionSupport.NAME_ONLY));
            }
        }
        return rows;
    }

    private static OptionRow<?, ?> unknown(int id, OptionSupport support) {
        return OptionRow.refused(id, ANYONE, support, WinInetError.ERROR_INTERNET_INVALID_OPTION);
    }
}
