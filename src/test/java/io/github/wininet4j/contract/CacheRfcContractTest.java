package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
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
import io.github.wininet4j.type.HINTERNET;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The requirements of RFC 9111 in {@code http/rfc9111.tsv}, each shown against nginx. */
@ContractTest
final class CacheRfcContractTest {
    private static final String TABLE = "/http/rfc9111.tsv";

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
            out.append("if ($http_if_modified_since) { return 304; }\n");
            for (String header : headers.split("\\|", -1)) {
                int colon = header.indexOf(':');
                out.append("add_header ")
                        .append(header, 0, colon)
                        .append(" '")
                        .append(header.substring(colon + 1).trim())
                        .append("';\n");
            }
            return out.append("return 200 '$request_id';\n}\n").toString();
        }

        String firstRequest() {
            return request.startsWith("first:") || request.startsWith("both:")
                    ? request.substring(request.indexOf(':') + 1)
                    : "";
        }

        String secondRequest() {
            return request.startsWith("first:") ? "" : request.startsWith("both:") ? firstRequest() : request;
        }
    }

    private record Asked(String text, boolean silent) {}

    private static Asked ask(Conversation client, StatusLog log, String target, String header) {
        HINTERNET request = client.openRequest("GET", target, InternetFlag.INTERNET_FLAG_NO_COOKIES);
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
        TestClock clock = TestClock.atPresent();
        BackEnd api = backEnd.open(config -> config.withClock(clock).withCache(CachePlace.SHARED));
        StatusLog log = backEnd.statusLog();
        Conversation client = Conversation.with(api, log, "127.0.0.1", nginx.port(), 0, 0);
        List<Row> byTime = rows.stream()
                .sorted(java.util.Comparator.comparingInt(Row::seconds))
                .toList();
        Map<String, String> firsts = new TreeMap<>();
        rows.forEach(row -> firsts.put(
                row.id, ask(client, log, "/rfc/" + row.id, row.firstRequest()).text()));
        long passed = 0;
        for (Row row : byTime) {
            clock.advance(Duration.ofSeconds(row.seconds - passed));
            passed = row.seconds;
            Asked second = ask(client, log, "/rfc/" + row.id, row.secondRequest());
            boolean same = second.text().equals(firsts.get(row.id));
            found.put(row.id, same ? (second.silent() ? "cache" : "compared") : "network");
            expected.put(row.id, row.outcome);
        }
        assertThat(found).isEqualTo(expected);
    }
}
