package io.github.wininet4j.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.InvocationInterceptor.Invocation;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** What becomes of a test that carries a known difference. */
@KnownDifference(backEnd = "whole class", reason = "on the class")
final class KnownDifferenceCheckTest {
    private static final Invocation<Void> PASSES = () -> null;
    private static final Invocation<Void> FAILS = () -> {
        throw new AssertionError("as expected");
    };

    private final List<String> found = new ArrayList<>();

    @Test
    void run_withoutDifference_isTheTestItself() {
        assertThatCode(() -> run(PASSES, Optional.empty())).doesNotThrowAnyException();
        assertThatThrownBy(() -> run(FAILS, Optional.empty())).hasMessage("as expected");
        assertThat(found).isEmpty();
    }

    @Test
    void run_whenTheTestFails_passesAndTellsTheReason() {
        assertThatCode(() -> run(FAILS, find("a"))).doesNotThrowAnyException();
        assertThat(found).containsExactly("a: says a");
    }

    @Test
    void run_whenTheTestPasses_fails() {
        assertThatThrownBy(() -> run(PASSES, find("a")))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageContaining("passes now");
    }

    @Test
    void run_whenTheTestIsSkipped_staysSkipped() {
        Invocation<Void> skips = () -> {
            throw new TestAbortedException("no tool");
        };

        assertThatThrownBy(() -> run(skips, find("a"))).hasMessage("no tool");
    }

    @Test
    void find_looksAtMethodAndClass() {
        assertThat(find("a")).map(KnownDifference::reason).contains("says a");
        assertThat(find("b")).map(KnownDifference::reason).contains("says b");
        assertThat(find("whole class")).map(KnownDifference::reason).contains("on the class");
        assertThat(find("c")).isEmpty();
    }

    @KnownDifference(backEnd = "a", reason = "says a")
    @KnownDifference(backEnd = "b", reason = "says b")
    void marked() {}

    private void run(Invocation<Void> test, Optional<KnownDifference> difference) throws Throwable {
        KnownDifferenceCheck.run(test, difference, found::add);
    }

    private static Optional<KnownDifference> find(String backEnd) {
        try {
            return KnownDifferenceCheck.find(
                    backEnd,
                    KnownDifferenceCheckTest.class.getDeclaredMethod("marked"),
                    KnownDifferenceCheckTest.class);
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }
}
