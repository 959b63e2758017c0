package io.github.wininet4j.nativelib;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import io.github.wininet4j.nativelib.memory.PointerSized;
import io.github.wininet4j.nativelib.memory.TextLengths;
import io.github.wininet4j.type.CERT_CHAIN_CONTEXT;
import io.github.wininet4j.type.CookiesRef;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.FILETIME;
import io.github.wininet4j.type.GopherAttributeEnumerator;
import io.github.wininet4j.type.HANDLE;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.HandleRef;
import io.github.wininet4j.type.INTERNET_BUFFERS;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.LockRef;
import io.github.wininet4j.type.LongRef;
import io.github.wininet4j.type.Structure;
import io.github.wininet4j.type.TextBuffer;
import io.github.wininet4j.type.URL_COMPONENTS;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How each type of the facade goes into the library. */
final class ToNativeConverters {
    private static final Map<Class<?>, ToNative> BY_TYPE = Map.ofEntries(
            Map.entry(int.class, (a, i, call) -> a[i]),
            Map.entry(boolean.class, (a, i, call) -> Boolean.TRUE.equals(a[i]) ? 1 : 0),
            Map.entry(long.class, (a, i, call) -> PointerSized.of(((Number) required(a[i])).longValue())),
            Map.entry(HINTERNET.class, (a, i, call) -> PointerSized.of(a[i] instanceof HINTERNET h ? h.value() : 0)),
            Map.entry(HANDLE.class, (a, i, call) -> PointerSized.of(a[i] instanceof HANDLE h ? h.value() : 0)),
            Map.entry(String.class, (a, i, call) -> a[i] instanceof String text ? text(text, call) : null),
            Map.entry(String[].class, ToNativeConverters::texts),
            Map.entry(
                    TextBuffer.class,
                    (a, i, call) -> a[i] instanceof TextBuffer text ? Buffers.text(text, 0, call) : null),
            Map.entry(LPVOID.class, (a, i, call) -> Buffers.any((LPVOID) a[i], statedLength(a, i), call)),
            Map.entry(ByteBuffer.class, (a, i, call) -> Buffers.bytes((ByteBuffer) a[i], statedLength(a, i), call)),
            Map.entry(DwordRef.class, (a, i, call) -> Buffers.dword((DwordRef) a[i], call)),
            Map.entry(LongRef.class, (a, i, call) -> a[i] instanceof LongRef ref ? Buffers.number(ref, call) : null),
            Map.entry(
                    HandleRef.class, (a, i, call) -> a[i] instanceof HandleRef ref ? Buffers.handle(ref, call) : null),
            Map.entry(LockRef.class, ToNativeConverters::lock),
            Map.entry(
                    CookiesRef.class,
                    (a, i, call) -> a[i] instanceof CookiesRef ref ? CookiesToNative.pass(ref, a, call) : null),
            Map.entry(
                    INTERNET_BUFFERS.class,
                    (a, i, call) -> a[i] instanceof INTERNET_BUFFERS b ? Buffers.step(b, call) : null),
            Map.entry(
                    URL_COMPONENTS.class,
                    (a, i, call) -> a[i] instanceof URL_COMPONENTS c ? UrlPartsToNative.pass(c, a, call) : null),
            Map.entry(
                    CERT_CHAIN_CONTEXT.class,
                    (a, i, call) -> a[i] instanceof CERT_CHAIN_CONTEXT c ? Certificates.chain(c, call) : null),
            // Only functions that Windows has retired take one; they never call it.
            Map.entry(GopherAttributeEnumerator.class, (a, i, call) -> null));

    /** Functions of the C library that take bytes where the facade has text, because no wide form exists. */
    private static final Set<String> ANSI_ONLY = Set.of(
            "DetectAutoProxyUrl",
            "DeleteIE3Cache",
            "GetDiskInfo",
            "InternetGetProxyInfo",
            "InternetDeInitializeAutoProxyDll",
            "IsHostInProxyBypassList",
            "ParseX509EncodedCertificateForListBoxEntry");

    private ToNativeConverters() {}

    /** Returns how a parameter goes into the library. */
    static ToNative of(Method function, int index) {
        Class<?> type = function.getParameterTypes()[index];
        String name = function.getName();
        if (type == FILETIME.class && name.equals("CommitUrlCacheEntry")) {
            return (a, i, call) -> a[i] instanceof FILETIME time ? time.steps() : 0L;
        }
        if (type == long.class && function.getParameterCount() > 0 && isGroup(name)) {
            return (a, i, call) -> a[i];
        }
        ToNative bytes = asBytes(type, name, index);
        if (bytes != null) {
            return bytes;
        }
        if (TextLengths.hasLength(name, index)) {
            return (a, i, call) -> a[i] instanceof String text ? call.arena().wide(text) : null;
        }
        if (index > 0 && TextLengths.hasLength(name, index - 1)) {
            return ToNativeConverters::textLength;
        }
        ToNative length = index == 0 ? null : asLength(type, function.getParameterTypes()[index - 1], name);
        if (length != null) {
            return length;
        }
        if (type == ByteBuffer.class && name.contains("Read")) {
            return (a, i, call) -> a[i] instanceof ByteBuffer buffer && buffer.isReadOnly()
                    ? null
                    : Buffers.bytes((ByteBuffer) a[i], statedLength(a, i), call);
        }
        if ((name.equals("InternetConnect") && index == 2) || (name.equals("GopherCreateLocator") && index == 1)) {
            return (a, i, call) -> port((Integer) required(a[i]));
        }
        if (type == LPVOID.class && (name.startsWith("InternetSetOption") || name.equals("InternetQueryOption"))) {
            boolean query = name.equals("InternetQueryOption");
            return (a, i, call) ->
                    Buffers.option((Integer) required(a[i - 1]), (LPVOID) a[i], statedLength(a, i), query, call);
        }
        ToNative passing = BY_TYPE.get(type);
        if (passing != null) {
            return passing;
        }
        if (Structure.class.isAssignableFrom(type)) {
            return (a, i, call) -> Buffers.structure((Structure) a[i], statedLength(a, i), call);
        }
        throw new IllegalStateException("no way into the library for " + type + " of " + function);
    }

    /** Text that the C function takes as bytes. */
    private static @Nullable ToNative asBytes(Class<?> type, String name, int index) {
        boolean ansiFile = (name.equals("FtpGetFileEx") && index == 1) || (name.equals("FtpPutFileEx") && index == 2);
        if (ANSI_ONLY.contains(name) || ansiFile) {
            if (type == String.class) {
                return (a, i, call) -> a[i] instanceof String text
                        ? call.arena().ansi(text.getBytes(StandardCharsets.ISO_8859_1))
                        : null;
            }
            if (type == TextBuffer.class && name.equals("InternetGetProxyInfo")) {
                return (a, i, call) -> a[i] instanceof TextBuffer text ? Buffers.allocated(text, call) : null;
            }
            if (type == TextBuffer.class) {
                return (a, i, call) -> a[i] instanceof TextBuffer text ? Buffers.ansi(text, call) : null;
            }
        }
        return null;
    }

    /** The length of the buffer before it. */
    private static @Nullable ToNative asLength(Class<?> type, Class<?> before, String name) {
        if (before == LPVOID.class && type == DwordRef.class) {
            return (a, i, call) -> Buffers.clampTo((DwordRef) a[i], a[i - 1], call);
        }
        if (before == TextBuffer.class && type == DwordRef.class) {
            return (a, i, call) -> Buffers.requireWithin((DwordRef) a[i], a[i - 1], call);
        }
        if (before == TextBuffer.class && type == int.class) {
            int unit = name.equals("InternetTimeFromSystemTime") ? Character.BYTES : 1;
            return (a, i, call) -> Buffers.requireWithin((Integer) required(a[i]), a[i - 1], unit);
        }
        return null;
    }

    private static Object port(int port) {
        if (port != (port & 0xFFFF)) {
            throw new RefusedArgument("a port has 16 bits");
        }
        return port;
    }

    /** A text that C would find shorter than it is must not get there. */
    private static Pointer text(String text, OutboundCall call) {
        if (text.indexOf(0) >= 0) {
            throw new RefusedArgument("a NUL within a text");
        }
        return call.arena().wide(text);
    }

    /** GROUPID has 64 bits on any machine. */
    private static boolean isGroup(String function) {
        return function.contains("Group") || function.endsWith("UrlCacheEntryEx");
    }

    /** Returns the length that follows a buffer, in bytes at least; 0 if there is none. */
    private static int statedLength(@Nullable Object[] arguments, int index) {
        Object next = index + 1 < arguments.length ? arguments[index + 1] : null;
        if (next instanceof DwordRef ref) {
            return ref.value;
        }
        return next instanceof Integer number ? number : 0;
    }

    /** A length beyond the text is the text's; C would read on. */
    private static Object textLength(@Nullable Object[] arguments, int index, OutboundCall call) {
        int length = (Integer) required(arguments[index]);
        return arguments[index - 1] instanceof String text && length > text.length() ? text.length() : length;
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

    private static @Nullable Object lock(@Nullable Object[] arguments, int index, OutboundCall call) {
        if (!(arguments[index] instanceof LockRef ref)) {
            return null;
        }
        Pointer memory = call.allocate(Native.POINTER_SIZE);
        call.onCompletion(() -> {
            long value = PointerSized.get(memory);
            ref.value = value == 0 ? null : new HANDLE(value);
        });
        return memory;
    }

    static <T> T required(@Nullable T value) {
        return Objects.requireNonNull(value, "a primitive argument");
    }
}
