package io.github.wininet4j.nativelib.windows;

import com.sun.jna.platform.win32.Advapi32Util;
import com.sun.jna.platform.win32.Win32Exception;
import com.sun.jna.platform.win32.WinReg;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The registry of Windows. What may not be read or written is as if it were not there. */
final class SystemRegistry implements Registry {
    private static WinReg.HKEY root(Hive hive) {
        return hive == Hive.USER ? WinReg.HKEY_CURRENT_USER : WinReg.HKEY_LOCAL_MACHINE;
    }

    private static <T> @Nullable T value(Hive hive, String key, String name, Supplier<T> read) {
        try {
            return Advapi32Util.registryValueExists(root(hive), key, name) ? read.get() : null;
        } catch (Win32Exception | ClassCastException e) {
            return null;
        }
    }

    private static void change(Runnable write) {
        try {
            write.run();
        } catch (Win32Exception e) {
            // The policy of the machine, or the rights of the user (R-PROXY-27).
        }
    }

    @Override
    public @Nullable Integer number(Hive hive, String key, String name) {
        return value(hive, key, name, () -> Advapi32Util.registryGetIntValue(root(hive), key, name));
    }

    @Override
    public @Nullable String text(Hive hive, String key, String name) {
        return value(hive, key, name, () -> Advapi32Util.registryGetStringValue(root(hive), key, name));
    }

    @Override
    public byte @Nullable [] bytes(Hive hive, String key, String name) {
        return value(hive, key, name, () -> Advapi32Util.registryGetBinaryValue(root(hive), key, name));
    }

    @Override
    public void set(Hive hive, String key, String name, int value) {
        change(() -> Advapi32Util.registrySetIntValue(root(hive), key, name, value));
    }

    @Override
    public void set(Hive hive, String key, String name, @Nullable String value) {
        change(() -> {
            if (value != null) {
                Advapi32Util.registrySetStringValue(root(hive), key, name, value);
            } else if (Advapi32Util.registryValueExists(root(hive), key, name)) {
                Advapi32Util.registryDeleteValue(root(hive), key, name);
            }
        });
    }

    @Override
    public void set(Hive hive, String key, String name, byte[] value) {
        change(() -> Advapi32Util.registrySetBinaryValue(root(hive), key, name, value));
    }
}
