package io.github.wininet4j.cli;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.WinInetConfig;
import io.github.wininet4j.WinInets;
import io.github.wininet4j.trace.HiddenSecrets;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** Lists, fetches and sends files of FTP servers. */
public final class FtpCommand implements Command {
    /** Creates the command. */
    public FtpCommand() {}

    @Override
    public String name() {
        return "ftp";
    }

    @Override
    public String summary() {
        return "Lists, fetches and sends files of FTP servers";
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err) {
        FtpOptions options = FtpOptions.parse(args);
        if (options.help) {
            printHelp(out);
            return SUCCESS;
        }
        Screen screen = new Screen(out);
        try (BackEnd wininet = WinInets.engine(WinInetConfig.defaults())) {
            FtpTarget target = FtpTarget.of(wininet, options.url);
            try (FtpServerSession session = FtpServerSession.open(wininet, target, options.active)) {
                switch (options.action) {
                    case LIST -> session.list(target.path()).forEach(entry -> screen.line(entry.line()));
                    case GET -> get(session, target, options, screen);
                    case PUT -> put(session, target, options, screen);
                }
            }
            return SUCCESS;
        } catch (CallFailedException e) {
            err.println(name() + ": " + HiddenSecrets.inText(Printable.of(String.valueOf(e.getMessage()))));
            return FAILURE;
        }
    }

    private static void get(FtpServerSession session, FtpTarget target, FtpOptions options, Screen screen) {
        List<String> names = target.hasWildcard() ? session.names(target.path()) : List.of(target.name());
        if (names.isEmpty() || names.get(0).isEmpty()) {
            throw new UsageException("there is no file to get in " + options.url);
        }
        Progress progress = new Progress(screen, options.progress, names.size());
        for (String name : names) {
            Path file = options.output.resolve(name);
            session.get(target.folder() + name, file, options, progress);
            progress.requestEnded();
            screen.line(name);
        }
        progress.finish();
    }

    private static void put(FtpServerSession session, FtpTarget target, FtpOptions options, Screen screen) {
        Progress progress = new Progress(screen, options.progress, options.files.size());
        for (Path file : options.files) {
            Path name = file.getFileName();
            if (name == null) {
                throw new UsageException(file + " is no file");
            }
            String remote = target.name().isEmpty() ? target.folder() + name : target.path();
            session.put(file, remote, options.resume, progress);
            progress.requestEnded();
            screen.line(name.toString());
        }
        progress.finish();
    }

    private static void printHelp(PrintStream out) {
        out.println("usage: ftp ls [OPTION...] URL");
        out.println("       ftp get [OPTION...] URL");
        out.println("       ftp put [OPTION...] FILE... URL");
        out.println();
        out.println("The URL is ftp://[USER[:PASSWORD]@]HOST[:PORT]/PATH. The last part of the path may have * and ?");
        out.println("in it for ls and get. A URL that ends with a slash names a folder.");
        out.println();
        FtpOptions.helpLines().forEach(out::println);
        out.println();
        out.println("Exit code: 0 if all went well, 1 if something failed, 2 if the arguments make no sense.");
    }
}
