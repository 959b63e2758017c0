package io.github.wininet4j.engine.url;

import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.type.TextBuffer;
import io.github.wininet4j.type.URL_COMPONENTS;
import org.jspecify.annotations.Nullable;

/** Hands the parts of a URL to a caller, each as its entry in the structure asks for (R-CRACK-3). */
final class CrackedComponents {
    private static final Part ABSENT = new Part("", 0, 0);

    private final ParsedUrl url;
    private final boolean decode;
    private @Nullable TextBuffer source;

    private CrackedComponents(ParsedUrl url, boolean decode) {
        this.url = url;
        this.decode = decode;
    }

    /** A part of a text. */
    private record Part(String text, int start, int end) {
        int length() {
            return end - start;
        }
    }

    /**
     * Checks what a caller asks for.
     *
     * @param decode whether escapes are to be decoded, which only works into buffers (R-CRACK-17, R-CRACK-18)
     * @throws WinInetFailure {@code ERROR_INVALID_PARAMETER} if the request cannot be met, {@code
     *     ERROR_INSUFFICIENT_BUFFER} if only a buffer for path or extra information has no room at all (R-CRACK-22)
     */
    static void check(URL_COMPONENTS c, boolean decode) {
        int buffers = buffer(c.lpszScheme, c.dwSchemeLength, decode)
                + buffer(c.lpszHostName, c.dwHostNameLength, decode)
                + buffer(c.lpszUserName, c.dwUserNameLength, decode)
                + buffer(c.lpszPassword, c.dwPasswordLength, decode)
                + buffer(c.lpszUrlPath, c.dwUrlPathLength, decode && !isEmpty(c.lpszUrlPath, c.dwUrlPathLength))
                + buffer(
                        c.lpszExtraInfo, c.dwExtraInfoLength, decode && !isEmpty(c.lpszExtraInfo, c.dwExtraInfoLength));
        if (!decode) {
            return;
        }
        if (isEmpty(c.lpszUrlPath, c.dwUrlPathLength) || isEmpty(c.lpszExtraInfo, c.dwExtraInfoLength)) {
            throw new WinInetFailure(Win32Error.ERROR_INSUFFICIENT_BUFFER);
        }
        if (buffers == 0) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
    }

    private static boolean isEmpty(@Nullable TextBuffer buffer, int length) {
        return buffer != null && length == 0;
    }

    private static int buffer(@Nullable TextBuffer buffer, int length, boolean decode) {
        boolean none = buffer == null;
        boolean empty = length == 0;
        if ((decode && none != empty) || (buffer != null && !buffer.holds(length))) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        return none || empty ? 0 : 1;
    }

    /**
     * Hands the parts over: all of them, or on failure none.
     *
     * @throws WinInetFailure {@code ERROR_INSUFFICIENT_BUFFER} if a part and its NUL do not fit (R-CRACK-5)
     */
    static void hand(ParsedUrl url, URL_COMPONENTS c, boolean decode) {
        new CrackedComponents(url, decode).hand(c);
    }

    private void hand(URL_COMPONENTS c) {
        Part scheme = part(c.lpszScheme, c.dwSchemeLength, 0, url.schemeEnd);
        Part host = part(c.lpszHostName, c.dwHostNameLength, url.hostStart, url.hostEnd);
        Part user = part(c.lpszUserName, c.dwUserNameLength, url.userStart, url.userEnd);
        Part password = part(c.lpszPassword, c.dwPasswordLength, url.passwordStart, url.passwordEnd);
        // The path includes query and fragment unless the caller asks for them separately (R-CRACK-8).
        int pathEnd = c.dwExtraInfoLength == 0 ? url.end : url.pathEnd;
        Part path = c.lpszUrlPath != null && c.dwUrlPathLength != 0 && url.scheme == UrlScheme.FILE
                ? fits(c.dwUrlPathLength, whole(FileUrl.dosPath(url, decode, pathEnd)))
                : part(c.lpszUrlPath, c.dwUrlPathLength, url.pathStart, pathEnd);
        int extraStart = url.pathEnd == url.end ? -1 : url.pathEnd;
        Part extra = part(c.lpszExtraInfo, c.dwExtraInfoLength, extraStart, url.end);

        if (c.dwSchemeLength != 0) {
            c.lpszScheme = place(c.lpszScheme, scheme);
            c.dwSchemeLength = scheme.length();
        }
        if (c.dwHostNameLength != 0) {
            c.lpszHostName = place(c.lpszHostName, host);
            c.dwHostNameLength = host.length();
        }
        if (c.dwUserNameLength != 0) {
            c.lpszUserName = place(c.lpszUserName, user);
            c.dwUserNameLength = user.length();
        }
        if (c.dwPasswordLength != 0) {
            c.lpszPassword = place(c.lpszPassword, password);
            c.dwPasswordLength = password.length();
        }
        if (c.dwUrlPathLength != 0) {
            c.lpszUrlPath = place(c.lpszUrlPath, path);
            c.dwUrlPathLength = path.length();
        }
        if (c.dwExtraInfoLength != 0) {
            c.lpszExtraInfo = place(c.lpszExtraInfo, extra);
            c.dwExtraInfoLength = extra.length();
        }
        c.nScheme = url.scheme.number();
        c.nPort = url.port;
    }

    private Part part(@Nullable TextBuffer buffer, int length, int start, int end) {
        if (start < 0 || length == 0) {
            return ABSENT;
        }
        if (buffer == null) {
            return new Part(url.text, start, end);
        }
        return fits(length, decode ? whole(UrlEscaper.decode(url.text, start, end)) : new Part(url.text, start, end));
    }

    private static Part whole(String text) {
        return new Part(text, 0, text.length());
    }

    private static Part fits(int capacity, Part part) {
        if (part.length() >= capacity) {
            throw new WinInetFailure(Win32Error.ERROR_INSUFFICIENT_BUFFER);
        }
        return part;
    }

    @SuppressWarnings("ReferenceEquality") // one object stands for every absent part
    private @Nullable TextBuffer place(@Nullable TextBuffer buffer, Part part) {
        if (buffer != null) {
            buffer.set(part.text, part.start, part.end);
            return buffer;
        }
        return part == ABSENT ? null : source().view(part.start);
    }

    private TextBuffer source() {
        TextBuffer shared = source;
        if (shared == null) {
            shared = new TextBuffer(url.text);
            source = shared;
        }
        return shared;
    }
}
