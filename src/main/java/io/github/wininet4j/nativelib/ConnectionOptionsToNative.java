package io.github.wininet4j.nativelib;

import com.sun.jna.Pointer;
import io.github.wininet4j.nativelib.memory.ConnectionOptionLayout;
import io.github.wininet4j.nativelib.memory.StructureLayout;
import io.github.wininet4j.type.INTERNET_PER_CONN_OPTION;
import io.github.wininet4j.type.INTERNET_PER_CONN_OPTION_LIST;

/** {@code INTERNET_PER_CONN_OPTION_LIST} as C memory. */
final class ConnectionOptionsToNative {
    private ConnectionOptionsToNative() {}

    static Pointer pass(INTERNET_PER_CONN_OPTION_LIST list, Pointer memory, OutboundCall call) {
        StructureLayout layout = StructureLayout.of(INTERNET_PER_CONN_OPTION_LIST.class);
        layout.write(list, memory, call.arena());
        INTERNET_PER_CONN_OPTION[] options = list.pOptions;
        if (options == null) {
            call.onCompletion(() -> list.dwOptionError = memory.getInt(layout.offset("dwOptionError")));
            return memory;
        }
        int count = options.length;
        if (list.dwOptionCount < 0 || list.dwOptionCount > count) {
            memory.setInt(layout.offset("dwOptionCount"), count);
        }
        Pointer array = call.allocate((long) count * ConnectionOptionLayout.SIZE);
        for (int i = 0; i < count; i++) {
            if (options[i] != null) {
                ConnectionOptionLayout.write(options[i], element(array, i), call.arena());
            }
        }
        memory.setPointer(layout.offset("pOptions"), array);
        long[] before = pointers(array, count);
        call.onCompletion(() -> {
            list.dwOptionError = memory.getInt(layout.offset("dwOptionError"));
            if (!call.succeeded()) {
                return;
            }
            long[] after = pointers(array, count);
            for (int i = 0; i < count; i++) {
                if (options[i] != null) {
                    ConnectionOptionLayout.read(options[i], element(array, i), call.foreign());
                    // The library allocates the texts that it answers with.
                    boolean isRead = ConnectionOptionLayout.isText(options[i].dwOption) && options[i].pszValue != null;
                    if (isRead && after[i] != before[i]) {
                        call.free(after[i]);
                    }
                }
            }
        });
        return memory;
    }

    private static long[] pointers(Pointer array, int count) {
        long[] found = new long[count];
        for (int i = 0; i < count; i++) {
            found[i] = Pointer.nativeValue(element(array, i).getPointer(ConnectionOptionLayout.VALUE));
        }
        return found;
    }

    private static Pointer element(Pointer array, int index) {
        return array.share((long) index * ConnectionOptionLayout.SIZE);
    }
}
