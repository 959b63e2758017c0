package io.github.wininet4j.nativelib.capi;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import io.github.wininet4j.ansi.AnsiBuffer;
import io.github.wininet4j.constant.HttpQuery;
import io.github.wininet4j.nativelib.memory.Arena;
import io.github.wininet4j.nativelib.memory.CertificateLayout;
import io.github.wininet4j.nativelib.memory.NarrowText;
import io.github.wininet4j.nativelib.memory.PointerSized;
import io.github.wininet4j.nativelib.memory.TextLengths;
import io.github.wininet4j.nativelib.memory.WideText;
import io.github.wininet4j.type.ByteBlock;
import io.github.wininet4j.type.CERT_CHAIN_CONTEXT;
import io.github.wininet4j.type.CookiesRef;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.FILETIME;
import io.github.wininet4j.type.GopherAttributeEnumerator;
import io.github.wininet4j.type.HANDLE;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.HandleRef;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.LockRef;
import io.github.wininet4j.type.LongRef;
import io.github.wininet4j.type.StatusCallback;
import io.github.wininet4j.type.TextBuffer;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How each type of the facade, and of its A form, is taken from C. */
final class FromNativeConverters {
    /** {@code MAX_PATH}: what a buffer without a length has to have room for. */
    private static final int MAX_PATH = 260;

    /** {@code INTERNET_MAX_URL_LENGTH}, enough for any name of a server. */
    private static final int LONGEST_HOST = 2084;

    /** No text is longer; a larger claim is not believed. */
    private static final int LONGEST_TEXT = 1 << 20;

    private final Map<Class<?>, FromNative> byType;

    FromNativeConverters(PendingCalls pending) {
        this.byType = Map.ofEntries(
                Map.entry(int.class, InboundCall::number),
                Map.entry(boolean.class, (call, i) -> call.number(i) != 0),
                Map.entry(long.class, InboundCall::slot),
                Map.entry(HINTERNET.class, (call, i) -> call.slot(i) == 0 ? null : new HINTERNET(call.slot(i))),
                Map.entry(HANDLE.class, (call, i) -> call.slot(i) == 0 ? null : new HANDLE(call.slot(i))),
                Map.entry(String.class, (call, i) -> WideText.read(pointer(call, i))),
                Map.entry(byte[].class, (call, i) -> NarrowText.read(pointer(call, i))),
                Map.entry(String[].class, FromNativeConverters::texts),
                Map.entry(byte[][].class, FromNativeConverters::ansiTexts),
                Map.entry(ByteBuffer.class, FromNativeConverters::bytes),
                Map.entry(DwordRef.class, FromNativeConverters::dword),
                Map.entry(LongRef.class, FromNativeConverters::longNumber),
                Map.entry(HandleRef.class, FromNativeConverters::handle),
                Map.entry(LockRef.class, FromNativeConverters::lock),
                Map.entry(CookiesRef.class, CookiesFromNative::take),
                Map.entry(CERT_CHAIN_CONTEXT.class, FromNativeConverters::chain),
                Map.entry(StatusCallback.class, (call, i) -> callback(call.slot(i), pending)),
                // Only functions that Windows has retired take one; they never call it.
                Map.entry(GopherAttributeEnumerator.class, (call, i) -> null));
    }

    /**
     * Returns how the arguments of a function are taken.
     *
     * @param target the function of the facade or of its A form
     * @param wide the same function of the facade, which tells texts that go in from buffers
     */
    List<FromNative> of(Method target, Method wide) {
        String name = wide.getName();
        FromNative[] takings = new FromNative[target.getParameterCount()];
        for (int i = 0; i < takings.length; i++) {
            takings[i] = of(target, wide, i, name);
        }
        return List.of(takings);
    }

    private FromNative of(Method target, Method wide, int index, String name) {
        Class<?> type = target.getParameterTypes()[index];
        if (type == FILETIME.class && name.equals("CommitUrlCacheEntry")) {
            return (call, i) -> new FILETIME(call.slot(i));
        }
        if (TextLengths.hasLength(name, index)) {
            return type == byte[].class ? FromNativeConverters::limitedAnsi : FromNativeConverters::limitedText;
        }
        // The facade has text where these take bytes, for want of a wide form.
        boolean ansiFile = (name.equals("FtpGetFileEx") && index == 1) || (name.equals("FtpPutFileEx") && index == 2);
        if (type == String.class && ansiFile) {
            return (call, i) -> {
                Pointer memory = pointer(call, i);
                return memory == null ? null : memory.getString(0, StandardCharsets.ISO_8859_1.name());
            };
        }
        boolean lengthFollows = index + 1 < target.getParameterCount()
                && Set.of(int.class, DwordRef.class).contains(target.getParameterTypes()[index + 1])
                && !name.equals("CreateUrlCacheEntry");
        if (type == TextBuffer.class) {
            int unit = name.equals("InternetTimeFromSystemTime") ? Character.BYTES : 1;
            boolean variable = lengthFollows && target.getParameterTypes()[index + 1] == DwordRef.class;
            return (call, i) -> textBuffer(call, i, lengthFollows ? length(call, i + 1, variable) / unit : MAX_PATH);
        }
        if (type == byte[].class && wide.getParameterTypes()[index] == TextBuffer.class) {
            boolean variable = lengthFollows && target.getParameterTypes()[index + 1] == DwordRef.class;
            return (call, i) -> AnsiOutput.take(call, i, lengthFollows ? length(call, i + 1, variable) : MAX_PATH);
        }
        if (type == ByteBuffer.class) {
            boolean variable = lengthFollows && target.getParameterTypes()[index + 1] == DwordRef.class;
            return (call, i) -> bytes(call, i, lengthFollows ? length(call, i + 1, variable) : MAX_PATH);
        }
        if (type == LPVOID.class && !lengthFollows && !name.equals("InternetFindNextFile")) {
            // Reserved, or for a feature that the function has not: nothing is known about what it points to.
            return (call, i) -> block(call, i, 0);
        }
        if (type == LPVOID.class && name.equals("HttpQueryInfo")) {
            return target.equals(wide) ? FromNativeConverters::wideQuery : FromNativeConverters::ansiQuery;
        }
        if (type == AnsiBuffer.class) {
            return FromNativeConverters::allocatedText;
        }
        if (type == LPVOID.class && lengthFollows) {
            return (call, i) -> block(call, i, statedLength(call, i + 1));
        }
        FromNative special = Structures.taking(type, name);
        if (special != null) {
            return special;
        }
        FromNative taking = byType.get(type);
        if (taking != null) {
            return taking;
        }
        throw new IllegalStateException("no way from C for " + type + " of " + target);
    }

    private static @Nullable StatusCallback callback(long address, PendingCalls pending) {
        if (address == 0) {
            return null;
        }
        return address == PointerSized.ALL_ONES
                ? StatusCallback.INTERNET_INVALID_STATUS_CALLBACK
                : new CStatusCallback(address, pending);
    }

    static @Nullable Pointer pointer(InboundCall call, int index) {
        return PointerSized.pointer(call.slot(index));
    }

    /** Returns a length that is passed as such or as a variable. */
    private static int length(InboundCall call, int index, boolean variable) {
        return variable ? statedLength(call, index) : Math.max(call.number(index), 0);
    }

    /** Returns what a length variable says; 0 if there is none. */
    static int statedLength(InboundCall call, int index) {
        Pointer variable = pointer(call, index);
        return variable == null ? 0 : (int) Math.min(Integer.toUnsignedLong(variable.getInt(0)), Integer.MAX_VALUE);
    }

    private static @Nullable Object limitedText(InboundCall call, int index) {
        Pointer memory = pointer(call, index);
        int limit = call.number(index + 1);
        if (memory == null || limit <= 0) {
            return WideText.read(memory);
        }
        int length = 0;
        while (length < limit && memory.getChar((long) length * Character.BYTES) != 0) {
            length++;
        }
        return WideText.read(memory, length);
    }

    private static @Nullable Object limitedAnsi(InboundCall call, int index) {
        Pointer memory = pointer(call, index);
        int limit = call.number(index + 1);
        if (memory == null || limit <= 0) {
            return NarrowText.read(memory);
        }
        int length = 0;
        while (length < limit && memory.getByte(length) != 0) {
            length++;
        }
        // With a NUL of its own where the text has none: the functions count to the length that is stated.
        byte[] text = new byte[length + 1];
        memory.read(0, text, 0, length);
        return text;
    }

    private static @Nullable Object textBuffer(InboundCall call, int index, int capacity) {
        Pointer memory = pointer(call, index);
        return memory == null ? null : new TextBuffer(WideText.view(memory, Math.min(capacity, LONGEST_TEXT)));
    }

    private static @Nullable Object texts(InboundCall call, int index) {
        List<String> found = new ArrayList<>();
        for (Pointer text : pointers(call, index)) {
            found.add(WideText.read(text, WideText.length(text)));
        }
        return call.slot(index) == 0 ? null : found.toArray(String[]::new);
    }

    private static @Nullable Object ansiTexts(InboundCall call, int index) {
        List<byte[]> found = new ArrayList<>();
        for (Pointer text : pointers(call, index)) {
            found.add(text.getByteArray(0, NarrowText.length(text) + 1));
        }
        return call.slot(index) == 0 ? null : found.toArray(byte[][]::new);
    }

    private static List<Pointer> pointers(InboundCall call, int index) {
        List<Pointer> found = new ArrayList<>();
        Pointer array = pointer(call, index);
        if (array != null) {
            for (Pointer at = array.getPointer(0); at != null; ) {
                found.add(at);
                at = array.getPointer((long) found.size() * Native.POINTER_SIZE);
            }
        }
        return found;
    }

    private static @Nullable Object bytes(InboundCall call, int index) {
        return bytes(call, index, 0);
    }

    private static @Nullable Object bytes(InboundCall call, int index, int size) {
        Pointer memory = pointer(call, index);
        return memory == null ? null : WideText.bytes(memory, size);
    }

    static @Nullable ByteBlock block(InboundCall call, int index, int size) {
        Pointer memory = pointer(call, index);
        return memory == null ? null : new ByteBlock(WideText.bytes(memory, size));
    }

    /** The buffer also holds the name of a custom header, which may be longer than the value to be returned. */
    private static @Nullable Object wideQuery(InboundCall call, int index) {
        Pointer memory = pointer(call, index);
        int name = memory == null || !isCustom(call, index) ? 0 : (WideText.length(memory) + 1) * Character.BYTES;
        return block(call, index, Math.max(statedLength(call, index + 1), name));
    }

    private static @Nullable Object ansiQuery(InboundCall call, int index) {
        Pointer memory = pointer(call, index);
        int name = memory == null || !isCustom(call, index) ? 0 : NarrowText.length(memory) + 1;
        return block(call, index, Math.max(statedLength(call, index + 1), name));
    }

    private static boolean isCustom(InboundCall call, int index) {
        return (call.number(index - 1) & HttpQuery.HTTP_QUERY_HEADER_MASK) == HttpQuery.HTTP_QUERY_CUSTOM;
    }

    private static @Nullable Object dword(InboundCall call, int index) {
        Pointer memory = pointer(call, index);
        if (memory == null) {
            return null;
        }
        DwordRef ref = new DwordRef(memory.getInt(0));
        call.onCompletion(() -> memory.setInt(0, ref.value));
        return ref;
    }

    private static @Nullable Object longNumber(InboundCall call, int index) {
        Pointer memory = pointer(call, index);
        if (memory == null) {
            return null;
        }
        LongRef ref = new LongRef(memory.getLong(0));
        call.onCompletion(() -> memory.setLong(0, ref.value));
        return ref;
    }

    private static @Nullable Object handle(InboundCall call, int index) {
        Pointer memory = pointer(call, index);
        if (memory == null) {
            return null;
        }
        HandleRef ref = new HandleRef();
        call.onCompletion(() -> {
            HINTERNET made = ref.value;
            if (made != null) {
                PointerSized.set(memory, made.value());
            }
        });
        return ref;
    }

    private static @Nullable Object lock(InboundCall call, int index) {
        Pointer memory = pointer(call, index);
        if (memory == null) {
            return null;
        }
        LockRef ref = new LockRef();
        call.onCompletion(() -> {
            HANDLE made = ref.value;
            if (made != null) {
                PointerSized.set(memory, made.value());
            }
        });
        return ref;
    }

    /** A variable for the address of text that the function allocates and the caller frees. */
    private static @Nullable Object allocatedText(InboundCall call, int index) {
        Pointer memory = pointer(call, index);
        if (memory == null) {
            return null;
        }
        AnsiBuffer text = new AnsiBuffer(LONGEST_HOST);
        call.onCompletion(() -> {
            if (call.succeeded()) {
                memory.setPointer(0, Arena.freedByReceiver().ansi(text.bytes()));
            }
        });
        return text;
    }

    private static @Nullable Object chain(InboundCall call, int index) {
        Pointer memory = pointer(call, index);
        if (memory == null) {
            return null;
        }
        CERT_CHAIN_CONTEXT chain = new CERT_CHAIN_CONTEXT();
        call.onCompletion(() -> {
            if (call.succeeded()) {
                memory.setPointer(0, CertificateLayout.chain(chain.certificates, Arena.freedByReceiver()));
            }
        });
        return chain;
    }
}
