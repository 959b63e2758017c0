package io.github.wininet4j.client;

import io.github.wininet4j.WinInet;
import io.github.wininet4j.constant.HttpQuery;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.TextBuffer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a server answered: the handle of a request after it was sent. For one thread at a time. */
public final class Response extends InternetHandle {
    private static final Pattern CHARSET =
            Pattern.compile(";\\s*charset\\s*=\\s*\"?([^\";\\s]+)", Pattern.CASE_INSENSITIVE);

    private final Exchange exchange;
    private final HINTERNET handle;
    private final InputStream body;

    Response(Exchange exchange, HINTERNET handle) {
        this.exchange = exchange;
        this.handle = handle;
        this.body = new ResponseStream(exchange, handle);
    }

    @Override
    public WinInet wininet() {
        return exchange.wininet();
    }

    @Override
    public HINTERNET handle() {
        return handle;
    }

    /**
     * Reads the status code with {@code HttpQueryInfo}.
     *
     * @return such as 200
     * @throws WinInetException if the response is closed
     */
    public int status() throws WinInetException {
        DwordRef code = new DwordRef();
        int level = HttpQuery.HTTP_QUERY_STATUS_CODE | HttpQuery.HTTP_QUERY_FLAG_NUMBER;
        if (!wininet().HttpQueryInfo(handle, level, code, new DwordRef(code.sizeof()), null)) {
            throw exchange.failure("HttpQueryInfo");
        }
        return code.value;
    }

    /**
     * Reads a header with {@code HttpQueryInfo}.
     *
     * @param name its name, in upper or lower case
     * @return its value, the first if there are several; null if there is none
     * @throws WinInetException if the response is closed
     */
    public @Nullable String header(String name) throws WinInetException {
        return query(HttpQuery.HTTP_QUERY_CUSTOM, name);
    }

    /**
     * Reads all headers with {@code HttpQueryInfo}.
     *
     * @return the values by name, in the order of arrival; names are found in upper and lower case
     * @throws WinInetException if the response is closed
     */
    public Map<String, List<String>> headers() throws WinInetException {
        Map<String, List<String>> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        String head = query(HttpQuery.HTTP_QUERY_RAW_HEADERS_CRLF, "");
        for (String line : (head == null ? "" : head).split("\r\n")) {
            int colon = line.indexOf(':');
            // The first line is the status.
            if (colon > 0 && !line.startsWith("HTTP/")) {
                all.computeIfAbsent(line.substring(0, colon).strip(), name -> new ArrayList<>())
                        .add(line.substring(colon + 1).strip());
            }
        }
        return all;
    }

    private @Nullable String query(int level, String name) throws WinInetException {
        int size = 256;
        while (true) {
            TextBuffer text = new TextBuffer(Math.max(size, name.length() + 1));
            text.set(name);
            DwordRef length = new DwordRef(text.sizeof());
            if (wininet().HttpQueryInfo(handle, level, text, length, null)) {
                return text.toString(length.value / Character.BYTES);
            }
            WinInetException failure = exchange.failure("HttpQueryInfo");
            if (failure.code() == WinInetError.ERROR_HTTP_HEADER_NOT_FOUND) {
                return null;
            }
            if (failure.code() != Win32Error.ERROR_INSUFFICIENT_BUFFER) {
                throw failure;
            }
            size = Math.max(length.value / Character.BYTES, size * 2);
        }
    }

    /**
     * Reads the Content-Length.
     *
     * @return bytes on the wire, before gzip and the like are undone; empty if the server did not say
     * @throws WinInetException if the response is closed
     */
    public OptionalLong length() throws WinInetException {
        String value = query(HttpQuery.HTTP_QUERY_CONTENT_LENGTH, "");
        try {
            return value == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(value));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    /**
     * Reads where the response came from after all redirects ({@code INTERNET_OPTION_URL}).
     *
     * @return the URL
     * @throws WinInetException if the response is closed
     */
    public String url() throws WinInetException {
        return get(Option.URL);
    }

    /** {@return the body, as it arrives; there is one stream, and closing it closes the response} */
    public InputStream body() {
        return body;
    }

    /**
     * Reads the rest of the body.
     *
     * @return all of it
     * @throws WinInetException if it breaks off
     * @throws IOException never otherwise
     */
    public byte[] bytes() throws IOException {
        return body.readAllBytes();
    }

    /**
     * Reads the rest of the body as text, in the charset that Content-Type names if Java knows it, else UTF-8.
     *
     * @return all of it
     * @throws WinInetException if it breaks off
     * @throws IOException never otherwise
     */
    public String text() throws IOException {
        return new String(bytes(), charset(header("Content-Type")));
    }

    private static Charset charset(@Nullable String contentType) {
        Matcher named = CHARSET.matcher(contentType == null ? "" : contentType);
        try {
            return named.find() ? Charset.forName(named.group(1)) : StandardCharsets.UTF_8;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
    }

    /**
     * Saves the rest of the body. The file appears when it is whole, in place of one of that name.
     *
     * @param file the file
     * @return the file
     * @throws WinInetException if the body breaks off
     * @throws IOException if the file cannot be written
     */
    public Path saveTo(Path file) throws IOException {
        Path part = file.resolveSibling("." + UUID.randomUUID() + ".part");
        try {
            Files.copy(body, part);
            return Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    @Override
    public void close() {
        exchange.close();
    }
}
