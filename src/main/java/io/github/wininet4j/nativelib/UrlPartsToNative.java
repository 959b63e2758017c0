package io.github.wininet4j.nativelib;

import com.sun.jna.Pointer;
import io.github.wininet4j.function.Role;
import io.github.wininet4j.nativelib.memory.StructureLayout;
import io.github.wininet4j.type.TextBuffer;
import io.github.wininet4j.type.URL_COMPONENTS;
import io.github.wininet4j.type.UrlPart;
import org.jspecify.annotations.Nullable;

/**
 * {@code URL_COMPONENTS} as the library's C memory: texts to make a URL of, or buffers and views for the parts of one.
 */
final class UrlPartsToNative {
    private static final StructureLayout LAYOUT = StructureLayout.of(URL_COMPONENTS.class);
    private static final int SIZE_64 = 104;
    private static final int SIZE_32 = 60;
    private static final int MAX_PORT = 0xFFFF;

    private UrlPartsToNative() {}

    static Pointer pass(URL_COMPONENTS parts, Role role, @Nullable Object[] arguments, OutboundCall call) {
        if (parts.nPort < 0 || parts.nPort > MAX_PORT) {
            throw new RefusedArgument("a port has 16 bits");
        }
        Pointer memory = call.allocate(LAYOUT.size());
        LAYOUT.write(parts, memory, call.arena());
        if (parts.dwStructSize == SIZE_32 || parts.dwStructSize == SIZE_64) {
            // The facade takes the size of either platform (R-STRUCT-3); a library takes that of its own.
            memory.setInt(LAYOUT.offset("dwStructSize"), LAYOUT.size());
        }
        for (UrlPart part : UrlPart.values()) {
            TextBuffer buffer = parts.buffer(part);
            if (buffer != null) {
                int length = parts.length(part);
                memory.setPointer(LAYOUT.offset(part.pointerName()), Buffers.text(buffer, 0, call));
                if (length < 0 || length > buffer.capacity()) {
                    throw new RefusedArgument("a length beyond the buffer of a part");
                }
            }
        }
        // The URL was passed before; the views of parts are pointers into it.
        int source = role.related();
        if (source >= 0 && arguments[source] instanceof String url && call.passed(source) instanceof Pointer base) {
            TextBuffer text = new TextBuffer(url);
            call.onCompletion(() -> take(parts, memory, call.succeeded() ? base : null, text));
        }
        return memory;
    }

    /** Views are made by a call that has succeeded only, and of what lies within the URL. */
    private static void take(URL_COMPONENTS parts, Pointer memory, @Nullable Pointer base, TextBuffer url) {
        parts.nScheme = memory.getInt(LAYOUT.offset("nScheme"));
        parts.nPort = Short.toUnsignedInt(memory.getShort(LAYOUT.offset("nPort")));
        for (UrlPart part : UrlPart.values()) {
            int length = memory.getInt(LAYOUT.offset(part.lengthName()));
            Pointer found = memory.getPointer(LAYOUT.offset(part.pointerName()));
            TextBuffer buffer = parts.buffer(part);
            if (buffer == null && found != null && base != null) {
                long start = (Pointer.nativeValue(found) - Pointer.nativeValue(base)) / Character.BYTES;
                boolean isInside = start >= 0 && length >= 0 && start + length < url.capacity();
                buffer = isInside ? url.view((int) start) : null;
            }
            parts.set(part, buffer, length);
        }
    }
}
