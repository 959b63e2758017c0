package io.github.wininet4j.nativelib;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.nativelib.memory.CertificateLayout;
import io.github.wininet4j.nativelib.memory.PointerSized;
import io.github.wininet4j.nativelib.memory.StructureLayout;
import io.github.wininet4j.nativelib.memory.WideText;
import io.github.wininet4j.type.ByteBlock;
import io.github.wininet4j.type.CERT_CHAIN_CONTEXT;
import io.github.wininet4j.type.CERT_CONTEXT;
import io.github.wininet4j.type.CallbackRef;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HANDLE;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.HandleRef;
import io.github.wininet4j.type.INTERNET_BUFFERS;
import io.github.wininet4j.type.INTERNET_CERTIFICATE_INFO;
import io.github.wininet4j.type.INTERNET_PER_CONN_OPTION_LIST;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.LockRef;
import io.github.wininet4j.type.LongRef;
import io.github.wininet4j.type.OptionType;
import io.github.wininet4j.type.Structure;
import io.github.wininet4j.type.TextBuffer;
import io.github.wininet4j.type.WordRef;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** The caller's variables and buffers as C memory, moved back when the call is over. */
final class Buffers {
    /** Memory for stated lengths above the object's own size; larger stated lengths are capped. */
    private static final int MAX_TRUSTED_LENGTH = 1 << 19;

    /** Bytes of memory for a text whose length a function does not take. */
    private static final int UNSTATED_LENGTH = 1 << 16;

    /** Bytes of memory for anything; larger stated lengths are capped. */
    private static final int LARGEST = MAX_TRUSTED_LENGTH * Character.BYTES;

    /** What no length of a text is below: the whole text up to its NUL (R-SEND-2). */
    private static final int WHOLE_TEXT = -1;

    private Buffers() {}

    static @Nullable Pointer dword(@Nullable DwordRef ref, OutboundCall call) {
        return ref == null ? null : dword(ref, call.allocate(Integer.BYTES), call);
    }

    private static Pointer dword(DwordRef ref, Pointer memory, OutboundCall call) {
        memory.setInt(0, ref.value);
        call.onCompletion(() -> ref.value = memory.getInt(0));
        return memory;
    }

    static Pointer number(LongRef ref, OutboundCall call) {
        return number(ref, call.allocate(Long.BYTES), call);
    }

    private static Pointer number(LongRef ref, Pointer memory, OutboundCall call) {
        memory.setLong(0, ref.value);
        call.onCompletion(() -> ref.value = memory.getLong(0));
        return memory;
    }

    static Pointer word(WordRef ref, OutboundCall call) {
        return word(ref, call.allocate(Short.BYTES), call);
    }

    private static Pointer word(WordRef ref, Pointer memory, OutboundCall call) {
        memory.setShort(0, (short) ref.value);
        call.onCompletion(() -> ref.value = Short.toUnsignedInt(memory.getShort(0)));
        return memory;
    }

    static Pointer handle(HandleRef ref, OutboundCall call) {
        return handle(ref, call.allocate(Long.BYTES), call);
    }

    private static Pointer handle(HandleRef ref, Pointer memory, OutboundCall call) {
        HINTERNET given = ref.value;
        PointerSized.set(memory, given == null ? 0 : given.value());
        call.onCompletion(() -> {
            long value = PointerSized.get(memory);
            ref.value = value == 0 ? null : new HINTERNET(value);
        });
        return memory;
    }

    static Pointer lock(LockRef ref, OutboundCall call) {
        Pointer memory = call.allocate(Native.POINTER_SIZE);
        call.onCompletion(() -> {
            long value = PointerSized.get(memory);
            ref.value = value == 0 ? null : new HANDLE(value);
        });
        return memory;
    }

    /** A text buffer; memory has at least statedLength bytes, up to the cap. */
    static Pointer text(TextBuffer text, int statedLength, OutboundCall call) {
        int capacity = text.capacity();
        Pointer memory = call.allocate(allocationSize((capacity + 1L) * Character.BYTES, statedLength));
        WideText.write(memory, text.toString(capacity));
        call.onCompletion(() -> {
            CharBuffer written = WideText.copy(memory, capacity);
            for (int i = 0; i < capacity; i++) {
                text.setCharAt(i, written.get(i));
            }
        });
        return memory;
    }

    /** A text buffer for a function that writes bytes. */
    static Pointer ansi(TextBuffer text, OutboundCall call) {
        int capacity = text.capacity();
        // A length may count as if they were characters of 16 bits.
        Pointer memory = call.allocate(allocationSize((capacity + 1L) * Character.BYTES, UNSTATED_LENGTH));
        call.onCompletion(() -> {
            for (int i = 0; i < capacity; i++) {
                text.setCharAt(i, (char) (memory.getByte(i) & 0xFF));
            }
        });
        return memory;
    }

    /** A variable for the address of bytes that the library allocates and the caller frees. */
    static Pointer allocated(TextBuffer text, OutboundCall call) {
        Pointer memory = call.allocate(Native.POINTER_SIZE);
        call.onCompletion(() -> {
            Pointer found = memory.getPointer(0);
            byte[] bytes = call.succeeded() ? call.foreign().narrow(found) : null;
            if (bytes != null) {
                String value = new String(bytes, 0, bytes.length - 1, StandardCharsets.ISO_8859_1);
                text.set(value, 0, Math.min(value.length(), text.capacity() - 1));
                call.free(Pointer.nativeValue(found));
            }
        });
        return memory;
    }

    /** A length of a text that goes in: not more than there is (R-SEND-5). */
    static int textLength(int length, String text) {
        if (length < WHOLE_TEXT) {
            throw new RefusedArgument("a negative length of a text");
        }
        return length == WHOLE_TEXT ? text.length() : Math.min(length, text.length());
    }

    /** A length by value; it may not be more than the buffer has. */
    static int requireWithin(int length, @Nullable Object buffer, int unit) {
        if (buffer instanceof TextBuffer text && Integer.toUnsignedLong(length) > (long) text.capacity() * unit) {
            throw new RefusedArgument("a length beyond the buffer");
        }
        return length;
    }

    /** A length variable of a text buffer; it may not say more than the buffer has. */
    static @Nullable Pointer requireWithin(@Nullable DwordRef ref, @Nullable Object buffer, OutboundCall call) {
        if (ref != null) {
            requireWithin(ref.value, buffer, 1);
        }
        return dword(ref, call);
    }

    /** A length variable of any buffer; what the buffer does not have is not offered to the library. */
    static @Nullable Pointer clampTo(@Nullable DwordRef ref, @Nullable Object buffer, OutboundCall call) {
        Pointer memory = dword(ref, call);
        if (ref != null && memory != null) {
            int limit = limit(buffer);
            if (Integer.compareUnsigned(ref.value, limit) > 0) {
                memory.setInt(0, limit);
            }
        }
        return memory;
    }

    /** A length by value of any object; not more than there is memory for it. */
    static int clampTo(int length, @Nullable Object buffer) {
        if (buffer instanceof ByteBlock block) {
            requireWithin(length, block.sizeof(), Win32Error.ERROR_INVALID_PARAMETER);
        } else if (buffer instanceof CERT_CONTEXT) {
            // Its memory may be that of crypt32 (R-OPT-7).
            requireWithin(length, CertificateLayout.CONTEXT_SIZE, WinInetError.ERROR_INTERNET_BAD_OPTION_LENGTH);
        }
        long limit = buffer instanceof TextBuffer text ? (text.capacity() + 1L) * Character.BYTES : LARGEST;
        return (int) Math.min(Integer.toUnsignedLong(length), limit);
    }

    private static void requireWithin(int length, int limit, int error) {
        if (Integer.compareUnsigned(length, limit) > 0) {
            throw new RefusedArgument("a length beyond the memory", error);
        }
    }

    /** Returns how much memory an object has at the most, if so much is stated for it. */
    private static int limit(@Nullable Object buffer) {
        if (buffer instanceof TextBuffer || buffer instanceof ByteBlock) {
            return ((LPVOID) buffer).sizeof();
        }
        if (buffer instanceof INTERNET_PER_CONN_OPTION_LIST) {
            return StructureLayout.of(INTERNET_PER_CONN_OPTION_LIST.class).size();
        }
        return LARGEST;
    }

    /**
     * Bytes from the buffer's position on: the memory itself if it is direct, else a copy.
     *
     * @param least what the library writes to at least, whatever is stated
     * @param isFilled whether the library writes there
     */
    static @Nullable Pointer bytes(
            @Nullable ByteBuffer buffer, int statedLength, int least, boolean isFilled, OutboundCall call) {
        if (buffer == null || !isWithin(buffer, statedLength)) {
            return null;
        }
        int start = buffer.position();
        if (buffer.isDirect() && buffer.remaining() >= least) {
            return Native.getDirectBufferPointer(buffer).share(start);
        }
        // A function without a length argument takes what is there.
        int size = statedLength == 0 ? buffer.remaining() : statedLength;
        Pointer memory = call.arena().allocateUninitialized(Math.max(size, least));
        if (!buffer.hasArray()) {
            ByteBuffer view = WideText.bytes(memory, size);
            view.put(0, buffer, start, size);
            if (isFilled) {
                call.onCompletion(() -> buffer.put(start, view, 0, size));
            }
            return memory;
        }
        byte[] array = buffer.array();
        int first = buffer.arrayOffset() + start;
        memory.write(0, array, first, size);
        if (isFilled) {
            call.onCompletion(() -> memory.read(0, array, first, size));
        }
        return memory;
    }

    /** C would run over the end; without a pointer the library answers with the error for it. */
    private static boolean isWithin(ByteBuffer buffer, int statedLength) {
        return statedLength >= 0 && statedLength <= buffer.remaining();
    }

    /**
     * Memory for bytes of which the library says how many it has written: so many are copied, and no others.
     *
     * @param buffer an array
     * @param count how many; asked for when results are moved
     */
    static @Nullable Pointer filled(ByteBuffer buffer, int statedLength, IntSupplier count, OutboundCall call) {
        if (!isWithin(buffer, statedLength)) {
            return null;
        }
        Pointer memory = call.arena().allocateUninitialized(statedLength);
        byte[] array = buffer.array();
        int first = buffer.arrayOffset() + buffer.position();
        call.onCompletion(() -> {
            // A call that pends or fails may leave any number there.
            if (call.succeeded()) {
                int written = (int) Math.min(Integer.toUnsignedLong(count.getAsInt()), statedLength);
                memory.read(0, array, first, written);
            }
        });
        return memory;
    }

    /**
     * The buffer of an option function. C does not know the type of memory; what the facade knows of it is checked
     * here.
     *
     * @param query whether the option is asked for, not set
     */
    static @Nullable Pointer option(
            int option, @Nullable LPVOID buffer, int statedLength, boolean query, OutboundCall call) {
        OptionType type = OptionType.of(option);
        boolean isCallback = buffer instanceof CallbackRef;
        if (buffer != null && isCallback != (type == OptionType.CALLBACK)) {
            throw new RefusedArgument("a callback where there is none, or none where there is one");
        }
        // The library would follow pointers that raw memory holds by chance.
        if (type.isFollowed() && buffer != null && !(buffer instanceof Structure)) {
            throw new RefusedArgument("no structure");
        }
        if (type == OptionType.ADDRESS && !query && buffer instanceof LongRef ref) {
            // The value of this one is the pointer itself (R-OPTN-10).
            return PointerSized.pointer(ref.value);
        }
        if (type == OptionType.ANSI_TEXT && buffer instanceof TextBuffer text) {
            return ansi(text, call);
        }
        if (!query && buffer instanceof CERT_CONTEXT certificate) {
            return Certificates.context(certificate, call);
        }
        return any(buffer, statedLength, call);
    }

    static @Nullable Pointer any(@Nullable LPVOID buffer, int statedLength, OutboundCall call) {
        if (buffer instanceof DwordRef ref) {
            return dword(ref, call.allocate(allocationSize(Integer.BYTES, statedLength)), call);
        }
        if (buffer instanceof WordRef ref) {
            return word(ref, call.allocate(allocationSize(Short.BYTES, statedLength)), call);
        }
        if (buffer instanceof LongRef ref) {
            return number(ref, call.allocate(allocationSize(Long.BYTES, statedLength)), call);
        }
        if (buffer instanceof HandleRef ref) {
            return handle(ref, call.allocate(allocationSize(Long.BYTES, statedLength)), call);
        }
        if (buffer instanceof CallbackRef ref) {
            Pointer memory = call.allocate(allocationSize(Long.BYTES, statedLength));
            call.onCompletion(() -> ref.value = StatusFunction.callback(PointerSized.get(memory)));
            return memory;
        }
        if (buffer instanceof TextBuffer text) {
            return text(text, statedLength, call);
        }
        if (buffer instanceof ByteBlock block) {
            return block(block, statedLength, call);
        }
        return structure((Structure) buffer, statedLength, call);
    }

    private static Pointer block(ByteBlock block, int statedLength, OutboundCall call) {
        int size = block.sizeof();
        ByteBuffer bytes = block.buffer();
        Pointer memory = call.allocate(allocationSize(size, statedLength));
        ByteBuffer view = WideText.bytes(memory, size);
        view.put(0, bytes, 0, size);
        if (!bytes.isReadOnly()) {
            call.onCompletion(() -> bytes.put(0, view, 0, size));
        }
        return memory;
    }

    static @Nullable Pointer structure(@Nullable Structure structure, int statedLength, OutboundCall call) {
        if (structure == null) {
            return null;
        }
        if (structure instanceof INTERNET_PER_CONN_OPTION_LIST list) {
            long size = StructureLayout.of(INTERNET_PER_CONN_OPTION_LIST.class).size();
            return ConnectionOptionsToNative.pass(list, call.allocate(allocationSize(size, statedLength)), call);
        }
        if (structure instanceof CERT_CONTEXT) {
            // No function fills one.
            return call.allocate(allocationSize(CertificateLayout.CONTEXT_SIZE, statedLength));
        }
        if (structure instanceof CERT_CHAIN_CONTEXT chain) {
            return Certificates.chain(chain, call.allocate(allocationSize(Native.POINTER_SIZE, statedLength)), call);
        }
        StructureLayout layout = StructureLayout.of(structure.getClass());
        // Some functions put texts behind the structure.
        Pointer memory = call.allocate(allocationSize(layout.size(), statedLength));
        layout.write(structure, memory, call.arena());
        Set<Long> given = layout.texts(memory);
        call.onCompletion(() -> {
            if (call.succeeded()) {
                layout.read(structure, memory, call.foreign());
                if (structure instanceof INTERNET_CERTIFICATE_INFO) {
                    freeTexts(layout, memory, given, call);
                }
            }
        });
        return memory;
    }

    /** The texts of a certificate are the caller's to free (R-OPTN-32); all others lie behind their structure. */
    private static void freeTexts(StructureLayout layout, Pointer memory, Set<Long> given, OutboundCall call) {
        Set<Long> made = layout.texts(memory);
        made.removeAll(given);
        for (long address : made) {
            if (call.foreign().narrow(new Pointer(address)) != null) {
                call.free(address);
            }
        }
    }

    /** {@code INTERNET_BUFFERS}: data of a send, or what a read fills. */
    static Pointer step(INTERNET_BUFFERS buffers, boolean isFilled, OutboundCall call) {
        StructureLayout layout = StructureLayout.of(INTERNET_BUFFERS.class);
        if (buffers.lpcszHeader != null) {
            textLength(buffers.dwHeadersLength, buffers.lpcszHeader);
        }
        Pointer memory = call.allocate(layout.size());
        layout.write(buffers, memory, call.arena());
        Pointer data = bytes(buffers.lpvBuffer, buffers.dwBufferLength, 0, isFilled, call);
        memory.setPointer(layout.offset("lpvBuffer"), data);
        call.onCompletion(() -> buffers.dwBufferLength = memory.getInt(layout.offset("dwBufferLength")));
        return memory;
    }

    /** Returns the bytes to allocate: the larger of the object's own size and its stated length, which is capped. */
    private static long allocationSize(long size, int statedLength) {
        long stated = Math.min(Integer.toUnsignedLong(statedLength), MAX_TRUSTED_LENGTH);
        return Math.max(size, stated * Character.BYTES);
    }
}
