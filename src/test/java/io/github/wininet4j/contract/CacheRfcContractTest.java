package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.HttpQuery;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.host.CachePlace;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Conversation;
import io.github.wininet4j.testing.NginxServer;
import io.github.wininet4j.testing.NginxSettings;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.StatusLog;
import io.github.wininet4j.testing.TableFile;
import io.github.wininet4j.testing.TestClock;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.TextBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The requirements of RFC 9111 in {@code http/rfc9111.tsv}, each shown against nginx. */
@ContractTest
final class CacheRfcContractTest {
    private static final String TABLE = "/http/rfc9111.tsv";
    private static final String BETWEEN = "between:";

    private final BackEndUnderTest backEnd;

    CacheRfcContractTest(BackEndUnderTest backEnd) {
        this.backEnd = backEnd;
    }

    private record Row(String id, String headers, String request, int seconds, String outcome) {
        static Row of(String[] cells) {
            assertThat(cells).as("cells of %s", cells[0]).hasSize(9);
            return new Row(cells[0], cells[5], cells[6], Integer.parseInt(cells[7]), cells[8]);
        }

        /** Where nginx answers each request with another text, and requests for a change with 304. */
        String location() {
            StringBuilder out = new StringBuilder("location = /rfc/" + id + " {\n");
            out.append("if ($http_if_none_match = '\"v\"') { return 304; }\n");
            out.append("if ($http_if_none_match = '\"error\"') { return 503; }\n");
            out.append("if ($http_if_none_match = '\"other\"') { add_header ETag '\"another\"'; return 304; }\n");
            out.append("if ($request_method = PATCH) { return 409; }\n");
            out.append("if ($http_if_modified_since) { return 304; }\n");
            for (String header : headers.split("\\|", -1)) {
                int colon = header.indexOf(':');
                out.append("add_header ")
                        .append(header, 0, colon)
                        .append(" '")
                        .append(header.substring(colon + 1).trim())
                        .append("';\n");
            }
            out.append("return 200 '$request_id';\n}\n");
            String place = "/rfc/" + id;
            out.append(naming("location", "Location", place));
            out.append(naming("content-location", "Content-Location", place));
            return out.append(naming("elsewhere", "Location", "http://other.example" + place))
                    .toString();
        }

        /** Where nginx names another place. */
        private String naming(String suffix, String header, String place) {
            return "location = /rfc/" + id + "/" + suffix + " { add_header " + header + " " + place
                    + "; return 201 'changed'; }\n";
        }

        /** The verb of a request between the two, and what it adds to the path; empty if there is none. */
        List<String> between() {
            return request.startsWith(BETWEEN)
                    ? List.of(request.substring(BETWEEN.length()).split(" ", 2))
                    : List.of();
        }

        String firstRequest() {
            return request.startsWith("first:") || request.startsWith("both:")
                    ? request.substring(request.indexOf(':') + 1)
                    : "";
        }

        String secondRequest() {
            return request.startsWith("first:") || request.startsWith(BETWEEN)
                    ? ""
                    : request.startsWith("both:") ? firstRequest() : request;
        }
    }

    /** A little behind that of nginx, so that what comes after a minute is new then. */
    private static TestClock clock() {
        TestClock clock = TestClock.atPresent();
        clock.advance(Duration.ofSeconds(-120));
        return clock;
    }

    private record Asked(String text, boolean silent) {}

    private static Asked ask(Conversation client, StatusLog log, String verb, String target, String header) {
        HINTERNET request = client.openRequest(verb, target, InternetFlag.INTERNET_FLAG_NO_COOKIES);
        log.clear();
        assertThat(client.send(request, header, new byte[0])).isZero();
        boolean silent = log.entries().isEmpty();
        return new Asked(client.readText(request), silent);
    }

    @Test
    @Rule({"R-CACHE-2", "R-CACHE-6", "R-CACHE-8", "R-CACHE-9", "R-PROJ-CACHE-4"})
    void requirements_areAnsweredAsTheTableSays() {
        List<Row> rows = TableFile.rows(TABLE).stream().map(Row::of).toList();
        StringBuilder locations = new StringBuilder();
        rows.forEach(row -> locations.append(row.location()));
        NginxServer nginx = backEnd.closeAfterTest(
                NginxServer.start(NginxSettings.defaults().withExtra(locations.toString())));
        Map<String, String> expected = new TreeMap<>();
        Map<String, String> found = new TreeMap<>();
        TestClock clock = clock();
        BackEnd api = backEnd.open(config -> config.withClock(clock).withCache(CachePlace.SHARED));
        StatusLog log = backEnd.statusLog();
        Conversation client = Conversation.with(api, log, "127.0.0.1", nginx.port(), 0, 0);
        List<Row> byTime = rows.stream()
                .sorted(java.util.Comparator.comparingInt(Row::seconds))
                .toList();
        Map<String, String> firsts = new TreeMap<>();
        rows.forEach(row -> firsts.put(
                row.id,
                ask(client, log, "GET", "/rfc/" + row.id, row.firstRequest()).text()));
        long passed = 0;
        for (Row row : byTime) {
            clock.advance(Duration.ofSeconds(row.seconds - passed));
            passed = row.seconds;
            String before = firsts.get(row.id);
            List<String> between = row.between();
            if (!between.isEmpty()) {
                String target = "/rfc/" + row.id + (between.size() == 1 ? "" : "/" + between.get(1));
                Asked asked = ask(client, log, between.get(0), target, "");
                before = between.get(0).equals("GET") ? asked.text() : before;
            }
            Asked second = ask(client, log, "GET", "/rfc/" + row.id, row.secondRequest());
            boolean same = second.text().equals(before);
            found.put(row.id, same ? (second.silent() ? "cache" : "compared") : "network");
            expected.put(row.id, row.outcome);
        }
        assertThat(found).isEqualTo(expected);
    }

    @Test
    @Rule({"R-CACHE-5", "R-PROJ-CACHE-4"})
    void notModified_renewsTheHeadersOfTheCopy() {
        String location = "location = /changing {\n"
                + "add_header X-Id $request_id;\n"
                + "add_header ETag '\"v\"';\n"
                + "add_header Cache-Control max-age=60;\n"
                + "if ($http_if_none_match) { return 304; }\n"
                + "return 200 'text';\n}\n";
        NginxServer nginx = backEnd.closeAfterTest(
                NginxServer.start(NginxSettings.defaults().withExtra(location)));
        TestClock clock = clock();
        BackEnd api = backEnd.open(config -> config.withClock(clock).withCache(CachePlace.SHARED));
        Conversation client = Conversation.with(api, backEnd.statusLog(), "127.0.0.1", nginx.port(), 0, 0);
        String first = idOf(api, client);
        assertThat(idOf(api, client)).as("from the cache").isEqualTo(first);
        clock.advance(Duration.ofSeconds(61));

        String second = idOf(api, client);

        assertThat(second).as("what the 304 said").isNotEqualTo(first);
        assertThat(idOf(api, client)).as("what is kept of it").isEqualTo(second);
        clock.advance(Duration.ofSeconds(59));
        assertThat(idOf(api, client)).as("fresh for a minute again").isEqualTo(second);
    }

    /** What the head of a response says is its number. */
    private static String idOf(BackEnd api, Conversation client) {
        HINTERNET request = client.openRequest("GET", "/changing", InternetFlag.INTERNET_FLAG_NO_COOKIES);
        assertThat(client.send(request)).isZero();
        assertThat(client.readText(request)).isEqualTo("text");
        TextBuffer head = new TextBuffer(2_000);
        assertThat(api.HttpQueryInfo(request, HttpQuery.HTTP_QUERY_RAW_HEADERS_CRLF, head, new DwordRef(4_000), null))
                .isTrue();
        return head.toString()
                .lines()
                .filter(line -> line.startsWith("X-Id: "))
                .findFirst()
                .orElseThrow();
    }
}
