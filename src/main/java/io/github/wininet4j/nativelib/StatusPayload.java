package io.github.wininet4j.nativelib;

import com.sun.jna.Pointer;
import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.nativelib.memory.NarrowText;
import io.github.wininet4j.nativelib.memory.PointerSized;
import io.github.wininet4j.nativelib.memory.StructureLayout;
import io.github.wininet4j.nativelib.memory.WideText;
import io.github.wininet4j.type.ByteBlock;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.HandleRef;
import io.github.wininet4j.type.INTERNET_ASYNC_RESULT;
import io.github.wininet4j.type.InternetCookieHistory;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.Structure;
import io.github.wininet4j.type.TextBuffer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a status of a wide callback carries, by the status (R-STAT). */
final class StatusPayload {
    /** Reads a payload from C memory. */
    @FunctionalInterface
    private interface Reader {
        LPVOID read(Pointer memory, int length);
    }

    private static final Map<Integer, Reader> READERS = Map.ofEntries(
            // These are bytes also for wide programs (R-CB-11).
            Map.entry(InternetStatus.INTERNET_STATUS_RESOLVING_NAME, StatusPayload::ansi),
            Map.entry(InternetStatus.INTERNET_STATUS_NAME_RESOLVED, StatusPayload::ansi),
            Map.entry(InternetStatus.INTERNET_STATUS_CONNECTING_TO_SERVER, StatusPayload::ansi),
            Map.entry(InternetStatus.INTERNET_STATUS_CONNECTED_TO_SERVER, StatusPayload::ansi),
            Map.entry(InternetStatus.INTERNET_STATUS_REDIRECT, (memory, length) -> wide(memory)),
            Map.entry(InternetStatus.INTERNET_STATUS_REQUEST_SENT, StatusPayload::number),
            Map.entry(InternetStatus.INTERNET_STATUS_RESPONSE_RECEIVED, StatusPayload::number),
            Map.entry(InternetStatus.INTERNET_STATUS_INTERMEDIATE_RESPONSE, StatusPayload::number),
            Map.entry(InternetStatus.INTERNET_STATUS_STATE_CHANGE, StatusPayload::number),
            Map.entry(InternetStatus.INTERNET_STATUS_COOKIE_SENT, StatusPayload::number),
            Map.entry(InternetStatus.INTERNET_STATUS_COOKIE_RECEIVED, StatusPayload::number),
            Map.entry(InternetStatus.INTERNET_STATUS_HANDLE_CREATED, StatusPayload::handle),
            Map.entry(InternetStatus.INTERNET_STATUS_HANDLE_CLOSING, StatusPayload::handle),
            Map.entry(
                    InternetStatus.INTERNET_STATUS_REQUEST_COMPLETE,
                    (memory, length) -> structure(new INTERNET_ASYNC_RESULT(), memory)),
            Map.entry(
                    InternetStatus.INTERNET_STATUS_COOKIE_HISTORY,
                    (memory, length) -> structure(new InternetCookieHistory(), memory)));

    private StatusPayload() {}

    static @Nullable LPVOID read(int status, @Nullable Pointer memory, int length) {
        if (memory == null) {
            return null;
        }
        return READERS.getOrDefault(status, StatusPayload::raw).read(memory, length);
    }

    private static LPVOID ansi(Pointer memory, int length) {
        byte[] bytes = memory.getByteArray(0, NarrowText.length(memory));
        return new TextBuffer(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    private static LPVOID wide(Pointer memory) {
        return new TextBuffer(WideText.read(memory, WideText.length(memory)));
    }

    private static LPVOID number(Pointer memory, int length) {
        return new DwordRef(memory.getInt(0));
    }

    private static LPVOID handle(Pointer memory, int length) {
        return new HandleRef(new HINTERNET(PointerSized.get(memory)));
    }

    private static LPVOID structure(Structure structure, Pointer memory) {
        StructureLayout.of(structure.getClass()).read(structure, memory);
        return structure;
    }

    private static LPVOID raw(Pointer memory, int length) {
        return new ByteBlock(ByteBuffer.wrap(memory.getByteArray(0, Math.max(length, 0))));
    }
}
