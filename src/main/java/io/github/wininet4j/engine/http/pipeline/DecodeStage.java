package io.github.wininet4j.engine.http.pipeline;

import io.github.wininet4j.engine.http.head.FilteredFields;
import io.github.wininet4j.engine.http.head.HeaderList;
import io.github.wininet4j.engine.http.head.HeaderTokens;
import io.github.wininet4j.engine.http.head.ResponseFields;
import io.github.wininet4j.engine.option.DwordSetting;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Undoes gzip and deflate when option 65 asks for it and the conditions of the documentation hold (R-COMP-1 to R-COMP-3). */
final class DecodeStage implements Stage {
    private static final Set<String> KNOWN = Set.of("gzip", "x-gzip", "deflate");

    @Override
    public Exchange judge(Exchange exchange) throws IOException {
        ResponseFields response = exchange.response();
        ContentStream content = exchange.content();
        if (response == null || content == null || exchange.terms().settings().get(DwordSetting.HTTP_DECODING) == 0) {
            return exchange;
        }
        String coding = coding(response);
        if (coding == null || !isAccepted(exchange.headers(), coding) || isBarred(response)) {
            return exchange;
        }
        // The caller sees what it would without any coding (R-COMP-4, R-COMP-5).
        exchange.setCompressedLength(exchange.contentLength());
        exchange.setResponse(new FilteredFields(response, Set.of("content-encoding", "content-length")));
        exchange.setContent(content.isEnded() ? content : new DecodedContent(content, coding));
        return exchange;
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

    private static boolean isAccepted(HeaderList request, String coding) {
        for (int i = 0; i < request.size(); i++) {
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
