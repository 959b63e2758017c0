package io.github.wininet4j.nativelib.capi;

import com.sun.jna.Pointer;
import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.nativelib.memory.Arena;
import io.github.wininet4j.nativelib.memory.PendingResults;
import io.github.wininet4j.nativelib.memory.PointerSized;
import io.github.wininet4j.nativelib.memory.StructureLayout;
import io.github.wininet4j.nativelib.memory.WideText;
import io.github.wininet4j.type.ByteBlock;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.HTTP_WEB_SOCKET_ASYNC_RESULT;
import io.github.wininet4j.type.HandleRef;
import io.github.wininet4j.type.INTERNET_ASYNC_RESULT;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.LongRef;
import io.github.wininet4j.type.StatusCallback;
import io.github.wininet4j.type.StatusPayloads;
import io.github.wininet4j.type.Structure;
import io.github.wininet4j.type.TextBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A C function as a status callback. Two of one address are equal. */
final class CStatusCallback implements StatusCallback {
    /** Room for any number or handle, so that C may read either form of a status that carries a handle (R-STAT-60). */
    private static final int SMALLEST = 16;

    private final long address;
    private final PendingResults<HINTERNET> pending;

    CStatusCallback(long address, PendingResults<HINTERNET> pending) {
        this.address = address;
        this.pending = pending;
    }

    long address() {
        return address;
    }

    @Override
    public void callback(
            HINTERNET hInternet,
            long dwContext,
            int dwInternetStatus,
            @Nullable LPVOID lpvStatusInformation,
            int dwStatusInformationLength) {
        if (lpvStatusInformation instanceof INTERNET_ASYNC_RESULT result
                && dwInternetStatus == InternetStatus.INTERNET_STATUS_REQUEST_COMPLETE) {
            pending.complete(hInternet, HTTP_WEB_SOCKET_ASYNC_RESULT.isOfReceive(result), result.dwResult != 0);
        } else if (dwInternetStatus == InternetStatus.INTERNET_STATUS_HANDLE_CLOSING) {
            pending.closed(hInternet);
        }
        long handle = hInternet.value();
        if (lpvStatusInformation == null) {
            CLibrary.notify(address, handle, dwContext, dwInternetStatus, 0, dwStatusInformationLength);
            return;
        }
        Arena arena = Arena.owned();
        long information = PointerSized.address(place(lpvStatusInformation, dwInternetStatus, arena));
        CLibrary.notify(address, handle, dwContext, dwInternetStatus, information, dwStatusInformationLength);
        arena.release();
    }

    private static Pointer place(LPVOID payload, int status, Arena arena) {
        if (payload instanceof TextBuffer text) {
            return text(text.toString(), status, arena);
        }
        Pointer memory = arena.allocate(Math.max(payload.sizeof(), SMALLEST));
        if (payload instanceof DwordRef ref) {
            memory.setInt(0, ref.value);
        } else if (payload instanceof LongRef ref) {
            memory.setLong(0, ref.value);
        } else if (payload instanceof HandleRef ref) {
            HINTERNET handle = ref.value;
            PointerSized.set(memory, handle == null ? 0 : handle.value());
        } else if (payload instanceof ByteBlock block) {
            WideText.bytes(memory, block.sizeof()).put(0, block.buffer(), 0, block.sizeof());
        } else if (payload instanceof Structure structure) {
            StructureLayout.of(structure.getClass()).write(structure, memory, arena);
        }
        return memory;
    }

    private static Pointer text(String text, int status, Arena arena) {
        return StatusPayloads.kind(status) == StatusPayloads.Kind.WIDE_TEXT
                ? arena.wide(text)
                : arena.ansi(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CStatusCallback callback && callback.address == address;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(address);
    }
}
