package io.github.wininet4j.engine.http.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.http.query.QuerySource;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;

/** Heads to query, and how the tests look at a list and at a failure. */
public final class HeadSamples {
    private HeadSamples() {}

    /** A response head made of name and value pairs. */
    public record Response(int status, String version, String reason, HeaderList headers) implements ResponseFields {
        @Override
        public int headerCount() {
            return headers.headerCount();
        }

        @Override
        public String name(int index) {
            return headers.name(index);
        }

        @Override
        public String value(int index) {
            return headers.value(index);
        }
    }

    public static Response response(String... lines) {
        return new Response(200, "HTTP/1.1", "OK", list(lines));
    }

    public static QuerySource unsent(String... requestLines) {
        return new QuerySource("GET", "/path?q=1", "HTTP/1.1", list(requestLines), null, null);
    }

    public static QuerySource answered(@Nullable ResponseFields response, String... sentLines) {
        return new QuerySource("GET", "/path?q=1", "HTTP/1.1", new HeaderList(), list(sentLines), response);
    }

    /** A list of headers, each given as {@code Name: value}. */
    public static HeaderList list(String... lines) {
        HeaderList list = new HeaderList();
        for (String line : lines) {
            int colon = line.indexOf(':');
            list.add(line.substring(0, colon), line.substring(colon + 1).trim());
        }
        return list;
    }

    /** The headers of a list, each as {@code Name: value}. */
    public static List<String> lines(HeaderFields fields) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < fields.headerCount(); i++) {
            lines.add(fields.name(i) + ": " + fields.value(i));
        }
        return lines;
    }

    /** The code that a call fails with; 0 if it succeeds. */
    public static int errorOf(ThrowingCallable call) {
        WinInetFailure failure = catchThrowableOfType(WinInetFailure.class, call);
        return failure == null ? 0 : failure.code();
    }

    public static void assertFails(int code, ThrowingCallable call) {
        assertThat(errorOf(call)).as("error code").isEqualTo(code);
    }
}
