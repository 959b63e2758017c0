package io.github.wininet4j.cli;

import java.io.PrintStream;
import java.lang.module.ModuleDescriptor;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;

/** Entry point of the runnable jar: finds the command and runs it. */
public final class Main {
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
                    return command.run(args, out, err);
                } catch (UsageException e) {
                    err.println(name + ": " + HiddenPasswords.inUrls(Printable.of(String.valueOf(e.getMessage()))));
                    err.println("Try: " + name + " --help");
                    return Command.USAGE;
                }
            }
        }
        err.println("unknown command: " + Printable.of(name));
        printHelp(err);
        return Command.USAGE;
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
