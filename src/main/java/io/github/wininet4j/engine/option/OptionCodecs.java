package io.github.wininet4j.engine.option;

import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.type.ByteBlock;
import io.github.wininet4j.type.CallbackRef;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.HandleRef;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.LongRef;
import io.github.wininet4j.type.OptionType;
import io.github.wininet4j.type.StatusCallback;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The C types that several options share. Numbers may also be moved through raw memory, in the machine's byte order.
 */
public final class OptionCodecs {
    /** The value of an option that has none. */
    public enum Nothing {
        /** The only one. */
        NOTHING
    }

    private static final int BAD_LENGTH = WinInetError.ERROR_INTERNET_BAD_OPTION_LENGTH;

    /** A number of 32 bits (R-OPT-16). */
    public static final OptionCodec<Integer> DWORD = new FixedSizeCodec<>(
            OptionType.DWORD, Integer.BYTES, BAD_LENGTH, OptionCodecs::putInt, OptionCodecs::takeInt);

    /** A truth value of 4 bytes (R-OPT-16); the value is 0 or 1. */
    public static final OptionCodec<Integer> BOOL = new FixedSizeCodec<>(
            OptionType.BOOL, Integer.BYTES, BAD_LENGTH, OptionCodecs::putInt, OptionCodecs::takeBool);

    /** A number of 64 bits. */
    public static final OptionCodec<Long> QWORD = new FixedSizeCodec<>(
            OptionType.ULONGLONG, Long.BYTES, BAD_LENGTH, OptionCodecs::putLong, OptionCodecs::takeLong);

    /** A pointer-sized number; its wrong length is an invalid parameter (R-CTX-5). */
    public static final OptionCodec<Long> POINTER = new FixedSizeCodec<>(
            OptionType.DWORD_PTR,
            Long.BYTES,
            Win32Error.ERROR_INVALID_PARAMETER,
            OptionCodecs::putLong,
            OptionCodecs::takeLong);

    /** A handle, or none for {@code NULL}. */
    public static final OptionCodec<Optional<HINTERNET>> HANDLE =
            new FixedSizeCodec<>(OptionType.HANDLE, Long.BYTES, BAD_LENGTH, OptionCodecs::putHandle, buffer -> null);

    /** A callback, or none for {@code NULL}. */
    public static final OptionCodec<Optional<StatusCallback>> CALLBACK = new FixedSizeCodec<>(
            OptionType.CALLBACK, Long.BYTES, BAD_LENGTH, OptionCodecs::putCallback, buffer -> null);

    /** Wide text. */
    public static final OptionCodec<String> TEXT = new TextCodec(OptionType.TEXT);

    /** Wide text of a header. */
    public static final OptionCodec<String> HEADER_TEXT = new TextCodec(OptionType.HEADER_TEXT);

    /** A wide URL. */
    public static final OptionCodec<String> URL_TEXT = new TextCodec(OptionType.URL_TEXT);

    /** No data. */
    public static final OptionCodec<Nothing> NONE = new NoDataCodec();

    private OptionCodecs() {}

    private static boolean putInt(LPVOID buffer, Integer value) {
        if (buffer instanceof DwordRef ref) {
            ref.value = value;
        } else if (buffer instanceof ByteBlock block) {
            block.buffer().putInt(0, value);
        } else {
            return false;
        }
        return true;
    }

    private static @Nullable Integer takeInt(LPVOID buffer) {
        if (buffer instanceof DwordRef ref) {
            return ref.value;
        }
        return buffer instanceof ByteBlock block ? block.buffer().getInt(0) : null;
    }

    private static @Nullable Integer takeBool(LPVOID buffer) {
        Integer value = takeInt(buffer);
        return value == null || value == 0 ? value : Integer.valueOf(1);
    }

    private static boolean putLong(LPVOID buffer, Long value) {
        if (buffer instanceof LongRef ref) {
            ref.value = value;
        } else if (buffer instanceof ByteBlock block) {
            block.buffer().putLong(0, value);
        } else {
            return false;
        }
        return true;
    }

    private static @Nullable Long takeLong(LPVOID buffer) {
        if (buffer instanceof LongRef ref) {
            return ref.value;
        }
        return buffer instanceof ByteBlock block ? block.buffer().getLong(0) : null;
    }

    private static boolean putHandle(LPVOID buffer, Optional<HINTERNET> value) {
        if (buffer instanceof HandleRef ref) {
            ref.value = value.orElse(null);
            return true;
        }
        return buffer instanceof ByteBlock
                && putLong(buffer, value.map(HINTERNET::value).orElse(0L));
    }

    private static boolean putCallback(LPVOID buffer, Optional<StatusCallback> value) {
        if (buffer instanceof CallbackRef ref) {
            ref.value = value.orElse(null);
            return true;
        }
        return false;
    }
}
