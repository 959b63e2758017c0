package io.github.wininet4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wininet4j.host.CompletionPolicy;
import io.github.wininet4j.host.CompletionPolicy.Outcome;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the arguments of asynchttp mean. */
final class AsyncHttpOptionsTest {
    private static final String URL = "http://127.0.0.1:1/";

    @Test
    void parse_everyOption_isStored() {
        AsyncHttpOptions options = parse(
                "--output=out",
                "--force",
                "--verb",
                "PUT",
                "--header",
                "A: b",
                "--header=C:d=e",
                "--read",
                "available",
                "--repeat",
                "3",
                "--max-connections",
                "7",
                "--timeout",
                "250",
                "--insecure",
                "--ca",
                "ca.pem",
                "--policy",
                "pending",
                "--progress",
                "always",
                "--verbose",
                URL,
                URL);

        assertThat(options.urls).containsExactly(URL, URL);
        assertThat(options.requestCount()).isEqualTo(6);
        assertThat(options.output).isEqualTo(Path.of("out"));
        assertThat(options.force).isTrue();
        assertThat(options.verb).isEqualTo("PUT");
        assertThat(options.headerText()).isEqualTo("A: b\r\nC:d=e\r\n");
        assertThat(options.readMethod).isEqualTo(ReadMethod.AVAILABLE);
        assertThat(options.maxConnections).isEqualTo(7);
        assertThat(options.timeoutMillis).isEqualTo(250);
        assertThat(options.insecure).isTrue();
        assertThat(options.trusted).isEqualTo(Path.of("ca.pem"));
        assertThat(options.policy.decide("InternetReadFile")).isEqualTo(Outcome.PENDING);
        assertThat(options.progress).isEqualTo(AsyncHttpOptions.Progress.ALWAYS);
        assertThat(options.verbose).isTrue();
    }

    @Test
    void parse_nothing_hasDefaults() {
        AsyncHttpOptions options = parse();

        assertThat(options.urls).isEmpty();
        assertThat(options.readMethod).isEqualTo(ReadMethod.FILE);
        assertThat(options.repeat).isEqualTo(1);
        assertThat(options.policy).isSameAs(CompletionPolicy.NATURAL);
        assertThat(options.progress).isEqualTo(AsyncHttpOptions.Progress.AUTO);
    }

    @Test
    void parse_afterTwoDashes_takesNoOptions() {
        assertThatThrownBy(() -> parse("--", "--quiet")).hasMessage("not an http or https URL: --quiet");
    }

    @Test
    void parse_policyWithSeed_mixesTheSameWayEachTime() {
        CompletionPolicy first = parse("--policy", "seed:5", URL).policy;
        CompletionPolicy second = parse("--policy", "seed:5", URL).policy;
        List<Outcome> seen = List.of(first.decide(""), first.decide(""), first.decide(""), first.decide(""));

        assertThat(List.of(second.decide(""), second.decide(""), second.decide(""), second.decide("")))
                .isEqualTo(seen);
        assertThat(parse("--policy=at-once", URL).policy.decide("")).isEqualTo(Outcome.AT_ONCE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--repeat=0|--repeat needs a positive number, not '0'",
                "--timeout=soon|--timeout needs a positive number, not 'soon'",
                "--max-connections=-2|--max-connections needs a positive number, not '-2'",
                "--read=all|--read does not know 'all'",
                "--progress=maybe|--progress does not know 'maybe'",
                "--policy=seed:x|--policy does not know 'seed:x'",
                "--policy=often|--policy does not know 'often'",
                "--header=nocolon|--header needs 'NAME: VALUE', not 'nocolon'",
                "--quiet=yes|--quiet takes no argument",
                "--output=|--output needs a value",
                "--post=/no/such/file|--post: cannot read /no/such/file",
                "--force|--force makes no sense without --output",
                "--repeat=10001|more than 10000 requests",
                "--proxy=|--proxy needs a value",
                "--pac=|--pac needs a value",
                "--proxy-bypass=a|--proxy-bypass makes no sense without --proxy",
                "--user=:secret|--user needs a name",
                "--proxy-user=|--proxy-user needs a name",
                "-x|unknown option -x",
                "--timeout|--timeout needs MS"
            })
    void parse_badOption_saysWhy(String argument, String message) {
        assertThatThrownBy(() -> parse(URL, argument))
                .isInstanceOf(UsageException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--quiet --verbose",
                "--openurl --verb=PUT",
                "--openurl --insecure",
                "--openurl --user=a",
                "--openurl --proxy-user=a",
                "--proxy=a --pac=b"
            })
    void parse_contradiction_isRefused(String arguments) {
        assertThatThrownBy(() -> parse((arguments + " " + URL).split(" "))).isInstanceOf(UsageException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://127.0.0.1/", "127.0.0.1", "/file"})
    void parse_otherThanHttp_isRefused(String url) {
        assertThatThrownBy(() -> parse(url)).hasMessage("not an http or https URL: " + url);
    }

    @Test
    void parse_optionsWithoutUrl_areRefusedInsteadOfIgnored() {
        assertThatThrownBy(() -> parse("--repeat", "2")).hasMessageStartingWith("without a URL");
        assertThat(parse("--verbose").verbose).isTrue();
    }

    private static AsyncHttpOptions parse(String... args) {
        return AsyncHttpOptions.parse(List.of(args));
    }
}
