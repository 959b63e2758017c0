package io.github.wininet4j.engine.session;

import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.option.OptionCodec;
import io.github.wininet4j.engine.option.OptionCodecs;
import io.github.wininet4j.type.ByteBlock;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.INTERNET_CONNECTED_INFO;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.OptionType;
import org.jspecify.annotations.Nullable;

/**
 * {@code INTERNET_STATE_*} bits: queried as a DWORD or as {@code INTERNET_CONNECTED_INFO}, set as the structure only
 * (R-OPTN-50).
 */
final class ConnectedStateCodec implements OptionCodec<Integer> {
    private static final int STRUCTURE_SIZE = 8;

    @Override
    public OptionType type() {
        return OptionType.CONNECTED_STATE;
    }

    @Override
    public int size() {
        return Integer.BYTES;
    }

    @Override
    public void give(Integer value, @Nullable LPVOID buffer, DwordRef length) {
        if (!(buffer instanceof INTERNET_CONNECTED_INFO info)) {
            OptionCodecs.DWORD.give(value, buffer, length);
            return;
        }
        if (Integer.compareUnsigned(length.value, STRUCTURE_SIZE) < 0) {
            length.value = STRUCTURE_SIZE;
            throw new WinInetFailure(Win32Error.ERROR_INSUFFICIENT_BUFFER);
        }
        info.dwConnectedState = value;
        info.dwFlags = 0;
        length.value = STRUCTURE_SIZE;
    }

    /** The flags of the structure ask to cut off what runs; nothing here runs differently when offline. */
    @Override
    public Integer take(@Nullable LPVOID buffer, int length) {
        if (length != STRUCTURE_SIZE) {
            throw new WinInetFailure(WinInetError.ERROR_INTERNET_BAD_OPTION_LENGTH);
        }
        if (buffer instanceof INTERNET_CONNECTED_INFO info) {
            return info.dwConnectedState;
        }
        if (buffer instanceof ByteBlock block && block.sizeof() >= STRUCTURE_SIZE) {
            return block.buffer().getInt(0);
        }
        throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
    }
}
