package io.github.wininet4j.cli.conformance;

import io.github.wininet4j.constant.HttpAddReq;
import io.github.wininet4j.constant.HttpQuery;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.TextBuffer;
import java.util.List;

/** HttpAddRequestHeaders, read back with HttpQueryInfo. */
final class HeaderSuite {
    private static final int ADD = HttpAddReq.HTTP_ADDREQ_FLAG_ADD;
    private static final int REPLACE = HttpAddReq.HTTP_ADDREQ_FLAG_REPLACE;
    private static final String NOT_FOUND = "ERROR_HTTP_HEADER_NOT_FOUND (12150)";

    static final List<ConformanceCase> ALL = List.of(
            row(
                    "R-HDR-10[O]",
                    "ADD makes a second header of the same name",
                    List.of(new Step("X-A: 1", ADD), new Step("X-A: 2", ADD)),
                    "X-A: 1: TRUE",
                    "X-A: 2: TRUE",
                    "values: 1 | 2"),
            row(
                    "R-HDR-3[D]",
                    "ADD_IF_NEW refuses a header that is there",
                    List.of(new Step("X-A: 1", ADD), new Step("X-A: 2", ADD | HttpAddReq.HTTP_ADDREQ_FLAG_ADD_IF_NEW)),
                    "X-A: 1: TRUE",
                    "X-A: 2: FALSE, ERROR_HTTP_HEADER_ALREADY_EXISTS (12155)",
                    "values: 1"),
            row(
                    "R-HDR-5[O] R-HDR-4[D]",
                    "REPLACE alone needs a header, with ADD it does not",
                    List.of(new Step("X-A: 1", REPLACE), new Step("X-A: 2", ADD | REPLACE)),
                    "X-A: 1: FALSE, " + NOT_FOUND,
                    "X-A: 2: TRUE",
                    "values: 2"),
            row(
                    "R-HDR-6[D]",
                    "REPLACE with an empty value removes",
                    List.of(new Step("X-A: 1", ADD), new Step("X-A:", REPLACE)),
                    "X-A: 1: TRUE",
                    "X-A:: TRUE",
                    "values: "),
            row(
                    "R-HDR-7[O]",
                    "ADD with an empty value is refused",
                    List.of(new Step("X-A:", ADD)),
                    "X-A:: FALSE, ERROR_INVALID_PARAMETER (87)",
                    "values: "),
            row(
                    "R-HDR-11[O]",
                    "COALESCE appends with a comma, its variant with a semicolon",
                    List.of(
                            new Step("X-A: 1", ADD),
                            new Step("X-A: 2", ADD | HttpAddReq.HTTP_ADDREQ_FLAG_COALESCE),
                            new Step("X-A: 3", ADD | HttpAddReq.HTTP_ADDREQ_FLAG_COALESCE_WITH_SEMICOLON)),
                    "X-A: 1: TRUE",
                    "X-A: 2: TRUE",
                    "X-A: 3: TRUE",
                    "values: 1, 2; 3"),
            row(
                    "R-HDR-12[O] R-HDR-13[O]",
                    "REPLACE takes away the first of several and appends the new one",
                    List.of(new Step("X-A: 1", ADD), new Step("X-A: 2", ADD), new Step("X-A: 3", ADD | REPLACE)),
                    "X-A: 1: TRUE",
                    "X-A: 2: TRUE",
                    "X-A: 3: TRUE",
                    "values: 2 | 3"),
            row(
                    "R-HDR-15[O] R-HDR-16[O] R-HDR-1[D]",
                    "Several headers in one call; empty lines and space after the colon do not count",
                    List.of(new Step("X-A:    1\r\n\r\nX-A: 2\nX-A: 3\r\n", ADD)),
                    "X-A:    1\\r\\n\\r\\nX-A: 2\\nX-A: 3\\r\\n: TRUE",
                    "values: 1 | 2 | 3"),
            new ConformanceCase(
                    "R-HDR-25[O]",
                    "Before it is sent a request has no Host and no User-Agent",
                    bed -> {
                        CaseClient client = bed.sync();
                        HINTERNET request = client.request(CannedResponses.DIGITS);
                        int flag = HttpQuery.HTTP_QUERY_FLAG_REQUEST_HEADERS;
                        bed.note("Host", client.query(request, HttpQuery.HTTP_QUERY_HOST | flag));
                        bed.note("User-Agent", client.query(request, HttpQuery.HTTP_QUERY_USER_AGENT | flag));
                    },
                    "Host: " + NOT_FOUND,
                    "User-Agent: " + NOT_FOUND));

    private HeaderSuite() {}

    /** One call: the headers and the modifiers. */
    private record Step(String headers, int modifiers) {}

    private static ConformanceCase row(String rules, String title, List<Step> steps, String... expected) {
        return new ConformanceCase(
                rules,
                title,
                bed -> {
                    HINTERNET request = bed.sync().request(CannedResponses.DIGITS);
                    for (Step step : steps) {
                        bed.call(
                                step.headers().replace("\r", "\\r").replace("\n", "\\n"),
                                bed.api().HttpAddRequestHeaders(request, step.headers(), -1, step.modifiers()));
                    }
                    bed.note("values", values(bed, request));
                },
                expected);
    }

    /** All values of X-A. */
    private static String values(TestBed bed, HINTERNET request) {
        int level = HttpQuery.HTTP_QUERY_CUSTOM | HttpQuery.HTTP_QUERY_FLAG_REQUEST_HEADERS;
        DwordRef index = new DwordRef();
        StringBuilder all = new StringBuilder();
        while (index.value < 10) {
            TextBuffer buffer = new TextBuffer(100);
            buffer.set("X-A");
            DwordRef length = new DwordRef(buffer.sizeof());
            if (!bed.api().HttpQueryInfo(request, level, buffer, length, index)) {
                break;
            }
            all.append(all.isEmpty() ? "" : " | ").append(buffer);
        }
        return all.toString();
    }
}
