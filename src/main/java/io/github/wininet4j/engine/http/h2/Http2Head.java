package io.github.wininet4j.engine.http.h2;

import io.github.wininet4j.engine.http.head.ResponseFields;
import io.github.wininet4j.engine.net.WireNumber;
import java.util.List;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http2.H2Error;

/** The head of a response: the status and the fields as they came, in lower case. */
final class Http2Head implements ResponseFields {
    private final int status;
    private final List<Header> fields;

    Http2Head(int status, List<Header> fields) {
        this.status = status;
        this.fields = fields;
    }

    /**
     * Reads the announced length. Several equal ones are one; one that is no number does not count (R-PROJ-HTTP-3).
     *
     * @return bytes, or -1
     * @throws Http2Failure if lengths contradict each other
     */
    long contentLength() throws Http2Failure {
        long length = WireNumber.NONE;
        for (Header field : fields) {
            if (!field.getName().equals("content-length")) {
                continue;
            }
            for (String each : field.getValue().split(",", -1)) {
                long next = WireNumber.parse(each.strip());
                if (length != WireNumber.NONE && next != WireNumber.NONE && next != length) {
                    throw Http2Failure.violation(H2Error.PROTOCOL_ERROR, "contradictory lengths");
                }
                length = next == WireNumber.NONE ? length : next;
            }
        }
        return length;
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
