package io.github.wininet4j.engine.http.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.constant.HttpQuery;
import io.github.wininet4j.testing.Rule;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The attributes of HttpQueryInfo against the constants of the header. */
@Rule("R-HQ-0..95")
final class HttpQueryTableTest {
    /** Constants that are no attribute. */
    private static final Set<String> OTHERS =
            Set.of("HTTP_QUERY_MAX", "HTTP_QUERY_CUSTOM", "HTTP_QUERY_HEADER_MASK", "HTTP_QUERY_MODIFIER_FLAGS_MASK");

    /** Attributes whose header is spelled otherwise than their constant. */
    private static final Map<String, String> SPELLED_OTHERWISE = Map.of(
            "DO_NOT_TRACK", "DNT",
            "TOKEN_BINDING", "Sec-Token-Binding",
            "PASSPORT_URLS", "PassportURLs",
            "PASSPORT_CONFIG", "PassportConfig",
            "INCLUDE_REFERER_TOKEN_BINDING_ID", "Include-Referred-Token-Binding-ID");

    private static final List<Integer> SPECIAL = List.of(
            HttpQuery.HTTP_QUERY_VERSION,
            HttpQuery.HTTP_QUERY_STATUS_CODE,
            HttpQuery.HTTP_QUERY_STATUS_TEXT,
            HttpQuery.HTTP_QUERY_RAW_HEADERS,
            HttpQuery.HTTP_QUERY_RAW_HEADERS_CRLF,
            HttpQuery.HTTP_QUERY_REQUEST_METHOD,
            HttpQuery.HTTP_QUERY_ECHO_REQUEST,
            HttpQuery.HTTP_QUERY_ECHO_REPLY,
            HttpQuery.HTTP_QUERY_ECHO_HEADERS,
            HttpQuery.HTTP_QUERY_ECHO_HEADERS_CRLF);

    @Test
    @Rule("R-QUERY-23")
    void rows_standAtTheirNumber_beyondTheDeclaredMaximum() {
        List<HttpQueryTable.Row> rows = HttpQueryTable.rows();

        assertThat(rows).hasSize(96).hasSizeGreaterThan(HttpQuery.HTTP_QUERY_MAX + 1);
        for (int i = 0; i < rows.size(); i++) {
            assertThat(rows.get(i).attribute()).isEqualTo(i);
            assertThat(HttpQueryTable.row(i)).isSameAs(rows.get(i));
        }
    }

    @Test
    void rows_haveAHeaderOfTheNameOfTheirConstant() {
        assertThat(attributes()).hasSizeGreaterThan(90);
        for (Field constant : attributes()) {
            HttpQueryTable.Row row = HttpQueryTable.row(value(constant));
            String name = constant.getName().substring("HTTP_QUERY_".length());

            assertThat(row).as(name).isNotNull();
            if (SPECIAL.contains(row.attribute())) {
                assertThat(row.special()).as(name).isNotNull();
                assertThat(row.header()).as(name).isEmpty();
            } else {
                assertThat(row.special()).as(name).isNull();
                assertThat(SPELLED_OTHERWISE.getOrDefault(name, row.header())).isEqualTo(row.header());
                if (!SPELLED_OTHERWISE.containsKey(name)) {
                    assertThat(row.header().toUpperCase(Locale.ROOT).replace('-', '_'))
                            .isEqualTo(name);
                }
            }
        }
    }

    @Test
    void rows_haveNoHeaderTwice() {
        List<String> headers = HttpQueryTable.rows().stream()
                .map(HttpQueryTable.Row::header)
                .filter(header -> !header.isEmpty())
                .collect(Collectors.toList());

        assertThat(headers).doesNotHaveDuplicates().hasSize(96 - SPECIAL.size());
    }

    @Test
    @Rule({"R-HQ-65535", "R-QUERY-16"})
    void row_custom_isThere() {
        HttpQueryTable.Row row = HttpQueryTable.row(HttpQuery.HTTP_QUERY_CUSTOM);

        assertThat(row).isNotNull();
        assertThat(row.special()).isNull();
    }

    @Test
    void row_unknownAttribute_isNull() {
        assertThat(List.of(96, 65534, 65536, -1))
                .allSatisfy(
                        attribute -> assertThat(HttpQueryTable.row(attribute)).isNull());
    }

    private static List<Field> attributes() {
        return Arrays.stream(HttpQuery.class.getFields())
                .filter(field -> field.getType() == int.class)
                .filter(field -> !OTHERS.contains(field.getName()))
                .filter(field -> field.getName().startsWith("HTTP_QUERY_"))
                .filter(field -> !field.getName().startsWith("HTTP_QUERY_FLAG_"))
                .collect(Collectors.toList());
    }

    private static int value(Field constant) {
        try {
            return constant.getInt(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
