package io.github.wininet4j.engine.option;

import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.OptionType;
import org.jspecify.annotations.Nullable;

/**
 * Moves the value of an option out of and into the caller's memory, by the length protocol of its C type.
 *
 * @param <V> the type of the value
 */
public interface OptionCodec<V> {
    /** {@return the C type} */
    OptionType type();

    /** Returns the size of the C type in bytes; 0 if it varies or there is no data. */
    int size();

    /**
     * Answers a query. Whatever is stated, no more memory is used than the buffer has.
     *
     * @param value the value
     * @param buffer the caller's memory, or null to ask for the size (R-OPT-2)
     * @param length the size of the buffer in bytes before; the length of the value afterwards
     * @throws io.github.wininet4j.engine.fault.WinInetFailure {@code ERROR_INSUFFICIENT_BUFFER} with the length that is
     *     needed; {@code ERROR_INVALID_PARAMETER} for a buffer of another type
     */
    void give(V value, @Nullable LPVOID buffer, DwordRef length);

    /**
     * Reads what is to be set.
     *
     * @param buffer the caller's memory, or null
     * @param length its length: characters for text, bytes for all else (R-OPT-3)
     * @return the value
     * @throws io.github.wininet4j.engine.fault.WinInetFailure {@code ERROR_INTERNET_BAD_OPTION_LENGTH} for the wrong
     *     length (R-OPT-7); {@code ERROR_INVALID_PARAMETER} for a buffer that is missing or of another type
     */
    V take(@Nullable LPVOID buffer, int length);
}
