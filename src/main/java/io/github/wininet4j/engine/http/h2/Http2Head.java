package io.github.wininet4j.engine.http.h2;

import io.github.wininet4j.engine.http.head.ResponseFields;
import java.util.List;
import org.apache.hc.core5.http.Header;

/** The head of a response: the status and the fields as they came, in lower case. */
final class Http2Head implements ResponseFields {
    private final int status;
    private final List<Header> fields;

    Http2Head(int status, List<Header> fields) {
        this.status = status;
        this.fields = fields;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String version() {
        return "HTTP/2.0";
    }

    /** HTTP/2 has none. */
    @Override
    public String reason() {
        return "";
    }

    @Override
    public int headerCount() {
        return fields.size();
    }

    @Override
    public String name(int index) {
        return fields.get(index).getName();
    }

    @Override
    public String value(int index) {
        return fields.get(index).getValue();
    }
}
