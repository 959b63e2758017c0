package io.github.wininet4j.nativelib.capi;

import io.github.wininet4j.type.ByteBlock;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.Structure;
import io.github.wininet4j.type.TextBuffer;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.function.Supplier;

/** Reserved pointers: an empty object stands for one that is not NULL, and its memory is not touched. */
final class Reserved {
    private static final Map<Class<?>, Supplier<Object>> EMPTY = Map.of(
            LPVOID.class, () -> new ByteBlock(ByteBuffer.allocate(0)),
            ByteBuffer.class, () -> ByteBuffer.allocate(0),
            DwordRef.class, DwordRef::new,
            TextBuffer.class, () -> new TextBuffer(0),
            String.class, () -> "",
            byte[].class, () -> new byte[1]);

    private Reserved() {}

    static FromNative of(Class<?> type) {
        Supplier<Object> empty = EMPTY.get(type);
        if (empty != null) {
            return (call, i) -> call.slot(i) == 0 ? null : empty.get();
        }
        Class<? extends Structure> structure = type.asSubclass(Structure.class);
        return (call, i) -> call.slot(i) == 0 ? null : Structures.create(structure);
    }
}
