package io.github.wininet4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The walk through the rules of KB 275046 (R-ASYNC-3, R-ASYNC-6, R-ASYNC-7, R-ASYNC-15, R-ASYNC-22, R-CTX-2). */
final class KbWalkThroughTest {
    @Test
    void asynchttp_withoutUrl_showsThatEveryRuleHolds() {
        Ran ran = Ran.main("asynchttp");

        assertThat(ran.out())
                .contains("Rule 1: ", "Rule 2: ", "Rule 3: ", "Rule 4: ", "Rule 5: ", "Rule 6: ", "Rule 7: ")
                .contains("7 of 7 rules hold")
                .doesNotContain("FAIL");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isZero();
    }

    @Test
    void asynchttp_withoutUrlVerbose_showsCallsAndCallbacks() {
        assertThat(Ran.main("asynchttp", "--verbose").out())
                .contains("HttpSendRequest(")
                .contains("<- INTERNET_STATUS_REQUEST_COMPLETE");
    }

    @Test
    void run_withARuleThatDiffers_says() throws Exception {
        KbRule differs = new KbRule(1, "one", List.of("a"), (beds, findings) -> findings.add(false, "b"));
        KbRule breaksOff = new KbRule(2, "two", List.of("a"), (beds, findings) -> {
            throw new ExpectationFailedException("c");
        });
        KbRule seesNothing = new KbRule(3, "three", List.of("a"), (beds, findings) -> {});
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThat(KbWalkThrough.run(List.of(differs, breaksOff, seesNothing), Ran.stream(out), false))
                .isFalse();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("DIFFERENT: b")
                .contains("c")
                .contains("0 of 3 rules hold")
                .doesNotContain("PASS");
    }
}
