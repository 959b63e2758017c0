package io.github.wininet4j.nativelib;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import io.github.wininet4j.annotation.TextSize;
import io.github.wininet4j.function.Role;
import io.github.wininet4j.function.Role.Direction;
import io.github.wininet4j.function.Role.Size;
import io.github.wininet4j.function.Role.Unit;
import io.github.wininet4j.nativelib.memory.PointerSized;
import io.github.wininet4j.nativelib.memory.StructureLayout;
import io.github.wininet4j.type.CERT_CHAIN_CONTEXT;
import io.github.wininet4j.type.CookiesRef;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.FILETIME;
import io.github.wininet4j.type.HANDLE;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.HandleRef;
import io.github.wininet4j.type.INTERNET_AUTH_NOTIFY_DATA;
import io.github.wininet4j.type.INTERNET_BUFFERS;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.LockRef;
import io.github.wininet4j.type.LongRef;
import io.github.wininet4j.type.Structure;
import io.github.wininet4j.type.TextBuffer;
import io.github.wininet4j.type.URL_COMPONENTS;
import io.github.wininet4j.type.WININET_PROXY_INFO_LIST;
import io.github.wininet4j.type.WordRef;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a parameter goes into the library, by its role. */
final class ToNativeConverters {
    private static final int MAX_WORD = 0xFFFF;

    /** What a reserved pointer points to: enough that no library reads beyond it. */
    private static final int RESERVED_SIZE = 256;

    private ToNativeConverters() {}

    /**
     * Returns how a parameter goes into the library.
     *
     * @param roles the roles of all parameters of the function
     * @param index which parameter
     */
    static ToNative of(List<Role> roles, int index) {
        Role role = roles.get(index);
        return switch (role.kind()) {
            case NUMBER -> (a, i, call) -> a[i];
            case GROUP_ID -> (a, i, call) -> a[i];
            case TRUTH -> (a, i, call) -> Boolean.TRUE.equals(a[i]) ? 1 : 0;
            case POINTER_SIZED -> (a, i, call) -> PointerSized.of(((Number) required(a[i])).longValue());
            case WORD -> (a, i, call) -> word((Integer) required(a[i]));
            case HANDLE -> (a, i, call) -> PointerSized.of(handle(a[i]));
            case TEXT -> text(role);
            case TEXTS -> ToNativeConverters::texts;
            case TEXT_BUFFER -> textBuffer(role);
            case ALLOCATED_TEXT ->
                (a, i, call) -> a[i] instanceof TextBuffer text ? Buffers.allocated(text, call) : null;
            case BYTES -> bytes(role);
            case SIZE -> size(roles.get(role.related()));
            case SIZE_VARIABLE -> sizeVariable(roles.get(role.related()));
            case DWORD_VARIABLE -> (a, i, call) -> Buffers.dword((DwordRef) a[i], call);
            case LONG_VARIABLE -> (a, i, call) -> a[i] instanceof LongRef ref ? Buffers.number(ref, call) : null;
            case WORD_VARIABLE -> (a, i, call) -> a[i] instanceof WordRef ref ? Buffers.word(ref, call) : null;
            case HANDLE_VARIABLE -> (a, i, call) -> a[i] instanceof HandleRef ref ? Buffers.handle(ref, call) : null;
            case LOCK_VARIABLE -> (a, i, call) -> a[i] instanceof LockRef ref ? Buffers.lock(ref, call) : null;
            case STRUCTURE, HEADER_DATA, MEMORY -> any(role);
            case DIALOG_DATA ->
                (a, i, call) -> a[i] instanceof INTERNET_AUTH_NOTIFY_DATA notice
                        ? NoticeFunction.pass(notice, call)
                        : Buffers.any((LPVOID) a[i], 0, call);
            case STRUCTURE_BY_VALUE -> (a, i, call) -> a[i] instanceof FILETIME time ? time.steps() : 0L;
            case BUFFERS ->
                (a, i, call) -> a[i] instanceof INTERNET_BUFFERS b
                        ? Buffers.step(b, role.direction() != Direction.IN, call)
                        : null;
            case URL_PARTS ->
                (a, i, call) -> a[i] instanceof URL_COMPONENTS c ? UrlPartsToNative.pass(c, role, a, call) : null;
            case COOKIES ->
                (a, i, call) -> a[i] instanceof CookiesRef ref ? CookiesToNative.pass(ref, role, a, call) : null;
            case PROXY_LIST ->
                (a, i, call) ->
                        a[i] instanceof WININET_PROXY_INFO_LIST list ? ProxyListToNative.pass(list, call) : null;
            case CERTIFICATE_CHAIN ->
                (a, i, call) -> a[i] instanceof CERT_CHAIN_CONTEXT c ? Certificates.chain(c, call) : null;
            case OPTION_DATA -> optionValue(role);
            case RESERVED -> (a, i, call) -> a[i] == null ? null : call.allocate(RESERVED_SIZE);
            case ENUMERATOR -> (a, i, call) -> AttributeFunction.pass(a[i], call);
            // Freeing and setting callbacks never come here.
            case FREED, CALLBACK -> (a, i, call) -> null;
        };
    }

    private static long handle(@Nullable Object handle) {
        if (handle instanceof HINTERNET internet) {
            return internet.value();
        }
        return handle instanceof HANDLE other ? other.value() : 0;
    }

    private static Object word(int word) {
        if (word < 0 || word > MAX_WORD) {
            throw new RefusedArgument("a WORD has 16 bits");
        }
        return word;
    }

    private static ToNative text(Role role) {
        boolean isCounted = role.size() != null;
        return (a, i, call) -> {
            if (!(a[i] instanceof String text)) {
                return null;
            }
            // C would find it shorter than it is.
            if (!isCounted && text.indexOf(0) >= 0) {
                throw new RefusedArgument("a NUL within a text");
            }
            return role.isAnsi()
                    ? call.arena().ansi(text.getBytes(StandardCharsets.ISO_8859_1))
                    : call.arena().wide(text);
        };
    }

    private static @Nullable Object texts(@Nullable Object[] arguments, int index, OutboundCall call) {
        if (!(arguments[index] instanceof String[] texts)) {
            return null;
        }
        Pointer array = call.allocate((texts.length + 1L) * Native.POINTER_SIZE);
        for (int i = 0; i < texts.length; i++) {
            array.setPointer(
                    (long) i * Native.POINTER_SIZE,
                    texts[i] == null ? null : call.arena().wide(texts[i]));
        }
        return array;
    }

    private static ToNative textBuffer(Role role) {
        return role.isAnsi()
                ? (a, i, call) -> a[i] instanceof TextBuffer text ? Buffers.ansi(text, call) : null
                : (a, i, call) -> a[i] instanceof TextBuffer text ? Buffers.text(text, role.capacity(), call) : null;
    }

    /** A structure or memory that may be smaller than what the function works on. */
    private static ToNative any(Role role) {
        int least = Structure.class.isAssignableFrom(role.type())
                ? StructureLayout.of(role.type().asSubclass(Structure.class)).size()
                : 0;
        return (a, i, call) -> {
            int stated = statedLength(a, role);
            return Buffers.any((LPVOID) a[i], Integer.compareUnsigned(stated, least) < 0 ? least : stated, call);
        };
    }

    private static ToNative bytes(Role role) {
        if (role.direction() == Direction.IN) {
            return (a, i, call) ->
                    Buffers.bytes((ByteBuffer) a[i], statedLength(a, role), role.capacity(), false, call);
        }
        int filled = role.size() == null ? -1 : role.size().filled();
        return (a, i, call) -> {
            ByteBuffer buffer = (ByteBuffer) a[i];
            if (buffer == null || buffer.isReadOnly()) {
                return null;
            }
            int stated = statedLength(a, role);
            return filled >= 0 && a[filled] != null && buffer.hasArray()
                    ? Buffers.filled(buffer, stated, () -> count(call.passed(filled)), call)
                    : Buffers.bytes(buffer, stated, role.capacity(), true, call);
        };
    }

    private static int count(@Nullable Object variable) {
        return variable instanceof Pointer number ? number.getInt(0) : 0;
    }

    /** A size by value: no more than the memory has. */
    private static ToNative size(Role measured) {
        return switch (measured.kind()) {
            // C would read on beyond a text.
            case TEXT -> {
                boolean isIgnored = Objects.requireNonNull(measured.size()).text() == TextSize.IGNORED_IN_WIDE;
                yield (a, i, call) -> {
                    int stated = (Integer) required(a[i]);
                    return a[measured.index()] instanceof String text
                            ? Buffers.textLength(isIgnored ? Math.max(stated, -1) : stated, text)
                            : stated;
                };
            }
            case TEXT_BUFFER -> {
                Size size = Objects.requireNonNull(measured.size());
                int unit = size.unit() == Unit.BYTES ? Character.BYTES : 1;
                yield (a, i, call) -> Buffers.requireWithin((Integer) required(a[i]), a[measured.index()], unit);
            }
            case OPTION_DATA, MEMORY -> (a, i, call) -> Buffers.clampTo((Integer) required(a[i]), a[measured.index()]);
            default -> (a, i, call) -> a[i];
        };
    }

    /** A variable with a size. */
    private static ToNative sizeVariable(Role measured) {
        int of = measured.index();
        return switch (measured.kind()) {
            case TEXT_BUFFER -> (a, i, call) -> Buffers.requireWithin((DwordRef) a[i], a[of], call);
            case OPTION_DATA, HEADER_DATA, MEMORY, STRUCTURE ->
                (a, i, call) -> Buffers.clampTo((DwordRef) a[i], a[of], call);
            default -> (a, i, call) -> Buffers.dword((DwordRef) a[i], call);
        };
    }

    private static ToNative optionValue(Role role) {
        boolean query = role.direction() != Direction.IN;
        return (a, i, call) -> Buffers.option(
                (Integer) required(a[role.related()]), (LPVOID) a[i], statedLength(a, role), query, call);
    }

    /** Returns the length that is stated for a buffer, in bytes at least; 0 if there is none. */
    private static int statedLength(@Nullable Object[] arguments, Role role) {
        Size size = role.size();
        Object stated = size == null ? null : arguments[size.parameter()];
        if (stated instanceof DwordRef ref) {
            return ref.value;
        }
        return stated instanceof Integer number ? number : 0;
    }

    static <T> T required(@Nullable T value) {
        return Objects.requireNonNull(value, "a primitive argument");
    }
}
