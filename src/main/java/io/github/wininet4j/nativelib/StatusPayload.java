package io.github.wininet4j.nativelib;

import com.sun.jna.Pointer;
import io.github.wininet4j.nativelib.memory.NarrowText;
import io.github.wininet4j.nativelib.memory.PointerSized;
import io.github.wininet4j.nativelib.memory.StructureLayout;
import io.github.wininet4j.nativelib.memory.WideText;
import io.github.wininet4j.type.ByteBlock;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.HTTP_WEB_SOCKET_ASYNC_RESULT;
import io.github.wininet4j.type.HandleRef;
import io.github.wininet4j.type.INTERNET_ASYNC_RESULT;
import io.github.wininet4j.type.InternetCookieHistory;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.StatusPayloads;
import io.github.wininet4j.type.Structure;
import io.github.wininet4j.type.TextBuffer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What a status of a wide callback carries, read from C memory. */
final class StatusPayload {
    private StatusPayload() {}

    static @Nullable LPVOID read(int status, @Nullable Pointer memory, int length) {
        if (memory == null) {
            return null;
        }
        return switch (StatusPayloads.kind(status)) {
            case DWORD -> new DwordRef(memory.getInt(0));
            case HANDLE -> new HandleRef(new HINTERNET(PointerSized.get(memory)));
            case ANSI_TEXT -> ansi(memory);
            case WIDE_TEXT -> new TextBuffer(WideText.read(memory, WideText.length(memory)));
            case ASYNC_RESULT -> structure(asyncResult(length), memory);
            case COOKIE_HISTORY -> structure(new InternetCookieHistory(), memory);
            case OTHER -> new ByteBlock(ByteBuffer.wrap(memory.getByteArray(0, Math.max(length, 0))));
        };
    }

    /** WebSockets tell more (R-WS-4). */
    private static Structure asyncResult(int length) {
        boolean plain = length <= StructureLayout.of(INTERNET_ASYNC_RESULT.class).size();
        return plain ? new INTERNET_ASYNC_RESULT() : new HTTP_WEB_SOCKET_ASYNC_RESULT();
    }

    private static LPVOID ansi(Pointer memory) {
        byte[] bytes = memory.getByteArray(0, NarrowText.length(memory));
        return new TextBuffer(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    private static LPVOID structure(Structure structure, Pointer memory) {
        StructureLayout.of(structure.getClass()).read(structure, memory);
        return structure;
    }
}
