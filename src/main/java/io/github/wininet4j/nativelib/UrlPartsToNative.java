package io.github.wininet4j.nativelib;

import com.sun.jna.Pointer;
import io.github.wininet4j.nativelib.memory.StructureLayout;
import io.github.wininet4j.nativelib.memory.UrlPart;
import io.github.wininet4j.type.TextBuffer;
import io.github.wininet4j.type.URL_COMPONENTS;
import org.jspecify.annotations.Nullable;

/** {@code URL_COMPONENTS} as the library's C memory: texts to make a URL of, or buffers and views for the parts of one. */
final class UrlPartsToNative {
    private static final int MAX_PORT = 0xFFFF;

    private UrlPartsToNative() {}

    static Pointer pass(URL_COMPONENTS parts, @Nullable Object[] arguments, OutboundCall call) {
        if (parts.nPort < 0 || parts.nPort > MAX_PORT) {
            throw new RefusedArgument("a port has 16 bits");
        }
        StructureLayout layout = StructureLayout.of(URL_COMPONENTS.class);
        Pointer memory = call.allocate(layout.size());
        layout.write(parts, memory, call.arena());
        for (UrlPart part : UrlPart.values()) {
            TextBuffer buffer = part.buffer(parts, TextBuffer.class);
            if (buffer != null) {
                int length = part.length(parts);
                memory.setPointer(part.pointerOffset(), Buffers.text(buffer, 0, call));
                if (length < 0 || length > buffer.capacity()) {
                    throw new RefusedArgument("a length beyond the buffer of a part");
                }
            }
        }
        // The URL of InternetCrackUrl comes first; the views of parts are pointers into it.
        if (arguments[0] instanceof String url && call.passed(0) instanceof Pointer base) {
            TextBuffer text = new TextBuffer(url);
            call.onCompletion(() -> take(parts, memory, base, text));
        }
        return memory;
    }

    private static void take(URL_COMPONENTS parts, Pointer memory, Pointer base, TextBuffer url) {
        StructureLayout layout = StructureLayout.of(URL_COMPONENTS.class);
        parts.nScheme = memory.getInt(layout.offset("nScheme"));
        parts.nPort = Short.toUnsignedInt(memory.getShort(layout.offset("nPort")));
        for (UrlPart part : UrlPart.values()) {
            int length = memory.getInt(part.lengthOffset());
            Pointer found = memory.getPointer(part.pointerOffset());
            TextBuffer buffer = part.buffer(parts, TextBuffer.class);
            if (buffer == null && found != null) {
                long start = (Pointer.nativeValue(found) - Pointer.nativeValue(base)) / Character.BYTES;
                buffer = url.view((int) start);
            }
            part.set(parts, buffer, length);
        }
    }
}
