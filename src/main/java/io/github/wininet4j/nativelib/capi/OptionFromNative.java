package io.github.wininet4j.nativelib.capi;

import com.sun.jna.Pointer;
import io.github.wininet4j.ansi.AnsiWinInet;
import io.github.wininet4j.ansi.INTERNET_PER_CONN_OPTION_LISTA;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.function.Role;
import io.github.wininet4j.function.Role.Direction;
import io.github.wininet4j.function.Role.Size;
import io.github.wininet4j.nativelib.memory.Arena;
import io.github.wininet4j.nativelib.memory.CertificateLayout;
import io.github.wininet4j.nativelib.memory.NarrowText;
import io.github.wininet4j.nativelib.memory.PointerSized;
import io.github.wininet4j.nativelib.memory.StructureLayout;
import io.github.wininet4j.nativelib.memory.WideText;
import io.github.wininet4j.type.CallbackRef;
import io.github.wininet4j.type.INTERNET_PER_CONN_OPTION_LIST;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.LongRef;
import io.github.wininet4j.type.OptionType;
import io.github.wininet4j.type.Structure;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The buffer of an option function, by the type of the option: bytes, but for those that hold pointers. */
final class OptionFromNative implements FromNative {
    private final int option;
    private final Size size;
    private final boolean query;
    private final boolean ansi;

    /**
     * Creates a converter.
     *
     * @param role the role of the buffer
     * @param ansi whether the function is the A form
     */
    OptionFromNative(Role role, boolean ansi) {
        this.option = role.related();
        this.size = Objects.requireNonNull(role.size());
        this.query = role.direction() != Direction.IN;
        this.ansi = ansi;
    }

    @Override
    public @Nullable Object take(InboundCall call, int index) {
        Pointer memory = FromNativeConverters.pointer(call, index);
        if (memory == null) {
            return null;
        }
        OptionType type = OptionType.of(call.number(option));
        int stated = FromNativeConverters.size(size, call);
        if (!query && type.isFollowed() && stated != size(type)) {
            // Not what it should be, so nothing in it is a pointer that may be followed.
            return FromNativeConverters.block(call, index, stated);
        }
        return query ? queried(type, call, index, memory, stated) : set(type, call, index, memory, stated);
    }

    private @Nullable Object queried(OptionType type, InboundCall call, int index, Pointer memory, int stated) {
        return switch (type) {
            case CALLBACK -> callback(call, memory);
            // A shorter one is not read, for it may end anywhere.
            case CONNECTION_OPTIONS ->
                stated < size(type) ? FromNativeConverters.block(call, index, stated) : connectionOptions(call, memory);
            case CERTIFICATE_CHAIN -> FromNativeConverters.chain(call, index);
            // Texts of a certificate are freed by the caller; all others lie behind the structure (R-OPT-17).
            case CERTIFICATE_INFO -> filled(type, call, memory, Arena.freedByReceiver());
            case PROXY_INFO, SOCKET_INFO -> filled(type, call, memory, Arena.within(memory.share(size(type))));
            default -> FromNativeConverters.block(call, index, stated);
        };
    }

    private @Nullable Object set(OptionType type, InboundCall call, int index, Pointer memory, int stated) {
        return switch (type) {
            case CALLBACK -> callback(call, memory);
            case ADDRESS -> new LongRef(call.slot(index));
            case CONNECTION_OPTIONS -> connectionOptions(call, memory);
            case CERTIFICATE -> certificate(call, index, memory, stated);
            case PROXY_INFO -> proxies(structure(type), memory);
            // Text is taken up to its NUL, whatever length is stated (R-OPT-4).
            case TEXT, HEADER_TEXT, URL_TEXT ->
                FromNativeConverters.block(
                        call,
                        index,
                        ansi ? NarrowText.length(memory) + 1 : (WideText.length(memory) + 1) * Character.BYTES);
            default -> FromNativeConverters.block(call, index, stated);
        };
    }

    /** The lists are looked at only if proxies are to be used. */
    private static Structure proxies(Class<? extends Structure> type, Pointer memory) {
        StructureLayout layout = StructureLayout.of(type);
        Structure structure = Structures.create(type);
        if (memory.getInt(layout.offset("dwAccessType")) == InternetFlag.INTERNET_OPEN_TYPE_PROXY) {
            layout.read(structure, memory);
        } else {
            layout.readNumbers(structure, memory);
        }
        return structure;
    }

    private Class<? extends Structure> structure(OptionType type) {
        Class<? extends Structure> wide = Objects.requireNonNull(type.structure());
        return ansi ? AnsiStructures.of(wide) : wide;
    }

    private int size(OptionType type) {
        return type == OptionType.CERTIFICATE
                ? CertificateLayout.CONTEXT_SIZE
                : StructureLayout.of(structure(type)).size();
    }

    private Structure filled(OptionType type, InboundCall call, Pointer memory, Arena texts) {
        Structure structure = Structures.create(structure(type));
        call.onCompletion(() -> {
            if (call.succeeded()) {
                StructureLayout.of(structure.getClass()).write(structure, memory, texts);
            }
        });
        return structure;
    }

    private static LPVOID callback(InboundCall call, Pointer memory) {
        CallbackRef ref = new CallbackRef();
        call.onCompletion(() -> {
            if (call.succeeded()) {
                PointerSized.set(
                        memory,
                        AnsiWinInet.given(ref.value) instanceof CStatusCallback function ? function.address() : 0);
            }
        });
        return ref;
    }

    private LPVOID connectionOptions(InboundCall call, Pointer memory) {
        if (ansi) {
            INTERNET_PER_CONN_OPTION_LISTA list = ConnectionOptionsFromNative.ansi(memory);
            if (!query) {
                ConnectionOptionsFromNative.readValues(list, memory);
            }
            call.onCompletion(() -> ConnectionOptionsFromNative.give(list, memory, query && call.succeeded()));
            return list;
        }
        INTERNET_PER_CONN_OPTION_LIST list = ConnectionOptionsFromNative.wide(memory);
        if (!query) {
            ConnectionOptionsFromNative.readValues(list, memory);
        }
        call.onCompletion(() -> ConnectionOptionsFromNative.give(list, memory, query && call.succeeded()));
        return list;
    }

    private static @Nullable LPVOID certificate(InboundCall call, int index, Pointer memory, int stated) {
        try {
            return CertificateLayout.clientCertificate(memory);
        } catch (IllegalArgumentException e) {
            // What is none is refused like any other memory.
            return FromNativeConverters.block(call, index, stated);
        }
    }
}
