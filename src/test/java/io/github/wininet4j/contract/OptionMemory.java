package io.github.wininet4j.contract;

import io.github.wininet4j.constant.ProxyType;
import io.github.wininet4j.testing.TestCertificates;
import io.github.wininet4j.type.CERT_CHAIN_CONTEXT;
import io.github.wininet4j.type.CERT_CONTEXT;
import io.github.wininet4j.type.CallbackRef;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HTTP_VERSION_INFO;
import io.github.wininet4j.type.HandleRef;
import io.github.wininet4j.type.INTERNET_CACHE_TIMESTAMPS;
import io.github.wininet4j.type.INTERNET_CERTIFICATE_INFO;
import io.github.wininet4j.type.INTERNET_CONNECTED_INFO;
import io.github.wininet4j.type.INTERNET_DIAGNOSTIC_SOCKET_INFO;
import io.github.wininet4j.type.INTERNET_PER_CONN_OPTION;
import io.github.wininet4j.type.INTERNET_PER_CONN_OPTION_LIST;
import io.github.wininet4j.type.INTERNET_PROXY_INFO;
import io.github.wininet4j.type.INTERNET_VERSION_INFO;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.LongRef;
import io.github.wininet4j.type.TextBuffer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the values of a C type are written in {@code options.tsv}.
 *
 * @param blank makes memory for a query; null where there is no data
 * @param room the length that is stated for it, in bytes
 * @param text writes down what is in it
 * @param filled makes memory that holds a value
 * @param length the length that is stated when it is set
 */
record OptionMemory(
        Supplier<@Nullable LPVOID> blank,
        int room,
        Function<LPVOID, String> text,
        Function<String, @Nullable LPVOID> filled,
        int length) {
    private static final int CHARACTERS = 300;

    private static final Function<String, @Nullable LPVOID> READ_ONLY = value -> {
        throw new IllegalArgumentException("no value of this type can be set");
    };

    private static final OptionMemory NUMBER = of(
            DwordRef::new,
            4,
            OptionMemory::number,
            value -> new DwordRef(Long.decode(value).intValue()));

    private static final Map<String, OptionMemory> TYPES = Map.ofEntries(
            Map.entry("DWORD", NUMBER),
            Map.entry("BOOL", NUMBER),
            Map.entry("DWORD_PTR", of(LongRef::new, 8, OptionMemory::number, value -> new LongRef(Long.decode(value)))),
            Map.entry("ULONGLONG", of(LongRef::new, 8, OptionMemory::number, READ_ONLY)),
            Map.entry("pointer", of(LongRef::new, 4, Object::toString, value -> new LongRef(Long.decode(value)))),
            Map.entry("HINTERNET", of(HandleRef::new, 8, Object::toString, READ_ONLY)),
            Map.entry("callback", of(CallbackRef::new, 8, OptionMemory::callback, value -> new CallbackRef())),
            Map.entry(
                    "text",
                    new OptionMemory(
                            () -> new TextBuffer(CHARACTERS),
                            2 * CHARACTERS,
                            Object::toString,
                            value -> new TextBuffer(value),
                            1)),
            Map.entry("ANSI text", of(() -> new TextBuffer(CHARACTERS), CHARACTERS, Object::toString, READ_ONLY)),
            Map.entry("none", of(() -> null, 0, Object::toString, value -> null)),
            Map.entry("INTERNET_VERSION_INFO", of(INTERNET_VERSION_INFO::new, 8, OptionMemory::library, READ_ONLY)),
            Map.entry("HTTP_VERSION_INFO", of(HTTP_VERSION_INFO::new, 8, OptionMemory::http, OptionMemory::http)),
            Map.entry(
                    "INTERNET_CONNECTED_INFO",
                    new OptionMemory(DwordRef::new, 4, OptionMemory::number, OptionMemory::connected, 8)),
            Map.entry(
                    "INTERNET_PROXY_INFO",
                    new OptionMemory(INTERNET_PROXY_INFO::new, 1000, OptionMemory::proxy, OptionMemory::proxy, 24)),
            Map.entry(
                    "INTERNET_PER_CONN_OPTION_LIST",
                    of(() -> connection("0"), 32, OptionMemory::connection, OptionMemory::connection)),
            Map.entry("INTERNET_CERTIFICATE_INFO", of(INTERNET_CERTIFICATE_INFO::new, 64, Object::toString, READ_ONLY)),
            Map.entry("INTERNET_CACHE_TIMESTAMPS", of(INTERNET_CACHE_TIMESTAMPS::new, 16, Object::toString, READ_ONLY)),
            Map.entry("CERT_CHAIN_CONTEXT", of(CERT_CHAIN_CONTEXT::new, 8, Object::toString, READ_ONLY)),
            Map.entry("CERT_CONTEXT", of(CERT_CONTEXT::new, 40, Object::toString, value -> certificate())),
            Map.entry(
                    "INTERNET_DIAGNOSTIC_SOCKET_INFO",
                    of(INTERNET_DIAGNOSTIC_SOCKET_INFO::new, 24, OptionMemory::socket, READ_ONLY)));

    private static OptionMemory of(
            Supplier<@Nullable LPVOID> blank,
            int size,
            Function<LPVOID, String> text,
            Function<String, @Nullable LPVOID> filled) {
        return new OptionMemory(blank, size, text, filled, size);
    }

    static OptionMemory of(OptionSample option) {
        return Objects.requireNonNull(TYPES.get(option.type()), option.type());
    }

    /** Memory of a type that the option does not have. */
    static LPVOID other(OptionSample option) {
        return option.type().equals("callback") ? new DwordRef() : new CallbackRef();
    }

    /** What a value of the table is called when it is read: numbers may be hexadecimal there. */
    static String normal(OptionSample option, String value) {
        boolean number = value.startsWith("0x");
        return number ? OptionMemory.of(option).text.apply(new LongRef(Long.decode(value))) : value;
    }

    private static String number(LPVOID memory) {
        return memory.toString();
    }

    private static String callback(LPVOID memory) {
        return ((CallbackRef) memory).value == null ? "NULL" : "callback";
    }

    private static String library(LPVOID memory) {
        INTERNET_VERSION_INFO info = (INTERNET_VERSION_INFO) memory;
        return info.dwMajorVersion + "." + info.dwMinorVersion;
    }

    private static String http(LPVOID memory) {
        HTTP_VERSION_INFO info = (HTTP_VERSION_INFO) memory;
        return info.dwMajorVersion + "." + info.dwMinorVersion;
    }

    private static LPVOID http(String value) {
        HTTP_VERSION_INFO info = new HTTP_VERSION_INFO();
        info.dwMajorVersion = value.charAt(0) - '0';
        info.dwMinorVersion = value.charAt(2) - '0';
        return info;
    }

    private static LPVOID connected(String value) {
        INTERNET_CONNECTED_INFO info = new INTERNET_CONNECTED_INFO();
        info.dwConnectedState = Integer.decode(value);
        return info;
    }

    private static String words(@Nullable Object... words) {
        return Stream.of(words).filter(Objects::nonNull).map(Object::toString).collect(Collectors.joining(" "));
    }

    private static String proxy(LPVOID memory) {
        INTERNET_PROXY_INFO info = (INTERNET_PROXY_INFO) memory;
        return words(info.dwAccessType, info.lpszProxy, info.lpszProxyBypass);
    }

    private static LPVOID proxy(String value) {
        String[] words = value.split(" ", -1);
        INTERNET_PROXY_INFO info = new INTERNET_PROXY_INFO();
        info.dwAccessType = Integer.parseInt(words[0]);
        info.lpszProxy = words[1];
        info.lpszProxyBypass = words[2];
        return info;
    }

    private static String connection(LPVOID memory) {
        INTERNET_PER_CONN_OPTION[] items =
                Objects.requireNonNull(((INTERNET_PER_CONN_OPTION_LIST) memory).pOptions, "items");
        return words(items[0].dwValue, items[1].pszValue);
    }

    private static LPVOID connection(String value) {
        String[] words = value.split(" ", -1);
        INTERNET_PER_CONN_OPTION flags = new INTERNET_PER_CONN_OPTION();
        flags.dwOption = ProxyType.INTERNET_PER_CONN_FLAGS;
        flags.dwValue = Integer.parseInt(words[0]);
        INTERNET_PER_CONN_OPTION server = new INTERNET_PER_CONN_OPTION();
        server.dwOption = ProxyType.INTERNET_PER_CONN_PROXY_SERVER;
        server.pszValue = words.length > 1 ? words[1] : null;
        INTERNET_PER_CONN_OPTION_LIST list = new INTERNET_PER_CONN_OPTION_LIST();
        list.dwOptionCount = 2;
        list.pOptions = new INTERNET_PER_CONN_OPTION[] {flags, server};
        return list;
    }

    private static CERT_CONTEXT certificate() {
        CERT_CONTEXT context = new CERT_CONTEXT();
        context.certificates = List.of(TestCertificates.client().chain().get(0));
        context.privateKey = TestCertificates.client().key();
        return context;
    }

    private static String socket(LPVOID memory) {
        INTERNET_DIAGNOSTIC_SOCKET_INFO info = (INTERNET_DIAGNOSTIC_SOCKET_INFO) memory;
        return words(info.SourcePort, info.DestPort, info.Flags);
    }
}
