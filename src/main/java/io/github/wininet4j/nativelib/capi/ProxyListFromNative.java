package io.github.wininet4j.nativelib.capi;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import io.github.wininet4j.nativelib.memory.Arena;
import io.github.wininet4j.nativelib.memory.PointerSized;
import io.github.wininet4j.nativelib.memory.StructureLayout;
import io.github.wininet4j.type.WININET_PROXY_INFO;
import io.github.wininet4j.type.WININET_PROXY_INFO_LIST;
import org.jspecify.annotations.Nullable;

/**
 * The list that {@code InternetGetProxyForUrl} fills and {@code InternetFreeProxyInfoList} empties: its array is one
 * block with its texts.
 */
final class ProxyListFromNative {
    private static final StructureLayout LIST = StructureLayout.of(WININET_PROXY_INFO_LIST.class);
    private static final StructureLayout ITEM = StructureLayout.of(WININET_PROXY_INFO.class);
    private static final int COUNT = LIST.offset("dwProxyInfoCount");
    private static final int ITEMS = LIST.offset("pProxyInfo");

    private ProxyListFromNative() {}

    static @Nullable Object take(InboundCall call, int index) {
        Pointer memory = FromNativeConverters.pointer(call, index);
        if (memory == null) {
            return null;
        }
        WININET_PROXY_INFO_LIST list = new WININET_PROXY_INFO_LIST();
        call.onCompletion(() -> {
            WININET_PROXY_INFO[] items = list.pProxyInfo;
            if (call.succeeded() && items != null) {
                memory.setInt(COUNT, items.length);
                memory.setPointer(ITEMS, place(items));
            }
        });
        return list;
    }

    private static Pointer place(WININET_PROXY_INFO[] items) {
        long size = (long) items.length * ITEM.size();
        for (WININET_PROXY_INFO item : items) {
            size += item.pwszProxy == null ? 0 : (item.pwszProxy.length() + 1L) * Character.BYTES;
        }
        Pointer block = Arena.freedByReceiver().allocate(size);
        Arena texts = Arena.within(block.share((long) items.length * ITEM.size()));
        for (int i = 0; i < items.length; i++) {
            ITEM.write(items[i], block.share((long) i * ITEM.size()), texts);
        }
        return block;
    }

    /** The list itself is the caller's; a second time there is nothing to free. */
    static @Nullable Object free(InboundCall call, int index) {
        Pointer memory = FromNativeConverters.pointer(call, index);
        if (memory != null) {
            Native.free(PointerSized.get(memory.share(ITEMS)));
            memory.setInt(COUNT, 0);
            memory.setPointer(ITEMS, null);
        }
        return null;
    }
}
