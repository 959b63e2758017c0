package io.github.wininet4j.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Saves what is behind URLs to files: {@link AsyncHttpCommand} for those who want the files and not the calls. */
public final class GetCommand implements Command {
    private final Supplier<@Nullable UserInput> input;

    /** Creates the command. */
    public GetCommand() {
        this.input = UserInput::terminal;
    }

    @Override
    public String name() {
        return "get";
    }

    @Override
    public String summary() {
        return "Saves what is behind http and https URLs to files";
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err) {
        AsyncHttpOptions options = AsyncHttpOptions.parseGet(args);
        if (options.help) {
            printHelp(out);
            return SUCCESS;
        }
        return AsyncHttpCommand.transfer(name(), options, input.get(), out, err);
    }

    private static void printHelp(PrintStream out) {
        out.println("usage: get [OPTION...] URL...");
        out.println();
        out.println(
                "Requests all URLs at the same time and saves each to a file that is named after it, in the current");
        out.println("folder or in that of --output. No file is overwritten without --force.");
        out.println();
        AsyncHttpOptions.helpLines().forEach(out::println);
        out.println();
        out.println("Exit code: 0 if all went well, 1 if a request failed or had a status of 400 or more,");
        out.println("2 if the arguments make no sense.");
    }
}
