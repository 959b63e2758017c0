package io.github.wininet4j.cli;

import io.github.wininet4j.WinInets;
import io.github.wininet4j.trace.HiddenSecrets;
import io.github.wininet4j.trace.TraceTarget;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;

/** Entry point of the runnable jar: finds the command and runs it. */
public final class Main {
    private static final String TRACE = "--trace";
    private static final String USAGE = "usage: java -jar wininet4j.jar COMMAND [ARGUMENT...]";

    private Main() {}

    /**
     * Runs a command and ends the JVM with its exit code.
     *
     * @param args the command and its arguments
     */
    public static void main(String[] args) {
        // A library brings a logging facade that warns about having nowhere to log to.
        if (System.getProperty("slf4j.internal.verbosity") == null) {
            System.setProperty("slf4j.internal.verbosity", "ERROR");
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

    /** Runs a command; with --trace, which every command takes, each call and status is shown. */
    private static int traced(Command command, List<String> args, PrintStream out, PrintStream err) {
        List<String> own = new ArrayList<>();
        String target = null;
        for (String arg : args) {
            if (arg.equals(TRACE)) {
                target = TraceTarget.STANDARD_ERROR;
            } else if (arg.startsWith(TRACE + "=")) {
                target = arg.substring(TRACE.length() + 1);
            } else {
                own.add(arg);
            }
        }
        if (target == null) {
            return command.run(args, out, err);
        }
        try {
            // Tried here, since only here it is known whose fault it is.
            TraceTarget.open(target).closed();
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw new UsageException(TRACE + ": " + e.getMessage());
        }
        String before = System.getProperty(WinInets.TRACE_PROPERTY);
        System.setProperty(WinInets.TRACE_PROPERTY, target);
        try {
            return command.run(own, out, err);
        } finally {
            if (before == null) {
                System.clearProperty(WinInets.TRACE_PROPERTY);
            } else {
                System.setProperty(WinInets.TRACE_PROPERTY, before);
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
