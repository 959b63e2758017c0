package io.github.wininet4j.engine.session;

import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.option.OptionCodec;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.LongRef;
import io.github.wininet4j.type.OptionType;
import org.jspecify.annotations.Nullable;

/**
 * The address of the buffer, whatever the length (R-CTX-4). Java's objects have none: C's pointer with the number n is
 * a {@code LongRef} that holds n here, {@code NULL} is null.
 */
final class AddressCodec implements OptionCodec<Long> {
    @Override
    public OptionType type() {
        return OptionType.ADDRESS;
    }

    @Override
    public int size() {
        return 0;
    }

    @Override
    public void give(Long value, @Nullable LPVOID buffer, DwordRef length) {
        throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
    }

    @Override
    public Long take(@Nullable LPVOID buffer, int length) {
        if (buffer == null) {
            return 0L;
        }
        if (buffer instanceof LongRef pointer) {
            return pointer.value;
        }
        throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
    }
}
