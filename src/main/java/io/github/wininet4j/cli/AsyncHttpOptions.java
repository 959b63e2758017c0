package io.github.wininet4j.cli;

import io.github.wininet4j.host.CompletionPolicy;
import io.github.wininet4j.host.CompletionPolicy.Outcome;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the user asked {@code asynchttp} for; filled while the arguments are read, and only read afterwards. */
final class AsyncHttpOptions {
    /** When the progress bar is drawn. */
    enum Progress {
        ALWAYS,
        NEVER,
        /** If the output is a terminal. */
        AUTO
    }

    private static final int MAX_REQUESTS = 10_000;
    private static final Set<String> WITHOUT_URL = Set.of("--verbose", "--help");

    private static final CommandOptions<AsyncHttpOptions> TABLE = new CommandOptions<AsyncHttpOptions>()
            .option(
                    "--output",
                    "PATH",
                    "save the body, also that of an error status, to a file; with several requests, to a folder",
                    (o, v) -> {
                        o.output = path("--output", v);
                    })
            .flag("--force", "let --output overwrite files", o -> o.force = true)
            .option("--post", "FILE", "send a file: HttpSendRequestEx, InternetWriteFile, HttpEndRequest", (o, v) -> {
                o.post = path("--post", v);
            })
            .option("--verb", "VERB", "the HTTP verb (default GET, with --post POST)", (o, v) -> {
                o.verb = nonEmpty("--verb", v);
            })
            .option("--header", "'NAME: VALUE'", "add a request header; may be repeated", AsyncHttpOptions::addHeader)
            .flag("--openurl", "InternetOpenUrl instead of connect, open and send", o -> o.openUrl = true)
            .option(
                    "--read",
                    "file|ex|available",
                    "how to read: InternetReadFile, …Ex or with QueryDataAvailable",
                    (o, v) -> {
                        o.readMethod = choice(ReadMethod.class, "--read", v);
                    })
            .option("--repeat", "N", "request each URL N times", (o, v) -> o.repeat = positive("--repeat", v))
            .option("--max-connections", "N", "connections per server (option 73; Windows: 2)", (o, v) -> {
                o.maxConnections = positive("--max-connections", v);
            })
            .option("--timeout", "MS", "limit for connecting, sending and receiving", (o, v) -> {
                o.timeoutMillis = positive("--timeout", v);
            })
            .flag("--insecure", "accept any certificate (option 31)", o -> o.insecure = true)
            .option("--ca", "FILE", "trust only these authorities: PEM or key store", (o, v) -> {
                o.trusted = path("--ca", v);
            })
            .option(
                    "--proxy",
                    "LIST",
                    "use these proxies, as InternetOpen takes them, instead of the user's",
                    (o, v) -> {
                        o.proxy = nonEmpty("--proxy", v);
                    })
            .option("--proxy-bypass", "LIST", "with --proxy: what is reached without it", (o, v) -> {
                o.proxyBypass = nonEmpty("--proxy-bypass", v);
            })
            .option("--pac", "URL|FILE", "let this proxy script (PAC) choose", (o, v) -> {
                o.script = nonEmpty("--pac", v);
            })
            .option("--user", "NAME[:PASSWORD]", "log on to servers; without a password you are asked", (o, v) -> {
                o.user = UserOption.parse("--user", v);
            })
            .option("--proxy-user", "NAME[:PASSWORD]", "log on to proxies", (o, v) -> {
                o.proxyUser = UserOption.parse("--proxy-user", v);
            })
            .option("--policy", "natural|at-once|pending|seed:N", "which outcome asynchronous calls take", (o, v) -> {
                o.policy = policy(v);
            })
            .option("--progress", "always|never|auto", "the progress bar (auto: on a terminal)", (o, v) -> {
                o.progress = choice(Progress.class, "--progress", v);
            })
            .flag("--quiet", "print failures and totals only", o -> o.quiet = true)
            .flag("--verbose", "trace every call and callback, however many", o -> o.verbose = true)
            .flag("--help", "show this text", o -> o.help = true);

    List<String> urls = List.of();

    @Nullable
    Path output;

    boolean force;

    @Nullable
    Path post;

    @Nullable
    String verb;

    final List<String> headers = new ArrayList<>();
    boolean openUrl;
    ReadMethod readMethod = ReadMethod.FILE;
    int repeat = 1;
    /** 0 leaves it as it is. */
    int maxConnections;
    /** 0 leaves them as they are. */
    int timeoutMillis;

    boolean insecure;

    @Nullable
    Path trusted;

    @Nullable
    String proxy;

    @Nullable
    String proxyBypass;

    @Nullable
    String script;

    @Nullable
    UserOption user;

    @Nullable
    UserOption proxyUser;

    CompletionPolicy policy = CompletionPolicy.NATURAL;
    Progress progress = Progress.AUTO;
    /** Whether the calls of a few requests are shown without being asked for. */
    boolean traced = true;

    boolean quiet;
    boolean verbose;
    boolean help;

    /**
     * Reads the arguments.
     *
     * @param args what follows the command's name
     * @return the options
     * @throws UsageException if they make no sense, alone or together
     */
    static AsyncHttpOptions parse(List<String> args) {
        AsyncHttpOptions options = new AsyncHttpOptions();
        options.urls = TABLE.parse(args, options);
        options.check();
        refuse(
                options.urls.isEmpty() && !WITHOUT_URL.containsAll(args),
                "without a URL only --verbose and --help make sense");
        return options;
    }

    /**
     * Reads the arguments of {@code get}, which saves bodies, in the current folder if nothing else is said, and shows
     * no calls.
     *
     * @param args what follows the command's name
     * @return the options
     * @throws UsageException if they make no sense, alone or together
     */
    static AsyncHttpOptions parseGet(List<String> args) {
        AsyncHttpOptions options = new AsyncHttpOptions();
        options.urls = TABLE.parse(args, options);
        options.output = options.output == null ? Path.of("") : options.output;
        options.traced = false;
        options.check();
        refuse(options.urls.isEmpty() && !options.help, "which URL?");
        return options;
    }

    static List<String> helpLines() {
        return TABLE.help();
    }

    private void check() {
        refuse(quiet && verbose, "--quiet contradicts --verbose");
        refuse(openUrl && post != null, "--openurl cannot send a file: InternetOpenUrl has no request body");
        refuse(openUrl && verb != null, "--openurl always sends GET");
        // The handle exists before the handshake, but may not be used before the call has completed (R-ASYNC-15).
        refuse(openUrl && insecure, "--insecure needs a request handle before sending; InternetOpenUrl gives none");
        refuse(openUrl && (user != null || proxyUser != null), "--openurl has no connection to set a user for");
        refuse(proxy != null && script != null, "--proxy contradicts --pac");
        refuse(proxyBypass != null && proxy == null, "--proxy-bypass makes no sense without --proxy");
        refuse((long) urls.size() * repeat > MAX_REQUESTS, "more than " + MAX_REQUESTS + " requests");
        refuse(force && output == null, "--force makes no sense without --output");
        refuse(post != null && !Files.isReadable(post), "--post: cannot read " + post);
        for (String url : urls) {
            String lower = url.toLowerCase(Locale.ROOT);
            refuse(!lower.startsWith("http://") && !lower.startsWith("https://"), "not an http or https URL: " + url);
        }
    }

    private static void refuse(boolean contradiction, String message) {
        if (contradiction) {
            throw new UsageException(message);
        }
    }

    /** Asks for the passwords that were left out. */
    void completeUsers(@Nullable UserInput input) {
        user = user == null ? null : user.complete("--user", input);
        proxyUser = proxyUser == null ? null : proxyUser.complete("--proxy-user", input);
    }

    /** How many requests will be made. */
    int requestCount() {
        return urls.size() * repeat;
    }

    /** The header lines, each with its CR LF. */
    String headerText() {
        StringBuilder text = new StringBuilder();
        for (String line : headers) {
            text.append(line).append("\r\n");
        }
        return text.toString();
    }

    private void addHeader(String line) {
        int colon = line.indexOf(':');
        refuse(colon <= 0, "--header needs 'NAME: VALUE', not '" + line + "'");
        refuse(line.indexOf('\r') >= 0 || line.indexOf('\n') >= 0, "--header takes one line");
        headers.add(line);
    }

    private static String nonEmpty(String option, String value) {
        refuse(value.isEmpty(), option + " needs a value");
        return value;
    }

    private static Path path(String option, String value) {
        try {
            return Path.of(nonEmpty(option, value));
        } catch (InvalidPathException e) {
            throw new UsageException(option + " needs a path: " + e.getMessage());
        }
    }

    private static int positive(String option, String value) {
        try {
            int number = Integer.parseInt(value);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Reported below.
        }
        throw new UsageException(option + " needs a positive number, not '" + value + "'");
    }

    private static <E extends Enum<E>> E choice(Class<E> type, String option, String value) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(value)) {
                return constant;
            }
        }
        throw new UsageException(option + " does not know '" + value + "'");
    }

    private static CompletionPolicy policy(String value) {
        switch (value) {
            case "natural" -> {
                return CompletionPolicy.NATURAL;
            }
            case "at-once" -> {
                return CompletionPolicy.always(Outcome.AT_ONCE);
            }
            case "pending" -> {
                return CompletionPolicy.always(Outcome.PENDING);
            }
            default -> {
                String prefix = "seed:";
                try {
                    if (value.startsWith(prefix)) {
                        return CompletionPolicy.seeded(Long.parseLong(value.substring(prefix.length())));
                    }
                } catch (NumberFormatException e) {
                    // Reported below.
                }
                throw new UsageException("--policy does not know '" + value + "'");
            }
        }
    }
}
