package io.github.wininet4j.type;

import io.github.wininet4j.annotation.OwnSize;
import io.github.wininet4j.annotation.Word;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a URL. A null buffer with length 0 means "not wanted", with another length "give me a view into the
 * URL"; a buffer is copied into, its length being the capacity before and the count without the NUL after the call
 * (R-CRACK-3). All lengths are in characters.
 */
public final class URL_COMPONENTS implements UrlParts<TextBuffer> {
    /** Size of the structure in bytes; checked (R-CRACK-10). */
    @OwnSize
    public int dwStructSize = 104;

    /** Scheme name. */
    public @Nullable TextBuffer lpszScheme;

    /** Length of the scheme name. */
    public int dwSchemeLength;

    /** An {@code INTERNET_SCHEME_*} value. */
    public int nScheme;

    /** Host name. */
    public @Nullable TextBuffer lpszHostName;

    /** Length of the host name. */
    public int dwHostNameLength;

    /** Port number, 0 to 65535. */
    @Word
    public int nPort;

    /** User name. */
    public @Nullable TextBuffer lpszUserName;

    /** Length of the user name. */
    public int dwUserNameLength;

    /** Password. */
    public @Nullable TextBuffer lpszPassword;

    /** Length of the password. */
    public int dwPasswordLength;

    /** Path. */
    public @Nullable TextBuffer lpszUrlPath;

    /** Length of the path. */
    public int dwUrlPathLength;

    /** Query and fragment, with their {@code ?} or {@code #}. */
    public @Nullable TextBuffer lpszExtraInfo;

    /** Length of query and fragment. */
    public int dwExtraInfoLength;

    /** Creates a structure with its size set and all else zero. */
    public URL_COMPONENTS() {}

    /**
     * Creates a structure that asks {@code InternetCrackUrl} for views into the URL, of all parts but the scheme
     * (R-CRACK-3).
     *
     * @return the structure, without buffers
     */
    public static URL_COMPONENTS ofViews() {
        URL_COMPONENTS parts = new URL_COMPONENTS();
        for (UrlPart part : UrlPart.values()) {
            parts.set(part, null, part == UrlPart.SCHEME ? 0 : 1);
        }
        return parts;
    }

    /**
     * Returns a part as text.
     *
     * @param part which one
     * @return as much of its buffer as its length says; empty without a buffer
     */
    public String text(UrlPart part) {
        TextBuffer buffer = buffer(part);
        return buffer == null ? "" : buffer.toString(length(part));
    }

    @Override
    public int sizeof() {
        return 104;
    }

    @Override
    public @Nullable TextBuffer buffer(UrlPart part) {
        return switch (part) {
            case SCHEME -> lpszScheme;
            case HOST -> lpszHostName;
            case USER -> lpszUserName;
            case PASSWORD -> lpszPassword;
            case PATH -> lpszUrlPath;
            case EXTRA -> lpszExtraInfo;
        };
    }

    @Override
    public int length(UrlPart part) {
        return switch (part) {
            case SCHEME -> dwSchemeLength;
            case HOST -> dwHostNameLength;
            case USER -> dwUserNameLength;
            case PASSWORD -> dwPasswordLength;
            case PATH -> dwUrlPathLength;
            case EXTRA -> dwExtraInfoLength;
        };
    }

    @Override
    public void set(UrlPart part, @Nullable TextBuffer buffer, int length) {
        switch (part) {
            case SCHEME -> {
                lpszScheme = buffer;
                dwSchemeLength = length;
            }
            case HOST -> {
                lpszHostName = buffer;
                dwHostNameLength = length;
            }
            case USER -> {
                lpszUserName = buffer;
                dwUserNameLength = length;
            }
            case PASSWORD -> {
                lpszPassword = buffer;
                dwPasswordLength = length;
            }
            case PATH -> {
                lpszUrlPath = buffer;
                dwUrlPathLength = length;
            }
            case EXTRA -> {
                lpszExtraInfo = buffer;
                dwExtraInfoLength = length;
            }
        }
    }

    @Override
    public String toString() {
        return Structure.describe(this);
    }
}
