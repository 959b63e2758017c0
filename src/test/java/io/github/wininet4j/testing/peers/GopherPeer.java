package io.github.wininet4j.testing.peers;

import io.github.wininet4j.testing.Folders;
import io.github.wininet4j.testing.LoopbackListener;
import io.github.wininet4j.testing.Tools;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A Gopher server that nobody here wrote: gophernicus, a program for each connection, or pygopherd with Gopher+. */
public final class GopherPeer implements AutoCloseable {
    private static final Path SAMPLE = Path.of("/etc/pygopherd/pygopherd.conf");

    private final @Nullable PeerProcess process;
    private final @Nullable LoopbackListener listener;
    private final Path folder;

    private GopherPeer(@Nullable PeerProcess process, @Nullable LoopbackListener listener, Path folder) {
        this.process = process;
        this.listener = listener;
        this.folder = folder;
    }

    /** Starts pygopherd. */
    public static GopherPeer pygopherd() {
        Path program = Tools.require("pygopherd");
        PeerProcess process = PeerProcess.start("pygopherd", Map.of(), (folder, port) -> {
            Files.createDirectories(folder.resolve("root"));
            Path config = folder.resolve("pygopherd.conf");
            String text = Files.readString(SAMPLE)
                    .replaceAll("(?m)^(port|pidfile|root|usechroot|setuid|setgid|logmethod|cachetime) *=.*$", "")
                    .replace(
                            "[pygopherd]",
                            "[pygopherd]\nport = " + port + "\ninterface = 127.0.0.1\nservername = 127.0.0.1\n"
                                    + "usechroot = no\nroot = " + folder.resolve("root") + "\npidfile = "
                                    + folder.resolve("pygopherd.pid"))
                    .replace("[logger]", "[logger]\nlogmethod = file")
                    .replace("[handlers.dir.DirHandler]", "[handlers.dir.DirHandler]\ncachetime = 0");
            Files.writeString(config, text);
            return List.of(program.toString(), config.toString());
        });
        return new GopherPeer(process, null, process.folder().resolve("root"));
    }

    /** Serves by gophernicus. */
    public static GopherPeer gophernicus() throws IOException {
        Path program = Tools.require("gophernicus");
        Path folder = Folders.make("gophernicus");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        // It takes a socket as its standard input and output, and does not run as root.
        LoopbackListener listener = LoopbackListener.start("gophernicus", socket -> serve(program, folder, socket));
        return new GopherPeer(null, listener, folder);
    }

    private static void serve(Path program, Path folder, Socket socket) throws IOException {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("setpriv", "--reuid=games", "--regid=games", "--clear-groups"));
        }
        command.addAll(List.of(
                program.toString(),
                "-h",
                "127.0.0.1",
                "-p",
                Integer.toString(socket.getLocalPort()),
                "-r",
                folder.toString(),
                "-nl"));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (OutputStream input = process.getOutputStream()) {
            int next = socket.getInputStream().read();
            while (next >= 0) {
                input.write(next);
                next = next == '\n' ? -1 : socket.getInputStream().read();
            }
        }
        process.getInputStream().transferTo(socket.getOutputStream());
    }

    /** Returns the port. */
    public int port() {
        return process != null ? process.port() : listener == null ? 0 : listener.port();
    }

    /** Writes a file. */
    public void write(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    }

    @Override
    public void close() throws IOException {
        if (process != null) {
            process.close();
        }
        if (listener != null) {
            listener.close();
            Folders.delete(folder);
        }
    }
}
