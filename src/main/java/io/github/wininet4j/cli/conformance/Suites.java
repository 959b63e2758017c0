package io.github.wininet4j.cli.conformance;

import io.github.wininet4j.cli.UsageException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All cases. */
final class Suites {
    static final List<ConformanceCase> ALL = Stream.of(
                    HandleSuite.ALL,
                    CallbackSuite.ALL,
                    AsyncSuite.ALL,
                    AsyncReadSuite.ALL,
                    RequestSuite.ALL,
                    HeaderSuite.ALL,
                    QuerySuite.ALL,
                    ReadSuite.ALL,
                    OptionSuite.ALL,
                    CookieSuite.ALL,
                    UrlSuite.ALL,
                    MachineSuite.ALL)
            .flatMap(List::stream)
            .toList();

    private Suites() {}

    /**
     * Returns the cases that rest on a rule.
     *
     * @param pattern the rule's number, {@code *} stands for anything; null for all
     * @throws UsageException if there are none
     */
    static List<ConformanceCase> matching(@Nullable String pattern) {
        if (pattern == null) {
            return ALL;
        }
        List<ConformanceCase> found = ALL.stream().filter(b -> b.rests(pattern)).toList();
        if (found.isEmpty()) {
            throw new UsageException("no behaviour rests on a rule " + pattern + "; rules are numbers such as R-CTX-3,"
                    + " and R-CTX-* means all of a family");
        }
        return found;
    }
}
