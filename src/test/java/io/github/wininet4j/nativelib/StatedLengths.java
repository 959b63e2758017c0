package io.github.wininet4j.nativelib;

import io.github.wininet4j.WinInet;
import io.github.wininet4j.constant.HttpQuery;
import io.github.wininet4j.function.Role;
import io.github.wininet4j.function.Role.Direction;
import io.github.wininet4j.type.ByteBlock;
import io.github.wininet4j.type.CERT_CHAIN_CONTEXT;
import io.github.wininet4j.type.CERT_CONTEXT;
import io.github.wininet4j.type.CallbackRef;
import io.github.wininet4j.type.CookiesRef;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.FILETIME;
import io.github.wininet4j.type.HANDLE;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.HandleRef;
import io.github.wininet4j.type.INTERNET_BUFFERS;
import io.github.wininet4j.type.INTERNET_CACHE_ENTRY_INFO;
import io.github.wininet4j.type.INTERNET_PER_CONN_OPTION;
import io.github.wininet4j.type.INTERNET_PER_CONN_OPTION_LIST;
import io.github.wininet4j.type.INTERNET_PROXY_INFO;
import io.github.wininet4j.type.LockRef;
import io.github.wininet4j.type.LongRef;
import io.github.wininet4j.type.OptionType;
import io.github.wininet4j.type.Structure;
import io.github.wininet4j.type.TextBuffer;
import io.github.wininet4j.type.URL_COMPONENTS;
import io.github.wininet4j.type.UrlPart;
import io.github.wininet4j.type.WordRef;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Calls of every function of the facade with lengths that do not fit: for each parameter that is memory, every kind of
 * object that may stand there, small and large, with each length.
 */
final class StatedLengths {
    private static final int[] LENGTHS = {-1, Integer.MIN_VALUE, 0, 1, 9, 41, 200_000, Integer.MAX_VALUE};

    /** One of each way in which the value of an option is taken. */
    private static final List<OptionType> TYPES = List.of(
            OptionType.DWORD,
            OptionType.ADDRESS,
            OptionType.CALLBACK,
            OptionType.TEXT,
            OptionType.ANSI_TEXT,
            OptionType.CONNECTION_OPTIONS,
            OptionType.CERTIFICATE,
            OptionType.CERTIFICATE_CHAIN);

    /** They are answered in Java, or their arguments are no memory of the caller. */
    private static final Set<String> NOT_IN_C =
            Set.of("GetLastError", "SetLastError", "InternetSetStatusCallback", "InternetFreeCookies");

    private static final String LARGE_TEXT = "t".repeat(20_000);
    private static final int LARGE = 90_000;

    /**
     * A call.
     *
     * @param what what is special about it
     * @param function the function
     * @param arguments its arguments
     */
    record Call(String what, Method function, Object[] arguments) {
        @Override
        public String toString() {
            return function.getName() + " " + what;
        }
    }

    private final List<Call> calls = new ArrayList<>();

    private StatedLengths() {}

    /** The functions that reach C. */
    static List<Method> functions() {
        return Arrays.stream(WinInet.class.getMethods())
                .filter(method -> Modifier.isAbstract(method.getModifiers()) && !NOT_IN_C.contains(method.getName()))
                .sorted(Comparator.comparing(Method::getName))
                .toList();
    }

    /** All calls; the arguments are new ones. */
    static List<Call> calls() {
        StatedLengths all = new StatedLengths();
        functions().forEach(all::add);
        return all.calls;
    }

    private void add(Method function) {
        List<Role> roles = Role.of(function);
        for (Role role : roles) {
            Class<?> type = function.getParameterTypes()[role.index()];
            List<Supplier<Object>> fitting = objects(role).stream()
                    .filter(object -> type.isInstance(object.get()))
                    .toList();
            for (Supplier<Object> object : fitting) {
                if (role.size() == null) {
                    Object[] arguments = plain(function, roles);
                    arguments[role.index()] = object.get();
                    add(function, role, "", arguments);
                } else {
                    Arrays.stream(LENGTHS).forEach(length -> addSized(function, roles, role, object, length));
                }
            }
        }
        calls.add(new Call("plain", function, plain(function, roles)));
    }

    private void addSized(Method function, List<Role> roles, Role role, Supplier<Object> object, int length) {
        for (int number : numbers(role)) {
            Object[] arguments = plain(function, roles);
            arguments[role.index()] = object.get();
            arguments[role.size().parameter()] = role.size().isVariable() ? new DwordRef(length) : (Object) length;
            if (role.related() >= 0) {
                arguments[role.related()] = number;
            }
            add(function, role, " of length " + length + " for " + number, arguments);
        }
    }

    private void add(Method function, Role role, String how, Object[] arguments) {
        Object object = arguments[role.index()];
        String kind = object.getClass().getSimpleName();
        calls.add(new Call(
                "with " + kind + " as " + function.getParameters()[role.index()].getName() + how, function, arguments));
    }

    /** The numbers of option or header that decide how memory is taken: one of each type. */
    private static List<Integer> numbers(Role role) {
        return switch (role.kind()) {
            case OPTION_DATA -> optionOfEachType();
            case HEADER_DATA -> List.of(HttpQuery.HTTP_QUERY_CUSTOM, HttpQuery.HTTP_QUERY_RAW_HEADERS_CRLF);
            default -> List.of(0);
        };
    }

    private static List<Integer> optionOfEachType() {
        return TYPES.stream()
                .map(type -> IntStream.range(1, 1000)
                        .filter(option -> OptionType.of(option) == type)
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    private static Object[] plain(Method function, List<Role> roles) {
        return roles.stream().map(StatedLengths::plain).toArray();
    }

    private static Object plain(Role role) {
        return switch (role.kind()) {
            case NUMBER, SIZE -> 0;
            case WORD -> 80;
            case TRUTH -> false;
            case POINTER_SIZED, GROUP_ID -> 0L;
            case HANDLE -> role.type() == HINTERNET.class ? new HINTERNET(4) : new HANDLE(4);
            case TEXT -> "http://localhost/";
            case STRUCTURE_BY_VALUE -> new FILETIME();
            case SIZE_VARIABLE, DWORD_VARIABLE -> new DwordRef();
            case WORD_VARIABLE -> new WordRef();
            case LONG_VARIABLE -> new LongRef();
            case HANDLE_VARIABLE -> new HandleRef();
            case LOCK_VARIABLE -> new LockRef();
            case CERTIFICATE_CHAIN -> new CERT_CHAIN_CONTEXT();
            case COOKIES -> new CookiesRef();
            default -> null;
        };
    }

    private static List<Supplier<Object>> objects(Role role) {
        return switch (role.kind()) {
            case TEXT -> role.size() == null ? List.of() : List.of(() -> "", () -> "text", () -> LARGE_TEXT);
            case TEXT_BUFFER -> texts();
            case BYTES -> bytes(role.direction());
            case BUFFERS -> buffers();
            case URL_PARTS -> urlParts();
            case OPTION_DATA, HEADER_DATA, DIALOG_DATA, MEMORY -> anything();
            case STRUCTURE -> {
                List<Supplier<Object>> all = new ArrayList<>(anything());
                all.add(() -> structure(role.type().asSubclass(Structure.class)));
                yield all;
            }
            default -> List.of();
        };
    }

    private static List<Supplier<Object>> texts() {
        return List.of(
                () -> new TextBuffer(0),
                () -> new TextBuffer(1),
                () -> new TextBuffer(LARGE_TEXT),
                () -> new TextBuffer(LARGE));
    }

    private static List<Supplier<Object>> bytes(Direction direction) {
        List<Supplier<Object>> all = new ArrayList<>(List.of(
                () -> ByteBuffer.allocate(0),
                () -> ByteBuffer.allocate(5),
                () -> ByteBuffer.allocate(100).position(60).limit(70),
                () -> ByteBuffer.allocateDirect(100).position(60).limit(70),
                () -> ByteBuffer.allocateDirect(LARGE)));
        if (direction == Direction.IN) {
            all.add(() -> ByteBuffer.allocate(5).asReadOnlyBuffer());
        }
        return all;
    }

    private static List<Supplier<Object>> buffers() {
        List<Supplier<Object>> all = new ArrayList<>();
        for (int length : LENGTHS) {
            for (IntFunction<ByteBuffer> make :
                    List.<IntFunction<ByteBuffer>>of(ByteBuffer::allocate, ByteBuffer::allocateDirect, size -> null)) {
                all.add(() -> {
                    INTERNET_BUFFERS buffers = new INTERNET_BUFFERS();
                    buffers.lpcszHeader = "A: 1\r\n";
                    buffers.dwHeadersLength = length;
                    buffers.lpvBuffer = make.apply(20);
                    buffers.dwBufferLength = length;
                    return buffers;
                });
            }
        }
        return all;
    }

    private static List<Supplier<Object>> urlParts() {
        List<Supplier<Object>> all = new ArrayList<>();
        for (int length : LENGTHS) {
            for (int capacity : new int[] {-1, 0, 1, LARGE}) {
                all.add(() -> {
                    URL_COMPONENTS parts = new URL_COMPONENTS();
                    for (UrlPart part : UrlPart.values()) {
                        parts.set(part, capacity < 0 ? null : new TextBuffer(capacity), length);
                    }
                    return parts;
                });
            }
        }
        return all;
    }

    private static List<Supplier<Object>> anything() {
        List<Supplier<Object>> all = new ArrayList<>(texts());
        all.add(() -> new ByteBlock(0));
        all.add(() -> new ByteBlock(2));
        all.add(() -> new ByteBlock(ByteBuffer.allocateDirect(LARGE)));
        Stream.<Supplier<Object>>of(
                        DwordRef::new,
                        WordRef::new,
                        LongRef::new,
                        HandleRef::new,
                        CallbackRef::new,
                        FILETIME::new,
                        CERT_CONTEXT::new,
                        CERT_CHAIN_CONTEXT::new,
                        StatedLengths::entry,
                        StatedLengths::proxies,
                        StatedLengths::connectionOptions)
                .forEach(all::add);
        return all;
    }

    private static Object entry() {
        INTERNET_CACHE_ENTRY_INFO entry = new INTERNET_CACHE_ENTRY_INFO();
        entry.lpHeaderInfo = "HTTP/1.1 200 OK";
        entry.dwHeaderInfoSize = LARGE;
        return entry;
    }

    private static Object proxies() {
        INTERNET_PROXY_INFO proxy = new INTERNET_PROXY_INFO();
        proxy.lpszProxy = LARGE_TEXT;
        return proxy;
    }

    private static Object connectionOptions() {
        INTERNET_PER_CONN_OPTION_LIST list = new INTERNET_PER_CONN_OPTION_LIST();
        list.pOptions = new INTERNET_PER_CONN_OPTION[] {new INTERNET_PER_CONN_OPTION()};
        list.dwOptionCount = LARGE;
        return list;
    }

    static Structure structure(Class<? extends Structure> type) {
        try {
            return type.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
