package io.github.wininet4j.engine.cookie;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.constant.CookieFlag;
import io.github.wininet4j.testing.Rule;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The text of Set-Cookie. */
final class CookieParserTest {
    private static final Instant DATE = Instant.parse("2024-02-29T13:04:05Z");

    @Test
    @Rule("R-COOKIE-3")
    void parse_readsAllAttributes_inAnyOrderAndCase() {
        CookieFields fields = CookieParser.parse(
                "n=v;SECURE; Path = /p ;domain=.d.test;expires = Thu, 29-Feb-2024 13:04:05 GMT;HttpOnly; samesite=LAX");

        assertThat(fields)
                .isEqualTo(new CookieFields(
                        "n",
                        "v",
                        false,
                        ".d.test",
                        "/p",
                        DATE,
                        null,
                        CookieFlag.INTERNET_COOKIE_IS_SECURE
                                | CookieFlag.INTERNET_COOKIE_HTTPONLY
                                | CookieFlag.INTERNET_COOKIE_SAME_SITE_LAX));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thu, 29 Feb 2024 13:04:05 GMT",
                "Thursday, 29-Feb-24 13:04:05 GMT",
                "Thu Feb 29 13:04:05 2024",
                "Thu, 29-Feb-2024 13:04:05"
            })
    @Rule("R-COOKIE-3")
    void expires_isReadInAllFormsOfServers(String date) {
        assertThat(CookieParser.parse("a=b; expires=" + date).expires()).isEqualTo(DATE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"expires", "expires=", "expires=0", "expires=tomorrow", "expires=Thu, 31 Feb 2024 1:2:3 GMT"})
    @Rule("R-COOKIE-31")
    void expires_thatIsNoDate_isNone(String attribute) {
        assertThat(CookieParser.parse("a=b; " + attribute).expires()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a=b           | a    | b",
                "' a = b c '   | a    | b c",
                "a=b=c         | a    | b=c",
                "a             | a    | ''",
                "a=            | a    | ''",
                "=a            | ''   | a",
                "''            | ''   | ''",
                "; path=/      | ''   | ''",
                "a=b;;;        | a    | b",
                "path=/        | path | /",
            })
    @Rule({"R-COOKIE-4", "R-COOKIE-33", "R-COOKIE-44"})
    void pair_isSplitAtTheFirstEqualsSign(String text, String name, String value) {
        CookieFields fields = CookieParser.parse(text);

        assertThat(fields.name()).isEqualTo(name);
        assertThat(fields.value()).isEqualTo(value);
        assertThat(fields.bare()).isEqualTo(text.equals("a"));
        assertThat(fields.flags()).isZero();
    }

    @Test
    @Rule("R-COOKIE-4")
    void name_thatIsGiven_leavesTheWholePairToTheValue() {
        assertThat(CookieParser.parse("n", "a=b; secure").value()).isEqualTo("a=b");
        assertThat(CookieParser.parse(null, "a=b").name()).isEqualTo("a");
        assertThat(CookieParser.parse("n", "").value()).isEmpty();
    }

    @Test
    @Rule({"R-COOKIE-34", "R-COOKIE2-9"})
    void unknownAttributes_meanNothing() {
        assertThat(CookieParser.parse("a=b; version=1; comment=c; samesite=none; priority=high"))
                .isEqualTo(new CookieFields("a", "b", false, null, null, null, null, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "max-age=0, 0",
        "MAX-AGE = 60, 60",
        "max-age=-1, -1",
        "max-age=99999999999999999999999, 2147483647",
        "max-age=-99999999999999999999999, -2147483647",
        "max-age=60; max-age=x, ",
        "max-age, ",
        "max-age=, ",
        "max-age=-, ",
        "max-age=+5, ",
        "max-age=5.0, ",
        "max-age=0x5, ",
        "max-age=5 s, ",
    })
    @Rule("R-PROJ-COOKIE-1")
    void maxAge_isAWholeNumberOfSeconds_orNothing(String attribute, Long seconds) {
        assertThat(CookieParser.parse("a=b; " + attribute).maxAge()).isEqualTo(seconds);
    }

    @Test
    @Rule("R-COOKIE-3")
    void text_ofAnyLength_isReadInOneGo() {
        String attributes = "; path=/".repeat(200_000);

        assertThat(CookieParser.parse("a=b" + attributes).path()).isEqualTo("/");
    }
}
