package io.github.wininet4j.engine.http.query;

import io.github.wininet4j.engine.http.head.HeaderFields;
import io.github.wininet4j.engine.http.head.ResponseFields;
import org.jspecify.annotations.Nullable;

/** What a query can ask for besides headers. */
public enum SpecialAttribute {
    /** Nothing: an attribute that exists by name only. */
    NOTHING {
        @Override
        @Nullable
        String text(QuerySource heads, boolean ofRequest) {
            return null;
        }
    },

    /** The status code; 0 before the first response (R-QUERY-9). */
    STATUS_CODE {
        @Override
        String text(QuerySource heads, boolean ofRequest) {
            return Integer.toString(status(heads));
        }
    },

    /** The reason phrase; of the response under REQUEST_HEADERS too, as observed. */
    STATUS_TEXT {
        @Override
        @Nullable
        String text(QuerySource heads, boolean ofRequest) {
            ResponseFields response = heads.response();
            return response == null ? null : response.reason();
        }
    },

    /** The protocol version (R-QUERY-22); of the request as long as there is no response, as observed. */
    VERSION {
        @Override
        String text(QuerySource heads, boolean ofRequest) {
            ResponseFields response = ofRequest ? null : heads.response();
            return response == null ? heads.version() : response.version();
        }
    },

    /** Start line and headers, each followed by a NUL; nothing before the first response (R-QUERY-17, R-QUERY-19). */
    RAW_HEADERS {
        @Override
        String text(QuerySource heads, boolean ofRequest) {
            return raw(heads, ofRequest, "\0").toString();
        }
    },

    /**
     * Start line and headers, each followed by CR LF, and an empty line, which is there without a response too
     * (R-QUERY-18, 19).
     */
    RAW_HEADERS_CRLF {
        @Override
        String text(QuerySource heads, boolean ofRequest) {
            return raw(heads, ofRequest, "\r\n").append("\r\n").toString();
        }
    },

    /** The verb of the request. */
    REQUEST_METHOD {
        @Override
        String text(QuerySource heads, boolean ofRequest) {
            return heads.verb();
        }
    };

    /** The text, or null if the heads have none. */
    abstract @Nullable String text(QuerySource heads, boolean ofRequest);

    static int status(QuerySource heads) {
        ResponseFields response = heads.response();
        return response == null ? 0 : response.status();
    }

    private static StringBuilder raw(QuerySource heads, boolean ofRequest, String lineEnd) {
        StringBuilder text = new StringBuilder(512);
        if (ofRequest) {
            text.append(heads.verb()).append(' ').append(heads.target()).append(' ');
            text.append(heads.version()).append(lineEnd);
            appendHeaders(text, heads.requestHeaders(), lineEnd);
            return text;
        }
        ResponseFields response = heads.response();
        if (response != null) {
            text.append(response.version())
                    .append(' ')
                    .append(response.status())
                    .append(' ');
            text.append(response.reason()).append(lineEnd);
            appendHeaders(text, response, lineEnd);
        }
        return text;
    }

    private static void appendHeaders(StringBuilder text, HeaderFields headers, String lineEnd) {
        int count = headers.headerCount();
        for (int i = 0; i < count; i++) {
            text.append(headers.name(i)).append(": ").append(headers.value(i)).append(lineEnd);
        }
    }
}
