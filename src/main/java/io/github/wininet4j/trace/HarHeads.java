package io.github.wininet4j.trace;

import io.github.wininet4j.constant.HttpQuery;
import io.github.wininet4j.function.HttpFunctions;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.TextBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The heads of a request and its answer, without secrets.
 *
 * @param request the request's; empty if there is none
 * @param response the answer's
 * @param sent the cookies of the request
 * @param set the cookies of the answer
 * @param size how long the answer's head is, in characters of which each was a byte; -1 if there is none
 */
record HarHeads(
        String request, String response, List<Map<String, Object>> sent, List<Map<String, Object>> set, int size) {
    static final HarHeads NONE = of("", "");

    static HarHeads of(HINTERNET request, HttpFunctions http) {
        return of(query(request, http, HttpQuery.HTTP_QUERY_FLAG_REQUEST_HEADERS), query(request, http, 0));
    }

    private static HarHeads of(String request, String response) {
        return new HarHeads(
                HiddenSecrets.inText(request),
                HiddenSecrets.inText(response),
                HarCookies.sent(request),
                HarCookies.set(response),
                response.isEmpty() ? -1 : response.length());
    }

    private static String query(HINTERNET request, HttpFunctions http, int modifier) {
        int level = HttpQuery.HTTP_QUERY_RAW_HEADERS_CRLF | modifier;
        int size = 4096;
        for (int attempt = 0; attempt < 2; attempt++) {
            TextBuffer text = new TextBuffer(size);
            DwordRef length = new DwordRef(text.sizeof());
            if (http.HttpQueryInfo(request, level, text, length, null)) {
                return text.toString(length.value / Character.BYTES);
            }
            // As large as it asks to be, or something else is the matter.
            size = Math.max(size, length.value / Character.BYTES);
        }
        return "";
    }

    static List<Map<String, Object>> headers(String head) {
        List<Map<String, Object>> headers = new ArrayList<>();
        head.lines().skip(1).forEach(line -> {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.add(
                        pair(line.substring(0, colon), line.substring(colon + 1).strip()));
            }
        });
        return headers;
    }

    static Map<String, Object> pair(String name, String value) {
        Map<String, Object> pair = new LinkedHashMap<>();
        pair.put("name", name);
        pair.put("value", value);
        return pair;
    }

    /** Returns a header of the answer, or empty text. */
    String header(String name) {
        return headers(response).stream()
                .filter(header -> name.equalsIgnoreCase(String.valueOf(header.get("name"))))
                .map(header -> String.valueOf(header.get("value")))
                .findFirst()
                .orElse("");
    }
}
