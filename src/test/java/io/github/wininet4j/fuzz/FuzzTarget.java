package io.github.wininet4j.fuzz;

import java.util.List;

/**
 * A parser that is given any input. Implementations have a constructor without parameters and no state that one input
 * could leave to the next, unless that is what they are about.
 */
public interface FuzzTarget {
    /**
     * Runs one input. A throwable that leaves this method is a finding: an exception that the parser must not throw, or
     * a failed assertion about its result.
     *
     * @param input the input
     * @return what became of it in a word, such as {@code "accepted"} or an error code, for the statistics
     * @throws Exception a finding
     */
    String run(byte[] input) throws Exception;

    /** Returns words of the language that the parser reads. */
    List<String> words();

    /** Returns the packages whose coverage is reported, below the root package: for example {@code engine.url}. */
    List<String> packages();
}
