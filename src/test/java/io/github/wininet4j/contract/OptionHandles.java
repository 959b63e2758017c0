package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.ServiceType;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.LPVOID;
import org.jspecify.annotations.Nullable;

/** A handle of each kind, named by the letters of {@code options.tsv}; no server is needed as nothing is sent. */
final class OptionHandles {
    static final String KINDS = "NSCR";

    private final BackEnd api;
    private final HINTERNET session;
    private final HINTERNET connect;
    private final HINTERNET request;

    OptionHandles(BackEnd api) {
        this.api = api;
        session = openSession();
        connect = openConnect(session);
        request = openRequest(connect);
    }

    HINTERNET openSession() {
        return opened(api.InternetOpen("agent", InternetFlag.INTERNET_OPEN_TYPE_DIRECT, null, null, 0));
    }

    HINTERNET openConnect(HINTERNET parent) {
        return opened(
                api.InternetConnect(parent, "127.0.0.1", 80, null, null, ServiceType.INTERNET_SERVICE_HTTP, 0, 0));
    }

    HINTERNET openRequest(HINTERNET parent) {
        return opened(api.HttpOpenRequest(parent, "GET", "/", null, null, null, 0, 0));
    }

    private static HINTERNET opened(@Nullable HINTERNET handle) {
        assertThat(handle).isNotNull();
        return handle;
    }

    @Nullable
    HINTERNET handle(char kind) {
        return switch (kind) {
            case 'S' -> session;
            case 'C' -> connect;
            case 'R' -> request;
            default -> null;
        };
    }

    /** Makes a child of a handle that this has. */
    HINTERNET openChild(char kind) {
        return switch (kind) {
            case 'S' -> openConnect(session);
            case 'C' -> openRequest(connect);
            default -> openSession();
        };
    }

    /** Queries; returns the error, 0 for success. */
    int query(@Nullable HINTERNET handle, int option, @Nullable LPVOID memory, @Nullable DwordRef length) {
        return api.InternetQueryOption(handle, option, memory, length) ? 0 : api.GetLastError();
    }

    /** Sets; returns the error, 0 for success. */
    int set(@Nullable HINTERNET handle, int option, @Nullable LPVOID memory, int length) {
        return api.InternetSetOption(handle, option, memory, length) ? 0 : api.GetLastError();
    }

    /** Queries a DWORD, which must succeed. */
    int number(@Nullable HINTERNET handle, int option) {
        DwordRef value = new DwordRef();
        assertThat(query(handle, option, value, new DwordRef(4))).isZero();
        return value.value;
    }

    /** Sets a DWORD; returns the error, 0 for success. */
    int set(@Nullable HINTERNET handle, int option, int value) {
        return set(handle, option, new DwordRef(value), 4);
    }
}
