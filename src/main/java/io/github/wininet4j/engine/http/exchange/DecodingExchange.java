package io.github.wininet4j.engine.http.exchange;

import io.github.wininet4j.engine.http.head.FilteredFields;
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
    private static final Set<String> HIDDEN = Set.of("Content-Encoding", "Content-Length");

    private final HttpExchange below;
    private final Inflaters inflaters;

    DecodingExchange(Request request, Opener below, Inflaters inflaters) {
        this.below = below.open(request);
        this.inflaters = inflaters;
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
        if (coding == null
                || !HeaderTokens.contains(transcript.headers(), "Accept-Encoding", coding)
                || isBarred(head)) {
            return response;
        }
        ContentStream content = response.content();
        boolean empty = content.isEnded();
        // The caller sees what it would without any coding (R-COMP-4, R-COMP-5).
        FilteredFields seen = new FilteredFields(head, HIDDEN);
        return new Response(
                transcript.decoded(seen, !empty), empty ? content : new DecodedContent(content, coding, inflaters));
    }

    /** The one coding of the response; null for none, several or an unknown one. */
    private static @Nullable String coding(ResponseFields response) {
        int at = response.next("Content-Encoding", 0);
        if (at < 0 || response.next("Content-Encoding", at + 1) >= 0) {
            return null;
        }
        String found = response.value(at).trim().toLowerCase(Locale.ROOT);
        return KNOWN.contains(found) ? found : null;
    }

    private static boolean isBarred(ResponseFields response) {
        return response.contains("Content-Range") || HeaderTokens.contains(response, "Cache-Control", "no-transform");
    }
}
