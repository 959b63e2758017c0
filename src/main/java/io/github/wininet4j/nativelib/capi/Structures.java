package io.github.wininet4j.nativelib.capi;

import com.sun.jna.Pointer;
import io.github.wininet4j.ansi.INTERNET_BUFFERSA;
import io.github.wininet4j.ansi.URL_COMPONENTSA;
import io.github.wininet4j.ansi.WIN32_FIND_DATAA;
import io.github.wininet4j.nativelib.memory.Arena;
import io.github.wininet4j.nativelib.memory.NarrowText;
import io.github.wininet4j.nativelib.memory.StructureLayout;
import io.github.wininet4j.nativelib.memory.WideText;
import io.github.wininet4j.type.INTERNET_BUFFERS;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.Structure;
import io.github.wininet4j.type.URL_COMPONENTS;
import io.github.wininet4j.type.WIN32_FIND_DATA;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The caller's structures: read before the call if they go in, written after it if they come out. */
final class Structures {
    /** Offsets are the same in the A structure. */
    private static final StructureLayout BUFFERS = StructureLayout.of(INTERNET_BUFFERS.class);

    private static final int HEADER = BUFFERS.offset("lpcszHeader");
    private static final int DATA = BUFFERS.offset("lpvBuffer");
    private static final int DATA_LENGTH = BUFFERS.offset("dwBufferLength");

    /** Functions whose structures only go in; C may keep those in memory that cannot be written. */
    private static final List<String> SETTERS = List.of("Set", "InternetSet", "InternetTimeFrom");

    private Structures() {}

    /** Returns how a structure of a function is taken; null if the type is none. */
    static @Nullable FromNative taking(Class<?> type, String function) {
        if (type == INTERNET_BUFFERS.class) {
            return (call, i) -> wideBuffers(call, i, function);
        }
        if (type == INTERNET_BUFFERSA.class) {
            return (call, i) -> ansiBuffers(call, i, function);
        }
        if (type == URL_COMPONENTS.class) {
            return (call, i) -> UrlPartsFromNative.WIDE.take(call, i, function);
        }
        if (type == URL_COMPONENTSA.class) {
            return (call, i) -> UrlPartsFromNative.ANSI.take(call, i, function);
        }
        if (type == LPVOID.class && function.equals("InternetFindNextFile")) {
            return (call, i) -> plain(call, i, WIN32_FIND_DATA.class, false);
        }
        if (Structure.class.isAssignableFrom(type)
                && type.getFields().length > 0
                && !type.getSimpleName().startsWith("CERT_")) {
            boolean goesIn = SETTERS.stream().anyMatch(function::startsWith);
            return (call, i) -> plain(call, i, type.asSubclass(Structure.class), goesIn);
        }
        return null;
    }

    /** Returns how the entry of a listing is taken by the A function. */
    static FromNative ansiFindData() {
        return (call, i) -> plain(call, i, WIN32_FIND_DATAA.class, false);
    }

    private static @Nullable Structure plain(
            InboundCall call, int index, Class<? extends Structure> type, boolean goesIn) {
        Pointer memory = FromNativeConverters.pointer(call, index);
        if (memory == null) {
            return null;
        }
        StructureLayout layout = StructureLayout.of(type);
        Structure structure = create(type);
        if (goesIn || !layout.hasPointers()) {
            layout.read(structure, memory);
        } else {
            // What comes out may hold anything before; only the size that C states counts.
            layout.readOwnSize(structure, memory);
        }
        if (!goesIn) {
            call.onCompletion(() -> {
                if (call.succeeded()) {
                    layout.write(structure, memory, Arena.within(memory.share(layout.size())));
                }
            });
        }
        return structure;
    }

    static Structure create(Class<? extends Structure> type) {
        try {
            return type.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a structure has a public constructor without arguments", e);
        }
    }

    private static @Nullable Object wideBuffers(InboundCall call, int index, String function) {
        Pointer memory = FromNativeConverters.pointer(call, index);
        if (memory == null) {
            return null;
        }
        INTERNET_BUFFERS buffers = new INTERNET_BUFFERS();
        BUFFERS.readNumbers(buffers, memory);
        Pointer header = memory.getPointer(HEADER);
        buffers.lpcszHeader = header == null || buffers.dwHeadersLength <= 0
                ? WideText.read(header)
                : WideText.read(header, buffers.dwHeadersLength);
        buffers.lpvBuffer = data(memory, buffers.dwBufferLength);
        if (fills(function)) {
            call.onCompletion(() -> memory.setInt(DATA_LENGTH, buffers.dwBufferLength));
        }
        return buffers;
    }

    private static @Nullable Object ansiBuffers(InboundCall call, int index, String function) {
        Pointer memory = FromNativeConverters.pointer(call, index);
        if (memory == null) {
            return null;
        }
        INTERNET_BUFFERSA buffers = new INTERNET_BUFFERSA();
        StructureLayout.of(INTERNET_BUFFERSA.class).readNumbers(buffers, memory);
        Pointer header = memory.getPointer(HEADER);
        if (header != null) {
            int length = buffers.dwHeadersLength > 0 ? buffers.dwHeadersLength : NarrowText.length(header);
            buffers.lpcszHeader = header.getByteArray(0, length);
        }
        buffers.lpvBuffer = data(memory, buffers.dwBufferLength);
        if (fills(function)) {
            call.onCompletion(() -> memory.setInt(DATA_LENGTH, buffers.dwBufferLength));
        }
        return buffers;
    }

    private static @Nullable ByteBuffer data(Pointer memory, int length) {
        Pointer data = memory.getPointer(DATA);
        return data == null ? null : WideText.bytes(data, Math.max(length, 0));
    }

    private static boolean fills(String function) {
        return function.equals("InternetReadFileEx");
    }
}
