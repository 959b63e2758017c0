package io.github.wininet4j.nativelib.memory;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import io.github.wininet4j.constant.ProxyType;
import io.github.wininet4j.type.FILETIME;
import io.github.wininet4j.type.INTERNET_PER_CONN_OPTION;
import java.util.Set;

/** {@code INTERNET_PER_CONN_OPTION}: which member of its union counts depends on the option. */
public final class ConnectionOptionLayout {
    /** Bytes of one option. */
    public static final int SIZE = Native.POINTER_SIZE == Long.BYTES ? 16 : 12;

    /** Where the union is. */
    public static final int VALUE = Native.POINTER_SIZE;

    private static final Set<Integer> TEXTS = Set.of(
            ProxyType.INTERNET_PER_CONN_PROXY_SERVER,
            ProxyType.INTERNET_PER_CONN_PROXY_BYPASS,
            ProxyType.INTERNET_PER_CONN_AUTOCONFIG_URL,
            ProxyType.INTERNET_PER_CONN_AUTOCONFIG_SECONDARY_URL,
            ProxyType.INTERNET_PER_CONN_AUTOCONFIG_LAST_DETECT_URL);

    private ConnectionOptionLayout() {}

    /**
     * Returns whether an option is text.
     *
     * @param option an {@code INTERNET_PER_CONN_*} value
     * @return true if its union holds a pointer
     */
    public static boolean isText(int option) {
        return TEXTS.contains(option);
    }

    /**
     * Returns whether an option is a time.
     *
     * @param option an {@code INTERNET_PER_CONN_*} value
     * @return true if its union holds a {@code FILETIME}
     */
    public static boolean isTime(int option) {
        return option == ProxyType.INTERNET_PER_CONN_AUTOCONFIG_LAST_DETECT_TIME;
    }

    /**
     * Writes an option.
     *
     * @param option what to write
     * @param memory where to
     * @param arena where its text goes
     */
    public static void write(INTERNET_PER_CONN_OPTION option, Pointer memory, Arena arena) {
        memory.setInt(0, option.dwOption);
        if (isText(option.dwOption)) {
            FieldKind.TEXT.write(memory.share(VALUE), option.pszValue, 1, arena);
        } else if (isTime(option.dwOption)) {
            FieldKind.FILETIME.write(memory.share(VALUE), option.ftValue, 1, arena);
        } else {
            memory.setInt(VALUE, option.dwValue);
        }
    }

    /**
     * Reads an option.
     *
     * @param option what to fill
     * @param memory where from
     */
    public static void read(INTERNET_PER_CONN_OPTION option, Pointer memory) {
        read(option, memory, ForeignMemory.TRUSTED);
    }

    /**
     * Reads an option.
     *
     * @param option what to fill
     * @param memory where from
     * @param texts what its text lies in
     */
    public static void read(INTERNET_PER_CONN_OPTION option, Pointer memory, ForeignMemory texts) {
        option.dwOption = memory.getInt(0);
        if (isText(option.dwOption)) {
            option.pszValue = texts.wide(memory.getPointer(VALUE));
        } else if (isTime(option.dwOption)) {
            option.ftValue = new FILETIME(memory.getLong(VALUE));
        } else {
            option.dwValue = memory.getInt(VALUE);
        }
    }
}
