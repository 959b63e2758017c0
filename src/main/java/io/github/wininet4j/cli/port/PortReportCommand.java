package io.github.wininet4j.cli.port;

import io.github.wininet4j.cli.Command;
import io.github.wininet4j.cli.CommandOptions;
import io.github.wininet4j.cli.UsageException;
import java.io.PrintStream;
import java.util.List;

/** Tells what a program uses of WinInet, how far that goes here, and how it is called from Java. */
public final class PortReportCommand implements Command {
    private static final CommandOptions<Arguments> OPTIONS = new CommandOptions<Arguments>()
            .option("--format", "FORMAT", "text, html or json; text if not given", (a, text) -> a.format = text)
            .flag("--help", "Shows this text", a -> a.help = true);

    private static final List<String> HELP = List.of(
            "usage: port-report PATH... [OPTION...]",
            "",
            "A path is a file or a folder. Read are sources in C and C++, with MFC, in C#, Delphi and Visual Basic,",
            "and the import tables of Windows programs and libraries.",
            "");

    /** The parsed arguments. */
    private static final class Arguments {
        private String format = "text";
        private boolean help;
    }

    /** Creates the command. */
    public PortReportCommand() {}

    @Override
    public String name() {
        return "port-report";
    }

    @Override
    public String summary() {
        return "Tells what sources and programs use of WinInet, and the Java for it";
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err) {
        Arguments arguments = new Arguments();
        List<String> paths = OPTIONS.parse(args, arguments);
        if (arguments.help) {
            HELP.forEach(out::println);
            OPTIONS.help().forEach(out::println);
            out.println();
            out.println("Exit code: 0 all was read, 1 a part was not, 2 the arguments make no sense.");
            return SUCCESS;
        }
        if (paths.isEmpty()) {
            throw new UsageException("a file or folder is missing");
        }
        if (!List.of("text", "html", "json").contains(arguments.format)) {
            throw new UsageException("--format is text, html or json, not " + arguments.format);
        }
        Report report = new Report();
        InputFiles files = new InputFiles(report);
        paths.forEach(files::read);
        List<String> lines = switch (arguments.format) {
            case "html" -> HtmlReport.lines(report);
            case "json" -> JsonReport.lines(report);
            default -> TextReport.lines(report);
        };
        lines.forEach(out::println);
        return report.problems().isEmpty() ? SUCCESS : FAILURE;
    }
}
