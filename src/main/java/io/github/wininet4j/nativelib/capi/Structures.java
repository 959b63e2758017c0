package io.github.wininet4j.nativelib.capi;

import com.sun.jna.Pointer;
import io.github.wininet4j.ansi.INTERNET_BUFFERSA;
import io.github.wininet4j.function.Role;
import io.github.wininet4j.function.Role.Direction;
import io.github.wininet4j.function.Role.Size;
import io.github.wininet4j.nativelib.memory.Arena;
import io.github.wininet4j.nativelib.memory.StructureLayout;
import io.github.wininet4j.nativelib.memory.WideText;
import io.github.wininet4j.type.INTERNET_BUFFERS;
import io.github.wininet4j.type.Structure;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** The caller's structures: read before the call if they go in, written after it if they come out. */
final class Structures {
    /** Offsets are the same in the A structure. */
    private static final StructureLayout BUFFERS = StructureLayout.of(INTERNET_BUFFERS.class);

    private static final int HEADER = BUFFERS.offset("lpcszHeader");
    private static final int DATA = BUFFERS.offset("lpvBuffer");
    private static final int DATA_LENGTH = BUFFERS.offset("dwBufferLength");

    /** Stands for any size that is not that of this machine: the functions take the sizes of others as well. */
    static final int WRONG_SIZE = 0;

    private Structures() {}

    /** Returns how a structure without particulars is taken. */
    static FromNative plain(Class<? extends Structure> type, Role role) {
        return (call, i) -> plain(call, i, type, role);
    }

    private static @Nullable Structure plain(InboundCall call, int index, Class<? extends Structure> type, Role role) {
        Pointer memory = FromNativeConverters.pointer(call, index);
        if (memory == null) {
            return null;
        }
        StructureLayout layout = StructureLayout.of(type);
        Structure structure = create(type);
        Size size = role.size();
        if (size != null && FromNativeConverters.size(size, call) < layout.size()) {
            // There is less of it than it has members.
            return structure;
        }
        boolean goesIn = role.direction() == Direction.IN;
        if (goesIn && !layout.hasOwnSize()) {
            layout.read(structure, memory);
        } else if (layout.isSizeRight(memory) && (goesIn || !layout.hasPointers())) {
            // The members of a cache entry that can be set are numbers; nothing looks at its texts.
            layout.readNumbers(structure, memory);
        } else {
            // What comes out may hold anything before; only the size that C states counts, and a wrong one ends it.
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

    /** Returns how {@code INTERNET_BUFFERS} is taken. Headers go in only; data that comes out leaves its length. */
    static FromNative wideBuffers(Direction direction) {
        boolean goesIn = direction == Direction.IN;
        return (call, i) -> {
            Pointer memory = FromNativeConverters.pointer(call, i);
            if (memory == null) {
                return null;
            }
            INTERNET_BUFFERS buffers = new INTERNET_BUFFERS();
            if (!BUFFERS.isSizeRight(memory)) {
                buffers.dwStructSize = WRONG_SIZE;
                return buffers;
            }
            BUFFERS.readNumbers(buffers, memory);
            if (goesIn) {
                buffers.lpcszHeader = TextFromNative.wide(memory.getPointer(HEADER), buffers.dwHeadersLength);
            } else {
                call.onCompletion(() -> memory.setInt(DATA_LENGTH, buffers.dwBufferLength));
            }
            buffers.lpvBuffer = data(memory, buffers.dwBufferLength);
            return buffers;
        };
    }

    /** As {@link #wideBuffers}, for the A functions. */
    static FromNative ansiBuffers(Direction direction) {
        boolean goesIn = direction == Direction.IN;
        return (call, i) -> {
            Pointer memory = FromNativeConverters.pointer(call, i);
            if (memory == null) {
                return null;
            }
            INTERNET_BUFFERSA buffers = new INTERNET_BUFFERSA();
            if (!BUFFERS.isSizeRight(memory)) {
                buffers.dwStructSize = WRONG_SIZE;
                return buffers;
            }
            StructureLayout.of(INTERNET_BUFFERSA.class).readNumbers(buffers, memory);
            if (goesIn) {
                buffers.lpcszHeader = TextFromNative.ansiHeaders(memory.getPointer(HEADER), buffers.dwHeadersLength);
            } else {
                call.onCompletion(() -> memory.setInt(DATA_LENGTH, buffers.dwBufferLength));
            }
            buffers.lpvBuffer = data(memory, buffers.dwBufferLength);
            return buffers;
        };
    }

    private static @Nullable ByteBuffer data(Pointer memory, int length) {
        Pointer data = memory.getPointer(DATA);
        return data == null ? null : WideText.bytes(data, Math.max(length, 0));
    }
}
