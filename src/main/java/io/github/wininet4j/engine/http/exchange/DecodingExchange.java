package io.github.wininet4j.engine.http.exchange;

import io.github.wininet4j.engine.http.head.FilteredFields;
import io.github.wininet4j.engine.http.head.HeaderFields;
import io.github.wininet4j.engine.http.head.HeaderTokens;
import io.github.wininet4j.engine.http.head.ResponseFields;
import io.github.wininet4j.engine.http.stream.ContentStream;
import io.github.wininet4j.engine.option.DwordSetting;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Undoes gzip and deflate when option 65 asks for it and the conditions of the documentation hold (R-COMP-1 to
 * R-COMP-3).
 */
final class DecodingExchange extends ForwardingExchange {
    private static final Set<String> KNOWN = Set.of("gzip", "x-gzip", "deflate");

    private final HttpExchange below;

    DecodingExchange(Request request, Opener below) {
        this.below = below.open(request);
    }

    /** Whether option 65 asks for it. */
    static boolean applies(Request request) {
        return request.context().settings().get(DwordSetting.HTTP_DECODING) != 0;
    }

    @Override
    protected HttpExchange below() {
        return below;
    }

    @Override
    public Response receive() throws IOException {
        Response response = below.receive();
        Transcript transcript = response.transcript();
        ResponseFields head = transcript.response();
        if (head == null) {
            return response;
        }
        String coding = coding(head);
        if (coding == null || !isAccepted(transcript.headers(), coding) || isBarred(head)) {
            return response;
        }
        ContentStream content = response.content();
        boolean empty = content.isEnded();
        // The caller sees what it would without any coding (R-COMP-4, R-COMP-5).
        FilteredFields seen = new FilteredFields(head, Set.of("content-encoding", "content-length"));
        return new Response(transcript.decoded(seen, !empty), empty ? content : new DecodedContent(content, coding));
    }

    /** The one coding of the response; null for none, several or an unknown one. */
    private static @Nullable String coding(ResponseFields response) {
        String found = null;
        for (int i = 0; i < response.headerCount(); i++) {
            if (response.name(i).equalsIgnoreCase("Content-Encoding")) {
                if (found != null) {
                    return null;
                }
                found = response.value(i).trim().toLowerCase(Locale.ROOT);
            }
        }
        return found != null && KNOWN.contains(found) ? found : null;
    }

    private static boolean isAccepted(HeaderFields request, String coding) {
        for (int i = 0; i < request.headerCount(); i++) {
            if (request.name(i).equalsIgnoreCase("Accept-Encoding")
                    && HeaderTokens.contains(request.value(i), coding)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBarred(ResponseFields response) {
        for (int i = 0; i < response.headerCount(); i++) {
            String name = response.name(i);
            if (name.equalsIgnoreCase("Content-Range")
                    || (name.equalsIgnoreCase("Cache-Control")
                            && HeaderTokens.contains(response.value(i), "no-transform"))) {
                return true;
            }
        }
        return false;
    }
}
