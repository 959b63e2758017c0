package io.github.wininet4j.nativelib.export;

import com.sun.jna.Pointer;
import io.github.wininet4j.ansi.AnsiBuffer;
import io.github.wininet4j.ansi.URL_COMPONENTSA;
import io.github.wininet4j.nativelib.memory.StructureLayout;
import io.github.wininet4j.nativelib.memory.UrlPart;
import io.github.wininet4j.nativelib.memory.WideText;
import io.github.wininet4j.type.TextBuffer;
import io.github.wininet4j.type.URL_COMPONENTS;
import org.jspecify.annotations.Nullable;

/** {@code URL_COMPONENTS} of a C caller: its buffers are used where they are, and views become pointers into its URL (R-CRACK-3). */
final class UrlPartsIn {
    private static final StructureLayout LAYOUT = StructureLayout.of(URL_COMPONENTS.class);
    private static final int SCHEME = LAYOUT.offset("nScheme");
    private static final int PORT = LAYOUT.offset("nPort");

    private UrlPartsIn() {}

    private static boolean cracks(String function) {
        return function.equals("InternetCrackUrl");
    }

    static @Nullable Object wide(InboundCall call, int index, String function) {
        Pointer memory = Takings.pointer(call, index);
        if (memory == null) {
            return null;
        }
        URL_COMPONENTS parts = new URL_COMPONENTS();
        parts.dwStructSize = ownSize(memory);
        parts.nScheme = memory.getInt(SCHEME);
        parts.nPort = Short.toUnsignedInt(memory.getShort(PORT));
        for (UrlPart part : UrlPart.values()) {
            Pointer text = memory.getPointer(part.pointerOffset());
            int length = memory.getInt(part.lengthOffset());
            TextBuffer buffer = null;
            if (text != null) {
                int room = cracks(function) || length > 0 ? Math.max(length, 0) : WideText.length(text) + 1;
                buffer = new TextBuffer(WideText.view(text, room));
            }
            part.set(parts, buffer, length);
        }
        if (cracks(function)) {
            call.whenOver(() -> giveWide(call, parts, memory));
        }
        return parts;
    }

    private static void giveWide(InboundCall call, URL_COMPONENTS parts, Pointer memory) {
        memory.setInt(SCHEME, parts.nScheme);
        memory.setShort(PORT, (short) parts.nPort);
        for (UrlPart part : UrlPart.values()) {
            TextBuffer buffer = part.buffer(parts, TextBuffer.class);
            if (buffer != null && memory.getPointer(part.pointerOffset()) == null) {
                memory.setPointer(
                        part.pointerOffset(),
                        new Pointer(call.slot(0)).share((long) buffer.offset() * Character.BYTES));
            }
            memory.setInt(part.lengthOffset(), part.length(parts));
        }
    }

    static @Nullable Object ansi(InboundCall call, int index, String function) {
        Pointer memory = Takings.pointer(call, index);
        if (memory == null) {
            return null;
        }
        URL_COMPONENTSA parts = new URL_COMPONENTSA();
        parts.dwStructSize = ownSize(memory);
        parts.nScheme = memory.getInt(SCHEME);
        parts.nPort = Short.toUnsignedInt(memory.getShort(PORT));
        for (UrlPart part : UrlPart.values()) {
            Pointer text = memory.getPointer(part.pointerOffset());
            int length = memory.getInt(part.lengthOffset());
            AnsiBuffer buffer = null;
            if (text != null && cracks(function)) {
                buffer = new AnsiBuffer(Math.max(length, 0));
            } else if (text != null) {
                int room = length > 0 ? length : (int) text.indexOf(0, (byte) 0);
                buffer = new AnsiBuffer(text.getByteArray(0, room));
            }
            part.set(parts, buffer, length);
        }
        if (cracks(function)) {
            call.whenOver(() -> giveAnsi(call, parts, memory));
        }
        return parts;
    }

    private static void giveAnsi(InboundCall call, URL_COMPONENTSA parts, Pointer memory) {
        memory.setInt(SCHEME, parts.nScheme);
        memory.setShort(PORT, (short) parts.nPort);
        for (UrlPart part : UrlPart.values()) {
            AnsiBuffer buffer = part.buffer(parts, AnsiBuffer.class);
            int length = part.length(parts);
            Pointer text = memory.getPointer(part.pointerOffset());
            if (text == null && buffer != null) {
                memory.setPointer(part.pointerOffset(), new Pointer(call.slot(0)).share(buffer.offset()));
            } else if (text != null && buffer != null && call.succeeded()) {
                byte[] bytes = buffer.bytes(Math.min(length + 1, buffer.capacity()));
                text.write(0, bytes, 0, bytes.length);
            }
            memory.setInt(part.lengthOffset(), length);
        }
    }

    private static int ownSize(Pointer memory) {
        int stated = memory.getInt(0);
        return stated == LAYOUT.size() ? new URL_COMPONENTS().sizeof() : stated;
    }
}
