package io.github.wininet4j.nativelib.capi;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import io.github.wininet4j.ansi.AnsiBuffer;
import io.github.wininet4j.constant.HttpQuery;
import io.github.wininet4j.function.Role;
import io.github.wininet4j.function.Role.Direction;
import io.github.wininet4j.function.Role.Kind;
import io.github.wininet4j.function.Role.Size;
import io.github.wininet4j.function.Role.Unit;
import io.github.wininet4j.nativelib.memory.Arena;
import io.github.wininet4j.nativelib.memory.CertificateLayout;
import io.github.wininet4j.nativelib.memory.NarrowText;
import io.github.wininet4j.nativelib.memory.PendingResults;
import io.github.wininet4j.nativelib.memory.PointerSized;
import io.github.wininet4j.nativelib.memory.WideText;
import io.github.wininet4j.type.ByteBlock;
import io.github.wininet4j.type.CERT_CHAIN_CONTEXT;
import io.github.wininet4j.type.FILETIME;
import io.github.wininet4j.type.HANDLE;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.StatusCallback;
import io.github.wininet4j.type.Structure;
import io.github.wininet4j.type.TextBuffer;
import io.github.wininet4j.type.WININET_PROXY_INFO_LIST;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the parameters of the facade, and of its A form, are taken from C: by their roles. */
final class FromNativeConverters {
    /** {@code INTERNET_MAX_URL_LENGTH}, enough for any name of a server. */
    private static final int LONGEST_HOST = 2084;

    /** No text is longer; larger stated lengths are capped. */
    private static final int LONGEST_TEXT = 1 << 20;

    private final PendingResults<HINTERNET> pending;
    private final boolean longsAreDwords;

    /**
     * Creates the converters of one function.
     *
     * @param pending the calls that have pended
     * @param longsAreDwords whether variables of 64 bits have 32 in C
     */
    FromNativeConverters(PendingResults<HINTERNET> pending, boolean longsAreDwords) {
        this.pending = pending;
        this.longsAreDwords = longsAreDwords;
    }

    /**
     * Returns how the arguments of a function are taken.
     *
     * @param target the function of the facade or of its A form
     * @param roles the roles of the function's parameters
     * @param ansi whether it is the A form
     */
    List<FromNative> of(Method target, List<Role> roles, boolean ansi) {
        List<FromNative> converters = new ArrayList<>();
        for (Role role : roles) {
            Class<?> type = target.getParameterTypes()[role.index()];
            converters.add(
                    switch (role.kind()) {
                        case SIZE -> size(largest(roles.get(role.related()), ansi));
                        case SIZE_VARIABLE -> Variables.size(largest(roles.get(role.related()), ansi));
                        default -> of(role, type, ansi);
                    });
        }
        return List.copyOf(converters);
    }

    /** A buffer whose stated size is beyond what Java can have is passed on with the size that it has there. */
    private static FromNative size(long largest) {
        return (call, i) -> (int) Math.min(Integer.toUnsignedLong(call.number(i)), largest);
    }

    /** Returns the largest size that is passed on; what goes in is passed on as it is. */
    private static long largest(Role buffer, boolean ansi) {
        if (buffer.kind() == Kind.TEXT_BUFFER) {
            return (long) LONGEST_TEXT * unit(buffer, ansi);
        }
        boolean isFilled = buffer.kind() == Kind.BYTES && buffer.direction() != Direction.IN;
        return isFilled ? Integer.MAX_VALUE : Long.MAX_VALUE;
    }

    private static int unit(Role buffer, boolean ansi) {
        return !ansi && buffer.size() != null && buffer.size().unit() == Unit.BYTES ? Character.BYTES : 1;
    }

    private FromNative of(Role role, Class<?> type, boolean ansi) {
        return switch (role.kind()) {
            case NUMBER, WORD, SIZE -> InboundCall::number;
            case TRUTH -> (call, i) -> call.number(i) != 0;
            case POINTER_SIZED, GROUP_ID -> InboundCall::slot;
            case HANDLE ->
                type == HINTERNET.class ? FromNativeConverters::internetHandle : FromNativeConverters::otherHandle;
            case TEXT -> TextFromNative.of(role, type == byte[].class);
            case TEXTS -> ansi ? FromNativeConverters::ansiTexts : FromNativeConverters::texts;
            case TEXT_BUFFER -> textBuffer(role, type == byte[].class);
            case ALLOCATED_TEXT -> FromNativeConverters::allocatedText;
            case BYTES -> (call, i) -> bytes(call, i, sizeOr(role, call));
            case SIZE_VARIABLE, DWORD_VARIABLE -> Variables::dword;
            case LONG_VARIABLE -> longsAreDwords ? Variables::longNumberInDword : Variables::longNumber;
            case WORD_VARIABLE -> Variables::word;
            case HANDLE_VARIABLE -> Variables::handle;
            case LOCK_VARIABLE -> Variables::lock;
            case STRUCTURE -> Structures.plain(structure(role, ansi), role);
            case STRUCTURE_BY_VALUE -> (call, i) -> new FILETIME(call.slot(i));
            case BUFFERS -> ansi ? Structures.ansiBuffers(role.direction()) : Structures.wideBuffers(role.direction());
            case URL_PARTS -> (ansi ? UrlPartsFromNative.ANSI : UrlPartsFromNative.WIDE).converter(role);
            case COOKIES -> CookiesFromNative::take;
            case PROXY_LIST -> ProxyListFromNative::take;
            case FREED ->
                role.type() == WININET_PROXY_INFO_LIST.class ? ProxyListFromNative::free : FromNativeConverters::freed;
            case CERTIFICATE_CHAIN -> FromNativeConverters::chain;
            case OPTION_DATA -> new OptionFromNative(role, ansi);
            case HEADER_DATA -> headerValue(role, ansi);
            case DIALOG_DATA -> CAuthNotice.behind(role.related());
            case MEMORY -> (call, i) -> block(call, i, role.size() == null ? 0 : size(role.size(), call));
            case RESERVED -> Reserved.of(type);
            case CALLBACK -> (call, i) -> callback(call.slot(i));
            case ENUMERATOR ->
                (call, i) -> {
                    Pointer code = pointer(call, i);
                    return code == null ? null : CAttributeEnumerator.at(code, ansi);
                };
        };
    }

    private static Class<? extends Structure> structure(Role role, boolean ansi) {
        Class<? extends Structure> wide = role.type().asSubclass(Structure.class);
        return ansi ? AnsiStructures.of(wide) : wide;
    }

    private @Nullable StatusCallback callback(long address) {
        if (address == 0) {
            return null;
        }
        return address == PointerSized.ALL_ONES
                ? StatusCallback.INTERNET_INVALID_STATUS_CALLBACK
                : new CStatusCallback(address, pending);
    }

    private static @Nullable Object internetHandle(InboundCall call, int index) {
        return call.slot(index) == 0 ? null : new HINTERNET(call.slot(index));
    }

    private static @Nullable Object otherHandle(InboundCall call, int index) {
        return call.slot(index) == 0 ? null : new HANDLE(call.slot(index));
    }

    static @Nullable Pointer pointer(InboundCall call, int index) {
        return PointerSized.pointer(call.slot(index));
    }

    /** Returns the size that a caller states, which may be passed as such or as a variable; 0 if there is none. */
    static int size(Size size, InboundCall call) {
        Pointer variable = size.isVariable() ? pointer(call, size.parameter()) : null;
        if (size.isVariable() && variable == null) {
            return 0;
        }
        int stated = variable == null ? call.number(size.parameter()) : variable.getInt(0);
        return (int) Math.min(Integer.toUnsignedLong(stated), Integer.MAX_VALUE);
    }

    private static int sizeOr(Role role, InboundCall call) {
        Size size = role.size();
        return size == null ? role.capacity() : size(size, call);
    }

    private static FromNative textBuffer(Role role, boolean narrow) {
        if (narrow) {
            return (call, i) -> AnsiOutput.take(call, i, sizeOr(role, call));
        }
        int unit = unit(role, false);
        return (call, i) -> {
            Pointer memory = pointer(call, i);
            int capacity = Math.min(sizeOr(role, call) / unit, LONGEST_TEXT);
            return memory == null ? null : new TextBuffer(WideText.view(memory, capacity));
        };
    }

    private static @Nullable Object texts(InboundCall call, int index) {
        List<byte[]> found = probed(call, index, Character.BYTES);
        return found == null ? null : found.stream().map(WideText::of).toArray(String[]::new);
    }

    private static @Nullable Object ansiTexts(InboundCall call, int index) {
        List<byte[]> found = probed(call, index, Byte.BYTES);
        return found == null
                ? null
                : found.stream()
                        .map(text -> Arrays.copyOf(text, text.length + 1))
                        .toArray(byte[][]::new);
    }

    /** An array with a bad pointer in it counts as none (R-REQ-19). */
    private static @Nullable List<byte[]> probed(InboundCall call, int index, int unit) {
        Pointer array = pointer(call, index);
        return array == null ? null : ProbedMemory.texts(array, unit);
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
    private static FromNative headerValue(Role role, boolean ansi) {
        return (call, i) -> {
            Pointer memory = pointer(call, i);
            int attribute = call.number(role.related()) & HttpQuery.HTTP_QUERY_HEADER_MASK;
            int name = 0;
            if (memory != null && attribute == HttpQuery.HTTP_QUERY_CUSTOM) {
                name = ansi ? NarrowText.length(memory) + 1 : (WideText.length(memory) + 1) * Character.BYTES;
            }
            return block(call, i, Math.max(sizeOr(role, call), name));
        };
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

    /** What was allocated here for C is freed, and the function has nothing left to do. */
    private static @Nullable Object freed(InboundCall call, int index) {
        Native.free(call.slot(index));
        return null;
    }

    static @Nullable CERT_CHAIN_CONTEXT chain(InboundCall call, int index) {
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
