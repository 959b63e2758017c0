package io.github.wininet4j.ansi;

import io.github.wininet4j.annotation.OwnSize;
import io.github.wininet4j.annotation.Word;
import io.github.wininet4j.type.Structure;
import io.github.wininet4j.type.URL_COMPONENTS;
import io.github.wininet4j.type.UrlPart;
import io.github.wininet4j.type.UrlParts;
import org.jspecify.annotations.Nullable;

/**
 * {@link URL_COMPONENTS} over bytes: a null buffer with length 0 means "not wanted", with another length "give me a
 * pointer into my URL"; a buffer is copied into, its length being the capacity before and the count without the NUL
 * after the call (R-CRACK-3). All lengths are in bytes.
 */
public final class URL_COMPONENTSA implements UrlParts<AnsiBuffer> {
    /** Size of the structure in bytes; checked (R-CRACK-10). */
    @OwnSize
    public int dwStructSize = 104;

    /** Scheme name. */
    public @Nullable AnsiBuffer lpszScheme;

    /** Length of the scheme name. */
    public int dwSchemeLength;

    /** An {@code INTERNET_SCHEME_*} value. */
    public int nScheme;

    /** Host name. */
    public @Nullable AnsiBuffer lpszHostName;

    /** Length of the host name. */
    public int dwHostNameLength;

    /** Port number, 0 to 65535. */
    @Word
    public int nPort;

    /** User name. */
    public @Nullable AnsiBuffer lpszUserName;

    /** Length of the user name. */
    public int dwUserNameLength;

    /** Password. */
    public @Nullable AnsiBuffer lpszPassword;

    /** Length of the password. */
    public int dwPasswordLength;

    /** Path. */
    public @Nullable AnsiBuffer lpszUrlPath;

    /** Length of the path. */
    public int dwUrlPathLength;

    /** Query and fragment, with their {@code ?} or {@code #}. */
    public @Nullable AnsiBuffer lpszExtraInfo;

    /** Length of query and fragment. */
    public int dwExtraInfoLength;

    /** Creates a structure with its size set and all else zero. */
    public URL_COMPONENTSA() {}

    @Override
    public int sizeof() {
        return 104;
    }

    @Override
    public @Nullable AnsiBuffer buffer(UrlPart part) {
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
    public void set(UrlPart part, @Nullable AnsiBuffer buffer, int length) {
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
