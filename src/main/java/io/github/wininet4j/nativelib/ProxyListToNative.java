package io.github.wininet4j.nativelib;

import com.sun.jna.Pointer;
import io.github.wininet4j.nativelib.memory.ForeignMemory;
import io.github.wininet4j.nativelib.memory.StructureLayout;
import io.github.wininet4j.type.WININET_PROXY_INFO;
import io.github.wininet4j.type.WININET_PROXY_INFO_LIST;
import org.jspecify.annotations.Nullable;

/**
 * The list that {@code InternetGetProxyForUrl} fills. What it allocates for that is copied to Java objects at once and
 * freed, so there is nothing left for {@code InternetFreeProxyInfoList}.
 */
final class ProxyListToNative {
    private static final StructureLayout LIST = StructureLayout.of(WININET_PROXY_INFO_LIST.class);
    private static final StructureLayout ITEM = StructureLayout.of(WININET_PROXY_INFO.class);

    private ProxyListToNative() {}

    static Pointer pass(WININET_PROXY_INFO_LIST list, OutboundCall call) {
        Pointer memory = call.allocate(LIST.size());
        call.onCompletion(() -> {
            if (!call.succeeded()) {
                return;
            }
            Pointer array = memory.getPointer(LIST.offset("pProxyInfo"));
            int count = memory.getInt(LIST.offset("dwProxyInfoCount"));
            WININET_PROXY_INFO[] found = array == null ? null : read(array, count, call.foreign());
            list.clear();
            if (found != null) {
                list.pProxyInfo = found;
                list.dwProxyInfoCount = found.length;
                call.freeProxyList(memory);
            }
        });
        return memory;
    }

    private static WININET_PROXY_INFO @Nullable [] read(Pointer array, int count, ForeignMemory foreign) {
        Pointer all = foreign.block(array, (long) count * ITEM.size());
        if (all == null) {
            return null;
        }
        WININET_PROXY_INFO[] found = new WININET_PROXY_INFO[count];
        for (int i = 0; i < count; i++) {
            found[i] = new WININET_PROXY_INFO();
            ITEM.read(found[i], all.share((long) i * ITEM.size()), foreign);
        }
        return found;
    }
}
