package io.github.wininet4j.engine.session;

import io.github.wininet4j.constant.OptionValue;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.option.OptionTable;
import io.github.wininet4j.function.OptionFunctions;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.LPVOID;
import org.jspecify.annotations.Nullable;

/** The option functions: they look up the handle's object and leave the rest to the {@link OptionTable}. */
public final class OptionApi implements OptionFunctions {
    private final EngineServices engine;
    private final OptionTable options;

    /**
     * Creates the functions.
     *
     * @param engine what they work on
     * @param options the options there are
     */
    public OptionApi(EngineServices engine, OptionTable options) {
        this.engine = engine;
        this.options = options;
    }

    @Override
    public boolean InternetQueryOption(
            @Nullable HINTERNET hInternet,
            int dwOption,
            @Nullable LPVOID lpBuffer,
            @Nullable DwordRef lpdwBufferLength) {
        options.query(target(hInternet), dwOption, lpBuffer, lpdwBufferLength);
        return true;
    }

    @Override
    public boolean InternetSetOption(
            @Nullable HINTERNET hInternet, int dwOption, @Nullable LPVOID lpBuffer, int dwBufferLength) {
        options.set(target(hInternet), dwOption, lpBuffer, dwBufferLength);
        return true;
    }

    /** The flags are checked and change nothing (R-OPT-13). */
    @Override
    public boolean InternetSetOptionEx(
            @Nullable HINTERNET hInternet, int dwOption, @Nullable LPVOID lpBuffer, int dwBufferLength, int dwFlags) {
        if ((dwFlags & ~OptionValue.ISO_VALID_FLAGS) != 0) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        return InternetSetOption(hInternet, dwOption, lpBuffer, dwBufferLength);
    }

    private Object target(@Nullable HINTERNET handle) {
        return handle == null || handle.value() == 0
                ? engine.options()
                : engine.handles().find(handle);
    }
}
