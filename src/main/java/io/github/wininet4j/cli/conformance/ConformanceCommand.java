package io.github.wininet4j.cli.conformance;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.WinInets;
import io.github.wininet4j.cli.Command;
import io.github.wininet4j.cli.CommandOptions;
import io.github.wininet4j.cli.Printable;
import io.github.wininet4j.cli.UsageException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs the published behaviour of WinInet on a back end, or on two of them side by side. */
public final class ConformanceCommand implements Command {
    private static final CommandOptions<Arguments> OPTIONS = new CommandOptions<Arguments>()
            .option(
                    "--back-end",
                    "engine|native|PATH",
                    "What to run the cases on; else what suits this machine",
                    (a, text) -> a.one = text)
            .option("--record", "FILE", "Writes what happens to a file", (a, text) -> a.record = text)
            .option(
                    "--compare",
                    "A,B",
                    "Compares two of these; each may also be a file that --record wrote",
                    Arguments::compare)
            .option("--html", "PAGE", "Writes a page with each rule to a file", (a, text) -> a.html = text)
            .option(
                    "--rule",
                    "PATTERN",
                    "Only what rests on this rule, such as R-CTX-3 or R-CTX-*",
                    (a, text) -> a.rule = text)
            .flag("--verbose", "Prints what happened for passed cases, too", a -> a.verbose = true)
            .flag("--help", "Shows this text", a -> a.help = true);

    /** The parsed arguments. */
    private static final class Arguments {
        private @Nullable String one;
        private List<String> two = List.of();
        private @Nullable String record;
        private @Nullable String html;
        private @Nullable String rule;
        private boolean verbose;
        private boolean help;

        private void compare(String text) {
            two = List.of(text.split(",", -1));
            if (two.size() != 2 || two.contains("")) {
                throw new UsageException("--compare needs two back ends or recordings, such as engine,native");
            }
        }
    }

    /** Creates the command. */
    public ConformanceCommand() {}

    @Override
    public String name() {
        return "conformance";
    }

    @Override
    public String summary() {
        return "Checks the published behaviour on a back end, records it, or compares two";
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err) {
        Arguments arguments = new Arguments();
        List<String> operands = OPTIONS.parse(args, arguments);
        if (arguments.help) {
            printHelp(out);
            return SUCCESS;
        }
        if (!operands.isEmpty()) {
            throw new UsageException("unexpected argument " + operands.get(0));
        }
        if (!arguments.two.isEmpty() && (arguments.one != null || arguments.record != null)) {
            throw new UsageException("--compare excludes --back-end and --record");
        }
        requireWritable("--record", arguments.record);
        requireWritable("--html", arguments.html);
        List<ConformanceCase> cases = Suites.matching(arguments.rule);
        List<Subject> opened = new ArrayList<>();
        try {
            if (arguments.two.isEmpty()) {
                opened.add(arguments.one == null ? preferred() : Subject.open(arguments.one));
            }
            arguments.two.forEach(name -> opened.add(Subject.open(name)));
            Report report = new Report(out, arguments.verbose);
            boolean well = opened.size() == 2
                    ? report.compared(cases, opened.get(0), opened.get(1))
                    : report.single(cases, opened.get(0));
            if (arguments.html != null) {
                List<String> names = opened.stream().map(Subject::name).toList();
                writePage(Path.of(arguments.html), ConformancePage.lines(names, report.compared()));
            }
            if (arguments.record != null) {
                record(arguments.record, opened.get(0).name(), report.recorded());
            }
            return well ? SUCCESS : FAILURE;
        } catch (IllegalArgumentException | UnsatisfiedLinkError e) {
            throw new UsageException("the back end cannot be opened: " + e.getMessage());
        } catch (UncheckedIOException e) {
            err.println(name() + ": " + Printable.of(String.valueOf(e.getCause())));
            return FAILURE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            err.println(name() + ": interrupted");
            return FAILURE;
        } finally {
            opened.forEach(Subject::close);
        }
    }

    private static void requireWritable(String option, @Nullable String file) {
        if (file != null && !isWritable(Path.of(file))) {
            throw new UsageException(option + ": cannot write " + file);
        }
    }

    private static void writePage(Path file, List<String> lines) {
        try {
            Files.write(file, lines, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isWritable(Path file) {
        return Files.exists(file)
                ? Files.isWritable(file) && !Files.isDirectory(file)
                : Files.isWritable(file.toAbsolutePath().getParent());
    }

    private static Subject preferred() {
        BackEnd backEnd = WinInets.preferred();
        return new Subject.Live(backEnd.id(), backEnd);
    }

    private static void record(String file, String backEnd, List<RecordedCase> cases) {
        String system = System.getProperty("os.name") + " " + System.getProperty("os.version");
        new Recording(backEnd, system, cases).write(Path.of(file));
    }

    private static void printHelp(PrintStream out) {
        out.println("usage: conformance [OPTION...]");
        out.println();
        out.println(
                "Makes the calls that show the published behaviour of WinInet, against a server of its own, and says");
        out.println(
                "for each rule whether the back end keeps it. [D] after a rule: documented; [O]: observed on Windows.");
        out.println();
        OPTIONS.help().forEach(out::println);
        out.println();
        out.println(
                "Exit code: 0 if all holds or, with --compare, nothing differs; 1 if not; 2 if the arguments make no");
        out.println("sense or a back end is not there.");
    }
}
