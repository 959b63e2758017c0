package io.github.wininet4j.client;

import io.github.wininet4j.WinInet;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.UndocumentedOption;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.TextBuffer;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An option of a handle with the Java type of its value. The constants are those that most programs need; any other is
 * made from its number, as in {@code Option.number(InternetOption.INTERNET_OPTION_ERROR_MASK)}. Structures are set on
 * the handle itself.
 *
 * @param <T> the type of the value
 */
public final class Option<T> {
    /** How long to wait for a connection; at most 49 days, as all times here. */
    public static final Option<Duration> CONNECT_TIMEOUT = time(InternetOption.INTERNET_OPTION_CONNECT_TIMEOUT);
    /** How often to try to connect. */
    public static final Option<Integer> CONNECT_RETRIES = number(InternetOption.INTERNET_OPTION_CONNECT_RETRIES);
    /** How long sending may stand still. */
    public static final Option<Duration> SEND_TIMEOUT = time(InternetOption.INTERNET_OPTION_SEND_TIMEOUT);
    /** How long to wait for each part of the answer. */
    public static final Option<Duration> RECEIVE_TIMEOUT = time(InternetOption.INTERNET_OPTION_RECEIVE_TIMEOUT);
    /** Whether gzip and deflate are undone; {@code Accept-Encoding} is up to the program. */
    public static final Option<Boolean> HTTP_DECODING = flag(InternetOption.INTERNET_OPTION_HTTP_DECODING);
    /** Which protocols besides HTTP/1.1 are allowed: {@code HTTP_PROTOCOL_FLAG_HTTP2}; can be set only. */
    public static final Option<Integer> HTTP_PROTOCOLS = number(InternetOption.INTERNET_OPTION_ENABLE_HTTP_PROTOCOL);
    /** Which of them was used; of a response, and read-only. */
    public static final Option<Integer> HTTP_PROTOCOL_USED = number(InternetOption.INTERNET_OPTION_HTTP_PROTOCOL_USED);
    /** Whether hosts that want https only are believed. */
    public static final Option<Boolean> HSTS = flag(InternetOption.INTERNET_OPTION_HSTS);
    /** What is tolerated of certificates: {@code SECURITY_FLAG_*} bits; of a request. */
    public static final Option<Integer> SECURITY_FLAGS = number(InternetOption.INTERNET_OPTION_SECURITY_FLAGS);
    /** The user for the server; of a request. */
    public static final Option<String> USERNAME = text(InternetOption.INTERNET_OPTION_USERNAME);
    /** The user's password; of a request. */
    public static final Option<String> PASSWORD = text(InternetOption.INTERNET_OPTION_PASSWORD);
    /** The user for the proxy; of a request. */
    public static final Option<String> PROXY_USERNAME = text(InternetOption.INTERNET_OPTION_PROXY_USERNAME);
    /** That user's password; of a request. */
    public static final Option<String> PROXY_PASSWORD = text(InternetOption.INTERNET_OPTION_PROXY_PASSWORD);
    /** Where a response came from after all redirects; read-only. */
    public static final Option<String> URL = text(InternetOption.INTERNET_OPTION_URL);
    /** Whether a body that ends before its Content-Length is an error; {@link Session} turns it on. */
    public static final Option<Boolean> WHOLE_BODY = flag(UndocumentedOption.INTERNET_OPTION_DISALLOW_PREMATURE_EOF);
    /** How many connections to one server there may be; of the back end. */
    public static final Option<Integer> MAX_CONNECTIONS =
            number(InternetOption.INTERNET_OPTION_MAX_CONNS_PER_SERVER).ofBackEnd();

    private final int number;
    private final boolean isOfBackEnd;
    private final Function<T, LPVOID> toMemory;
    private final @Nullable Function<DwordRef, T> fromNumber;
    private final @Nullable Function<String, T> fromText;

    private Option(
            int number,
            boolean isOfBackEnd,
            Function<T, LPVOID> toMemory,
            @Nullable Function<DwordRef, T> fromNumber,
            @Nullable Function<String, T> fromText) {
        this.number = number;
        this.isOfBackEnd = isOfBackEnd;
        this.toMemory = toMemory;
        this.fromNumber = fromNumber;
        this.fromText = fromText;
    }

    /**
     * Makes an option whose value is a number of 32 bits.
     *
     * @param option its number, {@code INTERNET_OPTION_*}
     * @return the option
     */
    public static Option<Integer> number(int option) {
        return new Option<>(option, false, DwordRef::new, memory -> memory.value, null);
    }

    /**
     * Makes an option whose value is a {@code BOOL}.
     *
     * @param option its number
     * @return the option
     */
    public static Option<Boolean> flag(int option) {
        return new Option<>(option, false, value -> new DwordRef(value ? 1 : 0), memory -> memory.value != 0, null);
    }

    /**
     * Makes an option whose value is a time in milliseconds.
     *
     * @param option its number
     * @return the option
     */
    public static Option<Duration> time(int option) {
        return new Option<>(
                option,
                false,
                value -> new DwordRef(milliseconds(value)),
                memory -> Duration.ofMillis(Integer.toUnsignedLong(memory.value)),
                null);
    }

    /**
     * Makes an option whose value is text.
     *
     * @param option its number
     * @return the option
     */
    public static Option<String> text(int option) {
        return new Option<>(option, false, TextBuffer::new, null, text -> text);
    }

    /** {@return the same option of the whole back end: set and read with the NULL handle} */
    public Option<T> ofBackEnd() {
        return new Option<>(number, true, toMemory, fromNumber, fromText);
    }

    /** {@return the number of the option} */
    public int number() {
        return number;
    }

    private static int milliseconds(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("negative: " + time);
        }
        return time.compareTo(Duration.ofMillis(0xFFFF_FFFFL)) > 0 ? -1 : (int) time.toMillis();
    }

    void set(WinInet wininet, HINTERNET handle, T value) throws WinInetException {
        LPVOID memory = toMemory.apply(value);
        int length = memory instanceof TextBuffer text ? text.capacity() - 1 : memory.sizeof();
        if (!wininet.InternetSetOption(isOfBackEnd ? null : handle, number, memory, length)) {
            throw WinInetException.last(wininet, "InternetSetOption");
        }
    }

    T get(WinInet wininet, HINTERNET handle) throws WinInetException {
        HINTERNET of = isOfBackEnd ? null : handle;
        if (fromNumber != null) {
            DwordRef value = new DwordRef();
            if (!wininet.InternetQueryOption(of, number, value, new DwordRef(value.sizeof()))) {
                throw WinInetException.last(wininet, "InternetQueryOption");
            }
            return fromNumber.apply(value);
        }
        DwordRef size = new DwordRef();
        TextBuffer text = new TextBuffer(0);
        while (!wininet.InternetQueryOption(of, number, text, size)) {
            if (wininet.GetLastError() != Win32Error.ERROR_INSUFFICIENT_BUFFER) {
                throw WinInetException.last(wininet, "InternetQueryOption");
            }
            text = new TextBuffer(size.value / Character.BYTES);
        }
        return Objects.requireNonNull(fromText).apply(text.toString());
    }

    @Override
    public String toString() {
        return InternetOption.name(number);
    }
}
