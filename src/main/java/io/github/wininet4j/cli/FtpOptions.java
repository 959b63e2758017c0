package io.github.wininet4j.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What {@code ftp} is asked to do. */
final class FtpOptions {
    /** What can be done. */
    enum Action {
        /** Lists a folder. */
        LIST,
        /** Fetches files. */
        GET,
        /** Sends files. */
        PUT
    }

    Action action = Action.LIST;
    String url = "";
    List<Path> files = List.of();
    Path output = Path.of("");
    boolean help;
    boolean resume;
    boolean force;
    boolean active;
    boolean progress = Terminal.isInteractive();

    private FtpOptions() {}

    private static CommandOptions<FtpOptions> options() {
        return new CommandOptions<FtpOptions>()
                .flag("--help", "Shows this text", o -> o.help = true)
                .option(
                        "--output",
                        "FOLDER",
                        "Where to save files; the current folder by default",
                        (o, text) -> o.output = path(text))
                .flag("--resume", "Goes on with files of which a part is there", o -> o.resume = true)
                .flag("--force", "Overwrites files that exist", o -> o.force = true)
                .flag("--active", "Lets the server make the data connections", o -> o.active = true)
                .flag("--progress", "Draws progress also where the output is no terminal", o -> o.progress = true)
                .flag("--quiet", "Draws no progress", o -> o.progress = false);
    }

    static List<String> helpLines() {
        return options().help();
    }

    static FtpOptions parse(List<String> args) {
        FtpOptions parsed = new FtpOptions();
        List<String> operands = options().parse(args, parsed);
        if (parsed.help) {
            return parsed;
        }
        if (operands.size() < 2) {
            throw new UsageException("ls, get or put, and a URL are needed");
        }
        parsed.action = switch (operands.get(0)) {
            case "ls" -> Action.LIST;
            case "get" -> Action.GET;
            case "put" -> Action.PUT;
            default -> throw new UsageException("not ls, get or put: " + operands.get(0));
        };
        parsed.url = operands.get(operands.size() - 1);
        List<Path> files = new ArrayList<>();
        operands.subList(1, operands.size() - 1).forEach(name -> files.add(path(name)));
        parsed.files = files;
        if (files.isEmpty() == (parsed.action == Action.PUT)) {
            throw new UsageException(files.isEmpty() ? "put needs a file" : "one URL is enough");
        }
        return parsed;
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new UsageException("not a path: " + text);
        }
    }
}
