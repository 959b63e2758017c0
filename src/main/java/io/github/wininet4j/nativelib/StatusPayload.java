package io.github.wininet4j.nativelib;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import io.github.wininet4j.nativelib.memory.ForeignMemory;
import io.github.wininet4j.nativelib.memory.PointerSized;
import io.github.wininet4j.nativelib.memory.StructureLayout;
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

    static @Nullable LPVOID read(int status, @Nullable Pointer memory, int length, ForeignMemory reader) {
        if (memory == null) {
            return null;
        }
        return switch (StatusPayloads.kind(status)) {
            case DWORD -> number(reader.block(memory, Integer.BYTES));
            case HANDLE -> handle(reader.block(memory, Native.POINTER_SIZE));
            case ANSI_TEXT -> ansi(reader.narrow(memory));
            case WIDE_TEXT -> wide(reader.wide(memory));
            case ASYNC_RESULT -> structure(asyncResult(length), memory, reader);
            case COOKIE_HISTORY -> structure(new InternetCookieHistory(), memory, reader);
            case OTHER -> bytes(reader.block(memory, Math.max(length, 0)), length);
        };
    }

    /** WebSockets tell more (R-WS-4). */
    private static Structure asyncResult(int length) {
        boolean plain =
                length <= StructureLayout.of(INTERNET_ASYNC_RESULT.class).size();
        return plain ? new INTERNET_ASYNC_RESULT() : new HTTP_WEB_SOCKET_ASYNC_RESULT();
    }

    private static @Nullable LPVOID number(@Nullable Pointer memory) {
        return memory == null ? null : new DwordRef(memory.getInt(0));
    }

    private static @Nullable LPVOID handle(@Nullable Pointer memory) {
        return memory == null ? null : new HandleRef(new HINTERNET(PointerSized.get(memory)));
    }

    private static @Nullable LPVOID ansi(byte @Nullable [] bytes) {
        return bytes == null
                ? null
                : new TextBuffer(new String(bytes, 0, bytes.length - 1, StandardCharsets.ISO_8859_1));
    }

    private static @Nullable LPVOID wide(@Nullable String text) {
        return text == null ? null : new TextBuffer(text);
    }

    private static @Nullable LPVOID bytes(@Nullable Pointer memory, int length) {
        return memory == null ? null : new ByteBlock(ByteBuffer.wrap(memory.getByteArray(0, Math.max(length, 0))));
    }

    private static @Nullable LPVOID structure(Structure structure, Pointer at, ForeignMemory reader) {
        StructureLayout layout = StructureLayout.of(structure.getClass());
        Pointer memory = reader.block(at, layout.size());
        if (memory == null) {
            return null;
        }
        layout.read(structure, memory, reader);
        return structure;
    }
}
