package io.github.wininet4j.engine.session;

import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.function.OptionFunctions;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.LPVOID;
import org.jspecify.annotations.Nullable;

/** Stands in until the option table lands. */
public final class OptionApi implements OptionFunctions {
    private final EngineState engine;

    /**
     * Creates the functions.
     *
     * @param engine what they work on
     */
    public OptionApi(EngineState engine) {
        this.engine = engine;
    }

    @Override
    public boolean InternetQueryOption(
            @Nullable HINTERNET hInternet,
            int dwOption,
            @Nullable LPVOID lpBuffer,
            @Nullable DwordRef lpdwBufferLength) {
        throw new WinInetFailure(Win32Error.ERROR_CALL_NOT_IMPLEMENTED);
    }

    @Override
    public boolean InternetSetOption(
            @Nullable HINTERNET hInternet, int dwOption, @Nullable LPVOID lpBuffer, int dwBufferLength) {
        if (dwOption == 73 && lpBuffer instanceof DwordRef limit) {
            engine.options().setConnectionsPerServer(limit.value);
            return true;
        }
        throw new WinInetFailure(Win32Error.ERROR_CALL_NOT_IMPLEMENTED);
    }

    @Override
    public boolean InternetSetOptionEx(
            @Nullable HINTERNET hInternet, int dwOption, @Nullable LPVOID lpBuffer, int dwBufferLength, int dwFlags) {
        return InternetSetOption(hInternet, dwOption, lpBuffer, dwBufferLength);
    }
}
