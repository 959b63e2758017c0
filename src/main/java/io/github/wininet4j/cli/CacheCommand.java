package io.github.wininet4j.cli;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.WinInetConfig;
import io.github.wininet4j.WinInets;
import io.github.wininet4j.host.CachePlace;
import io.github.wininet4j.type.INTERNET_CACHE_ENTRY_INFO;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks into the URL cache of the user. */
public final class CacheCommand implements Command {
    private static final CommandOptions<Arguments> OPTIONS = new CommandOptions<Arguments>()
            .option(
                    "--folder",
                    "FOLDER",
                    "The cache in this folder; else that of the user",
                    (a, text) -> a.folder = text)
            .option("--match", "TEXT", "Only URLs that contain this text", (a, text) -> a.match = text)
            .flag("--expired", "Only entries that have expired", a -> a.expired = true)
            .option("--output", "FILE", "Where export puts the content", (a, text) -> a.output = text)
            .flag("--json", "Prints JSON: an object for each entry, or for what was done", a -> a.json = true)
            .flag("--help", "Shows this text", a -> a.help = true);

    private static final List<String> ACTIONS = List.of(
            "list            Lists the entries",
            "show URL        Shows an entry with its headers",
            "export URL      Copies the content of an entry to a file",
            "delete URL      Deletes an entry; without a URL, those of --match or --expired",
            "size            Tells how much the cache holds and may hold",
            "verify          Reads every entry, deletes those that are damaged, and names broken files");

    /** The parsed arguments. */
    private static final class Arguments {
        private @Nullable String folder;
        private @Nullable String match;
        private @Nullable String output;
        private boolean expired;
        private boolean json;
        private boolean help;

        private boolean filters() {
            return match != null || expired;
        }
    }

    /** Creates the command. */
    public CacheCommand() {}

    @Override
    public String name() {
        return "cache";
    }

    @Override
    public String summary() {
        return "Lists, shows, exports, deletes and verifies what the URL cache holds";
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err) {
        Arguments arguments = new Arguments();
        List<String> operands = OPTIONS.parse(args, arguments);
        if (arguments.help) {
            printHelp(out);
            return SUCCESS;
        }
        if (operands.isEmpty()) {
            throw new UsageException("an action is missing: list, show, export, delete, size or verify");
        }
        String action = operands.get(0);
        String url = operands.size() > 1 ? operands.get(1) : null;
        if (operands.size() > 2) {
            throw new UsageException("unexpected argument " + operands.get(2));
        }
        WinInetConfig config = WinInetConfig.defaults();
        if (arguments.folder != null) {
            config = config.withCache(CachePlace.at(Path.of(arguments.folder)));
        }
        try (BackEnd api = WinInets.engine(config)) {
            CacheContents contents = new CacheContents(api);
            return switch (action) {
                case "list" -> list(contents, arguments, out);
                case "show" -> show(contents, required(url), arguments, out, err);
                case "export" -> export(contents, required(url), arguments, out, err);
                case "delete" -> delete(contents, url, arguments, out, err);
                case "size" -> size(contents, arguments, out);
                case "verify" -> verify(contents, arguments, out, err);
                default -> throw new UsageException("unknown action " + action);
            };
        }
    }

    private static void printHelp(PrintStream out) {
        out.println("usage: cache ACTION [URL] [OPTION...]");
        out.println();
        ACTIONS.forEach(line -> out.println("  " + line));
        out.println();
        OPTIONS.help().forEach(out::println);
        out.println();
        out.println("Exit code: 0 done, 1 something is missing, in use or damaged, 2 the arguments make no sense.");
    }

    private static String required(@Nullable String url) {
        if (url == null) {
            throw new UsageException("a URL is missing");
        }
        return url;
    }

    private static List<INTERNET_CACHE_ENTRY_INFO> chosen(CacheContents contents, Arguments arguments) {
        return contents.entries(info -> {
            String url = String.valueOf(info.lpszSourceUrlName);
            return (arguments.match == null || url.contains(arguments.match))
                    && (!arguments.expired || contents.isExpired(url));
        });
    }

    private static int list(CacheContents contents, Arguments arguments, PrintStream out) {
        List<INTERNET_CACHE_ENTRY_INFO> entries = chosen(contents, arguments);
        if (arguments.json) {
            entries.forEach(info -> out.println(CacheText.json(info, false)));
        } else {
            CacheText.table(entries).forEach(out::println);
        }
        return SUCCESS;
    }

    private static int show(CacheContents contents, String url, Arguments arguments, PrintStream out, PrintStream err) {
        INTERNET_CACHE_ENTRY_INFO info = contents.find(url);
        if (info == null) {
            return missing(url, err);
        }
        if (arguments.json) {
            out.println(CacheText.json(info, true));
        } else {
            CacheText.details(info).forEach(out::println);
        }
        return SUCCESS;
    }

    private static int missing(String url, PrintStream err) {
        err.println("cache: no entry for " + Printable.of(url));
        return FAILURE;
    }

    private static int export(
            CacheContents contents, String url, Arguments arguments, PrintStream out, PrintStream err) {
        if (arguments.output == null) {
            throw new UsageException("export needs --output FILE");
        }
        Path target = Path.of(arguments.output);
        if (Files.exists(target)) {
            throw new UsageException(target + " exists");
        }
        try {
            long size = contents.copy(url, target);
            if (size < 0) {
                return missing(url, err);
            }
            out.println(
                    arguments.json
                            ? "{\"bytes\":" + size + ",\"file\":" + JsonText.quoted(target.toString()) + "}"
                            : size + " bytes in " + Printable.of(target.toString()));
            return SUCCESS;
        } catch (IOException e) {
            err.println("cache: " + Printable.of(e.toString()));
            return FAILURE;
        }
    }

    private static int delete(
            CacheContents contents, @Nullable String url, Arguments arguments, PrintStream out, PrintStream err) {
        if (url == null && !arguments.filters()) {
            throw new UsageException("delete needs a URL, --match or --expired");
        }
        if (url != null && contents.find(url) == null) {
            return missing(url, err);
        }
        List<String> urls = url != null
                ? List.of(url)
                : chosen(contents, arguments).stream()
                        .map(info -> String.valueOf(info.lpszSourceUrlName))
                        .toList();
        int kept = 0;
        for (String each : urls) {
            if (!contents.delete(each)) {
                err.println("cache: in use, deleted later: " + Printable.of(each));
                kept++;
            }
        }
        int deleted = urls.size() - kept;
        out.println(arguments.json ? "{\"deleted\":" + deleted + ",\"inUse\":" + kept + "}" : deleted + " deleted");
        return kept == 0 ? SUCCESS : FAILURE;
    }

    private static int size(CacheContents contents, Arguments arguments, PrintStream out) {
        CacheContents.Size size = contents.size();
        out.println(
                arguments.json
                        ? String.format(
                                Locale.ROOT,
                                "{\"entries\":%d,\"usedKB\":%d,\"quotaKB\":%d,\"folder\":%s}",
                                size.entries(),
                                size.used(),
                                size.quota(),
                                JsonText.quoted(size.folder()))
                        : size.entries() + " entries, " + size.used() + " of " + size.quota() + " KB, in "
                                + Printable.of(size.folder()));
        return SUCCESS;
    }

    private static int verify(CacheContents contents, Arguments arguments, PrintStream out, PrintStream err) {
        int sound = 0;
        int damaged = 0;
        for (INTERNET_CACHE_ENTRY_INFO info : chosen(contents, arguments)) {
            if (contents.isSound(info)) {
                sound++;
            } else {
                damaged++;
                err.println("cache: damaged and deleted: " + Printable.of(String.valueOf(info.lpszSourceUrlName)));
            }
        }
        List<String> broken;
        try {
            broken = contents.deleteBroken();
        } catch (IOException e) {
            err.println("cache: " + Printable.of(e.toString()));
            return FAILURE;
        }
        broken.forEach(name -> err.println("cache: broken and deleted: " + Printable.of(name)));
        out.println(
                arguments.json
                        ? "{\"sound\":" + sound + ",\"damaged\":" + damaged + ",\"broken\":["
                                + broken.stream().map(JsonText::quoted).collect(Collectors.joining(",")) + "]}"
                        : sound + " sound, " + damaged + " damaged, " + broken.size() + " broken");
        return damaged == 0 && broken.isEmpty() ? SUCCESS : FAILURE;
    }
}
