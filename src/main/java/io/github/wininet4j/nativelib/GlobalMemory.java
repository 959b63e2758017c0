package io.github.wininet4j.nativelib;

import com.sun.jna.Function;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;

/** Memory that the library allocated for its caller to free. */
final class GlobalMemory {
    private GlobalMemory() {}

    /** Frees a block by {@code GlobalFree}, or what stands for it where there is no Windows. */
    static void free(long address) {
        if (address == 0) {
            return;
        }
        if (Platform.isWindows()) {
            Function.getFunction("kernel32", "GlobalFree", Function.ALT_CONVENTION)
                    .invokePointer(new Object[] {new Pointer(address)});
        } else {
            Native.free(address);
        }
    }
}
