package io.github.wininet4j.cli;

import java.io.PrintStream;
import java.util.List;

/** One command of the runnable jar. */
public interface Command {
    /** Exit code: everything went well. */
    int SUCCESS = 0;
    /** Exit code: the command ran and something it did failed. */
    int FAILURE = 1;
    /** Exit code: the arguments make no sense; nothing was done. */
    int USAGE = 2;

    /** Returns the name by which it is called: one word in lower case. */
    String name();

    /** Returns what it does: one line, without a full stop. */
    String summary();

    /**
     * Runs it.
     *
     * @param args what follows the command's name
     * @param out where results go
     * @param err where messages go
     * @return the exit code
     * @throws UsageException if the arguments make no sense
     */
    int run(List<String> args, PrintStream out, PrintStream err);
}
