package io.github.wininet4j.engine.proxy;

import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.option.OptionCodec;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.INTERNET_PROXY_INFO;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.OptionType;
import org.jspecify.annotations.Nullable;

/**
 * {@code INTERNET_PROXY_INFO}. A query counts the texts to the size, as C puts them behind the structure (R-OPT-17,
 * R-PROXY-28).
 */
public final class ProxyAccessCodec implements OptionCodec<ProxyAccess> {
    private static final int SIZE = 24;

    /** Creates the codec. */
    public ProxyAccessCodec() {}

    @Override
    public OptionType type() {
        return OptionType.PROXY_INFO;
    }

    @Override
    public int size() {
        return SIZE;
    }

    @Override
    public void give(ProxyAccess value, @Nullable LPVOID buffer, DwordRef length) {
        int needed = SIZE + textSize(value.servers()) + textSize(value.bypass());
        if (buffer == null || Integer.compareUnsigned(length.value, needed) < 0) {
            length.value = needed;
            throw new WinInetFailure(Win32Error.ERROR_INSUFFICIENT_BUFFER);
        }
        if (!(buffer instanceof INTERNET_PROXY_INFO info)) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        info.dwAccessType = value.type();
        info.lpszProxy = value.servers();
        info.lpszProxyBypass = value.bypass();
        length.value = needed;
    }

    private static int textSize(@Nullable String text) {
        return text == null ? 0 : (text.length() + 1) * Character.BYTES;
    }

    @Override
    public ProxyAccess take(@Nullable LPVOID buffer, int length) {
        if (length != SIZE) {
            throw new WinInetFailure(WinInetError.ERROR_INTERNET_BAD_OPTION_LENGTH);
        }
        if (!(buffer instanceof INTERNET_PROXY_INFO info)) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        ProxyAccess value = new ProxyAccess(info.dwAccessType, info.lpszProxy, info.lpszProxyBypass);
        if (!value.isValid()) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        return value;
    }
}
