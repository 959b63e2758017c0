package io.github.wininet4j.cli;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.WinInetConfig;
import io.github.wininet4j.WinInets;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asynchronous requests the way Microsoft's sample AsyncHTTP (KB 275046) makes them: with URLs, a small download
 * program; without, a walk through the rules that the sample teaches.
 */
public final class AsyncHttpCommand implements Command {
    /** With more requests the trace would hide everything else. */
    private static final int UNAUTHORIZED = 401;

    private static final int PROXY_AUTHENTICATION_REQUIRED = 407;
    private static final int TRACED_REQUESTS = 8;

    private final Supplier<@Nullable UserInput> input;

    /** Creates the command. */
    public AsyncHttpCommand() {
        this(UserInput::terminal);
    }

    /** Creates a command that asks somebody else than the terminal. */
    AsyncHttpCommand(Supplier<@Nullable UserInput> input) {
        this.input = input;
    }

    @Override
    public String name() {
        return "asynchttp";
    }

    @Override
    public String summary() {
        return "Makes asynchronous requests and shows every call and callback";
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err) {
        AsyncHttpOptions options = AsyncHttpOptions.parse(args);
        if (options.help) {
            printHelp(out);
            return SUCCESS;
        }
        return options.urls.isEmpty()
                ? exitCode(name(), err, () -> KbWalkThrough.run(out, options.verbose))
                : transfer(name(), options, input.get(), out, err);
    }

    /** What may fail or be interrupted. */
    private interface Work {
        boolean run() throws InterruptedException;
    }

    /** Makes all requests and says how they ended; returns the exit code. */
    static int transfer(
            String name, AsyncHttpOptions options, @Nullable UserInput user, PrintStream out, PrintStream err) {
        return exitCode(name, err, () -> {
            options.completeUsers(user);
            LoginDialog dialog = user == null ? null : new LoginDialog(user);
            return transfer(options, dialog, new Screen(out));
        });
    }

    private static int exitCode(String name, PrintStream err, Work work) {
        try {
            return work.run() ? SUCCESS : FAILURE;
        } catch (CallFailedException e) {
            err.println(name + ": " + Printable.of(String.valueOf(e.getMessage())));
            return FAILURE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            err.println(name + ": interrupted");
            return FAILURE;
        }
    }

    private static void printHelp(PrintStream out) {
        out.println("usage: asynchttp [OPTION...] [URL...]");
        out.println();
        out.println(
                "Requests all URLs at the same time in asynchronous mode. Without a URL: starts a server of its own");
        out.println("and walks through the seven rules of Microsoft's KB 275046 for asynchronous callers.");
        out.println();
        AsyncHttpOptions.helpLines().forEach(out::println);
        out.println();
        out.println("Exit code: 0 if all went well, 1 if a request failed or had a status of 400 or more,");
        out.println("2 if the arguments make no sense.");
    }

    private static boolean transfer(AsyncHttpOptions options, @Nullable LoginDialog dialog, Screen screen)
            throws InterruptedException {
        List<String> urls = new ArrayList<>();
        for (String url : options.urls) {
            urls.addAll(Collections.nCopies(options.repeat, url));
        }
        List<BodyTarget> targets = options.output == null
                ? Collections.nCopies(urls.size(), BodyTarget.NOWHERE)
                : OutputFiles.plan(urls, options.output, options.force);
        WinInetConfig config =
                WinInetConfig.defaults().withCompletionPolicy(options.policy).withPrompter(dialog);
        if (options.trusted != null) {
            config = config.withTrustStore(TrustFile.read(options.trusted));
        }
        boolean traced = !options.quiet && (options.verbose || (options.traced && urls.size() <= TRACED_REQUESTS));
        Progress progress = new Progress(screen, isProgressDrawn(options), urls.size());
        long start = System.nanoTime();
        List<TransferRun> runs;
        try (BackEnd wininet = WinInets.engine(config);
                AsyncSession session =
                        AsyncSession.open(wininet, options, dialog, trace(traced, "", screen, options))) {
            for (int i = 0; i < urls.size(); i++) {
                TransferTrace trace = trace(traced, "#" + (i + 1) + " ", screen, options);
                session.add(urls.get(i), targets.get(i), progress, trace);
            }
            runs = session.run();
            progress.finish();
        }
        long nanos = System.nanoTime() - start;
        List<TransferResult> results = runs.stream().map(TransferRun::result).toList();
        Summary.lines(results, options.quiet, nanos).forEach(screen::line);
        hint(results, UNAUTHORIZED, options.user == null, "A server wants to know who you are: --user NAME", screen);
        hint(
                results,
                PROXY_AUTHENTICATION_REQUIRED,
                options.proxyUser == null,
                "The proxy wants to know who you are: --proxy-user NAME",
                screen);
        return results.stream().allMatch(TransferResult::succeeded);
    }

    private static void hint(List<TransferResult> results, int status, boolean helps, String hint, Screen screen) {
        if (helps && results.stream().anyMatch(result -> result.status() == status)) {
            screen.line(hint);
        }
    }

    private static TransferTrace trace(boolean traced, String label, Screen screen, AsyncHttpOptions options) {
        return traced ? TransferTrace.to(label, screen::line, options.verbose) : TransferTrace.silent();
    }

    private static boolean isProgressDrawn(AsyncHttpOptions options) {
        return switch (options.progress) {
            case ALWAYS -> !options.quiet;
            case NEVER -> false;
            case AUTO -> !options.quiet && Terminal.isInteractive();
        };
    }
}
