package io.github.wininet4j.engine.http.query;

import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.type.ByteBlock;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.LongRef;
import io.github.wininet4j.type.SYSTEMTIME;
import io.github.wininet4j.type.TextBuffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * The buffer and the length of one HttpQueryInfo call: puts an answer there by the protocol of R-QUERY-2 and R-QUERY-3.
 */
final class QueryAnswer {
    private static final boolean LITTLE_ENDIAN = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
    private static final int LONG_CHARS = Long.BYTES / Character.BYTES;
    private static final int INT_CHARS = Integer.BYTES / Character.BYTES;
    private static final int SYSTEMTIME_BYTES = 16;
    private static final long UNSIGNED_MAX_TENTH = 1_844_674_407_370_955_161L;
    private static final long MAX_DWORD = 0xFFFF_FFFFL;

    private final @Nullable LPVOID buffer;
    private final DwordRef length;

    /** The bytes of a buffer that is raw memory. */
    private final @Nullable ByteBuffer memory;

    QueryAnswer(@Nullable LPVOID buffer, DwordRef length) {
        this.buffer = buffer;
        this.length = length;
        this.memory = buffer instanceof ByteBlock block && !block.buffer().isReadOnly() ? block.buffer() : null;
    }

    /** Returns the header name that the buffer holds up to a NUL (R-QUERY-16). */
    String name() {
        if (buffer instanceof TextBuffer text) {
            return text.toString();
        }
        if (memory == null) {
            throw wrongBuffer();
        }
        StringBuilder name = new StringBuilder();
        for (int i = 0; i + 1 < memory.capacity() && memory.getChar(i) != 0; i += Character.BYTES) {
            name.append(memory.getChar(i));
        }
        return name.toString();
    }

    /** Puts a text and its NUL; the length becomes that of the text. */
    void text(String text) {
        if (buffer != null && memory == null && !(buffer instanceof TextBuffer)) {
            throw wrongBuffer();
        }
        int size = text.length() * Character.BYTES;
        requireRoom(size + Character.BYTES);
        if (buffer instanceof TextBuffer target) {
            target.set(text);
        } else if (memory != null) {
            for (int i = 0; i < text.length(); i++) {
                memory.putChar(i * Character.BYTES, text.charAt(i));
            }
            memory.putChar(size, '\0');
        }
        length.value = size;
    }

    /** Puts the number that a value begins with as a DWORD; a negative one in two's complement, as observed. */
    void decimal(String value) {
        requireExactRoom(Integer.BYTES);
        long number = leadingNumber(value);
        boolean negative = value.charAt(0) == '-';
        if (negative ? number < Integer.MIN_VALUE : number < 0 || number > MAX_DWORD) {
            throw invalidValue();
        }
        number((int) number);
    }

    /** Puts the number that a value begins with as a 64-bit number. */
    void decimal64(String value) {
        requireExactRoom(Long.BYTES);
        number64(leadingNumber(value));
    }

    void number(int value) {
        requireExactRoom(Integer.BYTES);
        if (buffer instanceof DwordRef ref) {
            ref.value = value;
        } else if (buffer instanceof LongRef ref) {
            // The first four bytes of the variable, like a pointer cast in C.
            ref.value = LITTLE_ENDIAN
                    ? (ref.value & ~MAX_DWORD) | (value & MAX_DWORD)
                    : (ref.value & MAX_DWORD) | ((long) value << Integer.SIZE);
        } else if (memory != null) {
            memory.putInt(0, value);
        } else {
            putChars(value, INT_CHARS);
        }
        length.value = Integer.BYTES;
    }

    void number64(long value) {
        requireExactRoom(Long.BYTES);
        if (buffer instanceof LongRef ref) {
            ref.value = value;
        } else if (memory != null) {
            memory.putLong(0, value);
        } else {
            putChars(value, LONG_CHARS);
        }
        length.value = Long.BYTES;
    }

    void time(SYSTEMTIME time) {
        requireRoom(SYSTEMTIME_BYTES);
        if (buffer instanceof SYSTEMTIME target) {
            copy(time, target);
        } else {
            int[] fields = {
                time.wYear,
                time.wMonth,
                time.wDayOfWeek,
                time.wDay,
                time.wHour,
                time.wMinute,
                time.wSecond,
                time.wMilliseconds
            };
            for (int i = 0; i < fields.length; i++) {
                putWord(i, fields[i]);
            }
        }
        length.value = SYSTEMTIME_BYTES;
    }

    private static void copy(SYSTEMTIME from, SYSTEMTIME to) {
        to.wYear = from.wYear;
        to.wMonth = from.wMonth;
        to.wDayOfWeek = from.wDayOfWeek;
        to.wDay = from.wDay;
        to.wHour = from.wHour;
        to.wMinute = from.wMinute;
        to.wSecond = from.wSecond;
        to.wMilliseconds = from.wMilliseconds;
    }

    /** A text buffer receives numbers when it held the name of a custom header: its characters are memory then. */
    private void putChars(long value, int count) {
        for (int i = 0; i < count; i++) {
            int place = LITTLE_ENDIAN ? i : count - 1 - i;
            putWord(i, (int) (value >>> (place * Character.SIZE)));
        }
    }

    private void putWord(int index, int value) {
        if (memory != null) {
            memory.putShort(index * Short.BYTES, (short) value);
        } else if (buffer instanceof TextBuffer target) {
            target.setCharAt(index, (char) value);
        } else {
            throw wrongBuffer();
        }
    }

    /** Numbers are refused by a buffer that is too large as well (R-QUERY-11). */
    private void requireExactRoom(int bytes) {
        requireRoom(bytes);
        if (Integer.toUnsignedLong(length.value) > bytes) {
            throw invalidValue();
        }
    }

    /** What counts is the length that the caller states, but never more than there is. */
    private void requireRoom(int bytes) {
        if (buffer == null || Integer.toUnsignedLong(length.value) < bytes || buffer.sizeof() < bytes) {
            length.value = bytes;
            throw new WinInetFailure(Win32Error.ERROR_INSUFFICIENT_BUFFER);
        }
    }

    /**
     * Reads an optional sign and digits; whatever follows them does not count, as observed. Above 2^63 the result is
     * unsigned.
     */
    private static long leadingNumber(String value) {
        int end = value.length();
        boolean negative = end > 0 && value.charAt(0) == '-';
        int start = negative || (end > 0 && value.charAt(0) == '+') ? 1 : 0;
        long number = 0;
        int at = start;
        while (at < end && value.charAt(at) >= '0' && value.charAt(at) <= '9') {
            long tenfold = number * 10;
            long grown = tenfold + (value.charAt(at) - '0');
            if (number < 0 || number > UNSIGNED_MAX_TENTH || Long.compareUnsigned(grown, tenfold) < 0) {
                throw invalidValue();
            }
            number = grown;
            at++;
        }
        if (at == start || (negative && number < 0)) {
            throw invalidValue();
        }
        return negative ? -number : number;
    }

    private static WinInetFailure invalidValue() {
        return new WinInetFailure(WinInetError.ERROR_HTTP_INVALID_HEADER);
    }

    private static WinInetFailure wrongBuffer() {
        return new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
    }
}
