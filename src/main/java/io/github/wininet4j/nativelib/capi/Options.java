package io.github.wininet4j.nativelib.capi;

import com.sun.jna.Pointer;
import io.github.wininet4j.ansi.AnsiWinInet;
import io.github.wininet4j.ansi.INTERNET_CERTIFICATE_INFOA;
import io.github.wininet4j.ansi.INTERNET_PER_CONN_OPTION_LISTA;
import io.github.wininet4j.ansi.INTERNET_PROXY_INFOA;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.nativelib.memory.Arena;
import io.github.wininet4j.nativelib.memory.CertificateLayout;
import io.github.wininet4j.nativelib.memory.NarrowText;
import io.github.wininet4j.nativelib.memory.PointerSized;
import io.github.wininet4j.nativelib.memory.StructureLayout;
import io.github.wininet4j.nativelib.memory.WideText;
import io.github.wininet4j.type.CERT_CHAIN_CONTEXT;
import io.github.wininet4j.type.CERT_CONTEXT;
import io.github.wininet4j.type.CallbackRef;
import io.github.wininet4j.type.INTERNET_CERTIFICATE_INFO;
import io.github.wininet4j.type.INTERNET_DIAGNOSTIC_SOCKET_INFO;
import io.github.wininet4j.type.INTERNET_PER_CONN_OPTION_LIST;
import io.github.wininet4j.type.INTERNET_PROXY_INFO;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.LongRef;
import io.github.wininet4j.type.Structure;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The buffer of an option function: bytes, but for the options whose structure holds pointers. */
final class Options {
    /** Text is taken up to its NUL, whatever length is stated (R-OPT-4). */
    private static final Set<Integer> TEXTS = Set.of(
            InternetOption.INTERNET_OPTION_USERNAME,
            InternetOption.INTERNET_OPTION_PASSWORD,
            InternetOption.INTERNET_OPTION_PROXY_USERNAME,
            InternetOption.INTERNET_OPTION_PROXY_PASSWORD,
            InternetOption.INTERNET_OPTION_USER_AGENT,
            InternetOption.INTERNET_OPTION_SECONDARY_CACHE_KEY,
            InternetOption.INTERNET_OPTION_AUTODIAL_CONNECTION,
            InternetOption.INTERNET_OPTION_DATAFILE_EXT,
            InternetOption.INTERNET_OPTION_DATAFILE_NAME,
            InternetOption.INTERNET_OPTION_URL);

    /** The sizes of the structures with pointers that are set. */
    private static final Map<Integer, Integer> POINTERS = Map.of(
            InternetOption.INTERNET_OPTION_PROXY,
            StructureLayout.of(INTERNET_PROXY_INFO.class).size(),
            InternetOption.INTERNET_OPTION_PER_CONNECTION_OPTION,
            StructureLayout.of(INTERNET_PER_CONN_OPTION_LIST.class).size(),
            InternetOption.INTERNET_OPTION_CLIENT_CERT_CONTEXT,
            CertificateLayout.CONTEXT_SIZE);

    private static final Map<Integer, Supplier<Structure>> WIDE = Map.of(
            InternetOption.INTERNET_OPTION_PROXY, INTERNET_PROXY_INFO::new,
            InternetOption.INTERNET_OPTION_SECURITY_CERTIFICATE_STRUCT, INTERNET_CERTIFICATE_INFO::new,
            InternetOption.INTERNET_OPTION_DIAGNOSTIC_SOCKET_INFO, INTERNET_DIAGNOSTIC_SOCKET_INFO::new);

    private static final Map<Integer, Supplier<Structure>> ANSI = Map.of(
            InternetOption.INTERNET_OPTION_PROXY, INTERNET_PROXY_INFOA::new,
            InternetOption.INTERNET_OPTION_SECURITY_CERTIFICATE_STRUCT, INTERNET_CERTIFICATE_INFOA::new,
            InternetOption.INTERNET_OPTION_DIAGNOSTIC_SOCKET_INFO, INTERNET_DIAGNOSTIC_SOCKET_INFO::new);

    private Options() {}

    /** Tells whether a function is one of these. */
    static boolean isOptionFunction(String function) {
        return List.of("InternetQueryOption", "InternetSetOption", "InternetSetOptionEx")
                .contains(function);
    }

    /** Takes the buffer, the third argument; the second is the option. */
    static @Nullable LPVOID take(InboundCall call, int index, boolean query, boolean ansi) {
        Pointer memory = FromNativeConverters.pointer(call, index);
        if (memory == null) {
            return null;
        }
        int option = call.number(index - 1);
        Integer needed = query ? null : POINTERS.get(option);
        if (needed != null && needed != call.number(index + 1)) {
            // Not what it should be, so nothing in it is a pointer that may be followed.
            return FromNativeConverters.block(call, index, Math.max(call.number(index + 1), 0));
        }
        return switch (option) {
            case InternetOption.INTERNET_OPTION_CALLBACK -> callback(call, memory);
            case InternetOption.INTERNET_OPTION_CONTEXT_VALUE_OLD ->
                query ? structureOrBytes(call, memory, index, query, ansi) : new LongRef(call.slot(index));
            case InternetOption.INTERNET_OPTION_PER_CONNECTION_OPTION -> connection(call, memory, query, ansi);
            case InternetOption.INTERNET_OPTION_CLIENT_CERT_CONTEXT -> certificate(memory);
            case InternetOption.INTERNET_OPTION_SERVER_CERT_CHAIN_CONTEXT -> chain(call, memory);
            default -> structureOrBytes(call, memory, index, query, ansi);
        };
    }

    private static @Nullable LPVOID structureOrBytes(
            InboundCall call, Pointer memory, int index, boolean query, boolean ansi) {
        int option = call.number(index - 1);
        Supplier<Structure> maker = (ansi ? ANSI : WIDE).get(option);
        if (maker != null && (query || POINTERS.containsKey(option))) {
            return structure(call, memory, maker.get(), query);
        }
        if (query) {
            return FromNativeConverters.block(call, index, FromNativeConverters.statedLength(call, index + 1));
        }
        int size = Math.max(call.number(index + 1), 0);
        if (TEXTS.contains(option)) {
            size = ansi ? NarrowText.length(memory) + 1 : (WideText.length(memory) + 1) * Character.BYTES;
        }
        return FromNativeConverters.block(call, index, size);
    }

    private static Structure structure(InboundCall call, Pointer memory, Structure structure, boolean query) {
        StructureLayout layout = StructureLayout.of(structure.getClass());
        if (!query) {
            layout.read(structure, memory);
            return structure;
        }
        call.onCompletion(() -> {
            if (call.succeeded()) {
                // Texts of a certificate are freed by the caller; all others lie behind the structure (R-OPT-17).
                boolean certificate = structure instanceof INTERNET_CERTIFICATE_INFO
                        || structure instanceof INTERNET_CERTIFICATE_INFOA;
                layout.write(
                        structure,
                        memory,
                        certificate ? Arena.freedByReceiver() : Arena.within(memory.share(layout.size())));
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

    private static LPVOID connection(InboundCall call, Pointer memory, boolean query, boolean ansi) {
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

    private static LPVOID certificate(Pointer memory) {
        CERT_CONTEXT context = new CERT_CONTEXT();
        context.certificates = List.of(CertificateLayout.certificate(memory));
        return context;
    }

    private static LPVOID chain(InboundCall call, Pointer memory) {
        CERT_CHAIN_CONTEXT chain = new CERT_CHAIN_CONTEXT();
        call.onCompletion(() -> {
            if (call.succeeded()) {
                memory.setPointer(0, CertificateLayout.chain(chain.certificates, Arena.freedByReceiver()));
            }
        });
        return chain;
    }
}
