package io.github.wininet4j.cli;

import io.github.wininet4j.WinInets;
import io.github.wininet4j.trace.HiddenSecrets;
import io.github.wininet4j.trace.TraceListener;
import io.github.wininet4j.trace.TraceTarget;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** Entry point of the runnable jar: finds the command and runs it. */
public final class Main {
    private static final String TRACE = "--trace";
    private static final String COUNTERS = "--counters";
    private static final String USAGE = "usage: java -jar wininet4j.jar COMMAND [ARGUMENT...]";

    private Main() {}

    /**
     * Runs a command and ends the JVM with its exit code.
     *
     * @param args the command and its arguments
     */
    public static void main(String[] args) {
        String missing = MissingLibraries.line(System.getProperty("java.class.path", ""));
        if (missing != null) {
            System.err.println(missing);
            System.exit(Command.USAGE);
        }
        int code = run(List.of(args), System.out, System.err);
        System.out.flush();
        System.exit(code);
    }

    /**
     * Runs a command.
     *
     * @param args the command and its arguments
     * @param out where results go
     * @param err where messages go
     * @return the exit code, see {@link Command}
     */
    static int run(List<String> args, PrintStream out, PrintStream err) {
        if (args.isEmpty()) {
            printHelp(err);
            return Command.USAGE;
        }
        String name = args.get(0);
        switch (name) {
            case "help", "--help", "-h" -> {
                printHelp(out);
                return Command.SUCCESS;
            }
            case "--version" -> {
                out.println("wininet4j " + version());
                return Command.SUCCESS;
            }
            default -> {
                return runCommand(name, args.subList(1, args.size()), out, err);
            }
        }
    }

    private static int runCommand(String name, List<String> args, PrintStream out, PrintStream err) {
        for (Command command : commands()) {
            if (command.name().equals(name)) {
                try {
                    return traced(command, args, out, err);
                } catch (UsageException e) {
                    err.println(name + ": " + HiddenSecrets.inText(Printable.of(String.valueOf(e.getMessage()))));
                    err.println("Try: " + name + " --help");
                    return Command.USAGE;
                }
            }
        }
        err.println("unknown command: " + Printable.of(name));
        printHelp(err);
        return Command.USAGE;
    }

    /** Runs a command; with --trace and --counters, which every command takes, it is seen what the back end does. */
    private static int traced(Command command, List<String> args, PrintStream out, PrintStream err) {
        List<String> own = new ArrayList<>(args);
        String trace = take(TRACE, own);
        String counters = take(COUNTERS, own);
        // Tried here, since only here it is known whose fault it is.
        tried(TRACE, trace, TraceTarget::open);
        tried(COUNTERS, counters, TraceTarget::counters);
        return withProperty(
                WinInets.TRACE_PROPERTY,
                trace,
                () -> withProperty(WinInets.COUNTERS_PROPERTY, counters, () -> command.run(own, out, err)));
    }

    /** Removes an option whose argument may be missing; returns null if it is not given. */
    private static @Nullable String take(String option, List<String> args) {
        String target = null;
        for (String arg : List.copyOf(args)) {
            if (arg.equals(option)) {
                target = TraceTarget.STANDARD_ERROR;
                args.remove(arg);
            } else if (arg.startsWith(option + "=")) {
                target = arg.substring(option.length() + 1);
                args.remove(arg);
            }
        }
        return target;
    }

    private static void tried(String option, @Nullable String target, Function<String, TraceListener> opener) {
        if (target == null) {
            return;
        }
        try {
            opener.apply(target).closed();
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw new UsageException(option + ": " + e.getMessage());
        }
    }

    private static int withProperty(String name, @Nullable String value, IntSupplier work) {
        if (value == null) {
            return work.getAsInt();
        }
        String before = System.getProperty(name);
        System.setProperty(name, value);
        try {
            return work.getAsInt();
        } finally {
            if (before == null) {
                System.clearProperty(name);
            } else {
                System.setProperty(name, before);
            }
        }
    }

    /** In the order of the service file; commands use this package, not the other way round. */
    private static ServiceLoader<Command> commands() {
        return ServiceLoader.load(Command.class, Main.class.getClassLoader());
    }

    private static void printHelp(PrintStream stream) {
        stream.println(USAGE);
        stream.println();
        stream.println("Commands:");
        for (Command command : commands()) {
            stream.println("  " + TextTable.padded(command.name(), 14) + command.summary());
        }
        stream.println("  " + TextTable.padded("help", 14) + "Shows this text");
        stream.println("  " + TextTable.padded("--version", 14) + "Shows the version");
        stream.println();
        stream.println("Every command takes --trace: each call and status with its time, on standard error;");
        stream.println("--trace=FILE appends them to a file, and --trace=FILE.har writes an HTTP archive.");
        stream.println("With --counters or --counters=FILE it tells at the end how many connections were opened and");
        stream.println("used again, how many requests were sent, what the cache answered, and how many bytes went.");
    }

    /**
     * The version in the jar: of the module, or of the manifest on the class path. None when the classes are not from
     * the jar.
     */
    static String version() {
        ModuleDescriptor module = Main.class.getModule().getDescriptor();
        String version = module == null
                ? Main.class.getPackage().getImplementationVersion()
                : module.rawVersion().orElse(null);
        return Objects.requireNonNullElse(version, "(not packaged)");
    }
}
