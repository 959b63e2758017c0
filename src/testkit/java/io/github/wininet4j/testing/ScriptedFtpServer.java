package io.github.wininet4j.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/**
 * An FTP server on the loopback address. It serves a few files and a listing from memory like any server, and for each
 * command it can be told to answer something else, {@link #CLOSE} or {@link #SILENCE} among it.
 */
public final class ScriptedFtpServer implements AutoCloseable {
    /** In place of a reply: the control connection is closed. */
    public static final String CLOSE = "(close)";

    /** In place of a reply: there is none, but the connection stays. */
    public static final String SILENCE = "(silence)";

    /** In place of a reply: the control connection is reset. */
    public static final String RESET = "(reset)";

    /** In a reply to PASV or EPSV: the port, which is then opened. */
    public static final String PORT = "(port)";

    /** Stands for what a server says before any command. */
    public static final String GREETING = "(greeting)";

    /** Stands for the reply after the data of a transfer. */
    public static final String AFTER_DATA = "(after data)";

    /** Stands for reading the data of an upload. */
    public static final String UPLOAD = "(upload)";

    /** Writes the data of a download or a listing. */
    @FunctionalInterface
    public interface DataSource {
        /**
         * Writes the data.
         *
         * @param data the data connection
         * @throws IOException if the client closes it
         */
        void send(Socket data) throws IOException;
    }

    private final ServerSocket listener;
    private final Thread acceptor;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    // Guarded by lock.
    private final Map<String, Deque<String>> once = new HashMap<>();
    private final Map<String, String> always = new HashMap<>();
    private final Map<String, byte[]> files = new TreeMap<>();
    private final List<String> commands = new ArrayList<>();
    private final List<Socket> sockets = new ArrayList<>();
    private final Map<String, Gate> held = new HashMap<>();
    private @Nullable DataSource source;
    private byte[] listing = {};

    private ScriptedFtpServer(String address) throws IOException {
        this.listener = new ServerSocket(0, 100, InetAddress.getByName(address));
        this.acceptor = Waits.daemon("FTP server on port " + listener.getLocalPort(), this::accept);
    }

    /** Starts a server on 127.0.0.1. */
    public static ScriptedFtpServer start() {
        try {
            return new ScriptedFtpServer("127.0.0.1");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a server on ::1; skips the test if this machine has no IPv6. */
    public static ScriptedFtpServer startOnIpv6() {
        try {
            return new ScriptedFtpServer("::1");
        } catch (IOException e) {
            throw new TestAbortedException("no IPv6 loopback address on this machine", e);
        }
    }

    /** Returns the port. */
    public int port() {
        return listener.getLocalPort();
    }

    /** Returns the address as InternetConnect takes it. */
    public String host() {
        return listener.getInetAddress() instanceof Inet6Address ? "::1" : "127.0.0.1";
    }

    /**
     * Sets the reply to every later command with a verb.
     *
     * @param verb the verb, {@link #GREETING} or {@link #AFTER_DATA}
     * @param reply its lines without the last line end, or one of the words of this class
     * @return this
     */
    public ScriptedFtpServer answer(String verb, String reply) {
        return locked(() -> {
            always.put(verb, reply);
            return this;
        });
    }

    /**
     * Sets the reply to the next command with a verb that has none yet.
     *
     * @param verb the verb, {@link #GREETING} or {@link #AFTER_DATA}
     * @param reply its lines without the last line end, or one of the words of this class
     * @return this
     */
    public ScriptedFtpServer answerOnce(String verb, String reply) {
        return locked(() -> {
            once.computeIfAbsent(verb, key -> new ArrayDeque<>()).add(reply);
            return this;
        });
    }

    /**
     * Takes back the replies that were set for a verb, those included that no command has met.
     *
     * @param verb the verb, {@link #GREETING} or {@link #AFTER_DATA}
     * @return this
     */
    public ScriptedFtpServer answerAsUsual(String verb) {
        return locked(() -> {
            always.remove(verb);
            once.remove(verb);
            return this;
        });
    }

    /**
     * Waits for a gate before a command is answered.
     *
     * @param verb the verb of the command, or {@link #UPLOAD}
     * @param gate the gate
     * @return this
     */
    public ScriptedFtpServer hold(String verb, Gate gate) {
        return locked(() -> {
            held.put(verb, gate);
            return this;
        });
    }

    /**
     * Has a file.
     *
     * @param name its name
     * @param content its bytes
     * @return this
     */
    public ScriptedFtpServer file(String name, byte[] content) {
        return locked(() -> {
            files.put(name, content);
            return this;
        });
    }

    /**
     * Has a file of text.
     *
     * @param name its name
     * @param content its text, in UTF-8
     * @return this
     */
    public ScriptedFtpServer file(String name, String content) {
        return file(name, content.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Returns the content of a file, one that the client has sent among them.
     *
     * @param name its name
     * @return its bytes, or null if there is none
     */
    public byte @Nullable [] file(String name) {
        return locked(() -> files.get(name));
    }

    /**
     * Sets what LIST sends.
     *
     * @param lines its lines, in UTF-8
     * @return this
     */
    public ScriptedFtpServer listing(String... lines) {
        return listing((String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Sets the bytes that LIST sends.
     *
     * @param bytes the bytes
     * @return this
     */
    public ScriptedFtpServer listing(byte[] bytes) {
        return locked(() -> {
            listing = bytes;
            return this;
        });
    }

    /**
     * Sets what every download and listing sends from now on.
     *
     * @param data writes it
     * @return this
     */
    public ScriptedFtpServer sends(DataSource data) {
        return locked(() -> {
            source = data;
            return this;
        });
    }

    /**
     * Returns the URL of a file.
     *
     * @param name its name
     * @return the URL with address and port
     */
    public String url(String name) {
        String host = listener.getInetAddress() instanceof Inet6Address ? "[::1]" : "127.0.0.1";
        return "ftp://" + host + ":" + port() + "/" + name;
    }

    /** Returns the commands so far, passwords included. */
    public List<String> commands() {
        return locked(() -> List.copyOf(commands));
    }

    /**
     * Counts commands.
     *
     * @param verb their verb
     * @return how many came
     */
    public long count(String verb) {
        return commands().stream()
                .filter(line -> line.equals(verb) || line.startsWith(verb + " "))
                .count();
    }

    /**
     * Waits until a command came.
     *
     * @param command the whole command
     */
    public void await(String command) {
        long left = TimeUnit.SECONDS.toNanos(Waits.SECONDS);
        lock.lock();
        try {
            while (!commands.contains(command)) {
                if (left <= 0) {
                    throw new AssertionError("no " + command + "; so far: " + commands);
                }
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        } finally {
            lock.unlock();
        }
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    void awaitTurn(String verb) {
        Gate gate = locked(() -> held.get(verb));
        if (gate != null) {
            gate.await();
        }
    }

    @Nullable
    String reply(String verb) {
        return locked(() -> {
            Deque<String> next = once.get(verb);
            return next == null || next.isEmpty() ? always.get(verb) : next.poll();
        });
    }

    void came(String command) {
        WireText.tell(command);
        locked(() -> {
            commands.add(command);
            changed.signalAll();
            return true;
        });
    }

    byte[] listing() {
        return locked(() -> listing);
    }

    @Nullable
    DataSource source() {
        return locked(() -> source);
    }

    /** Renames or, without a new name, deletes; false if there is no such file. */
    boolean move(String before, @Nullable String after) {
        return locked(() -> {
            byte[] content = files.remove(before);
            if (content != null && after != null) {
                files.put(after, content);
            }
            return content != null;
        });
    }

    void keep(Socket socket) {
        locked(() -> sockets.add(socket));
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                keep(socket);
                Waits.daemon("FTP control connection", new FtpServerConnection(this, socket));
            } catch (IOException e) {
                // Closed.
            }
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (Socket socket : locked(() -> List.copyOf(sockets))) {
                socket.close();
            }
            acceptor.join(TimeUnit.SECONDS.toMillis(Waits.SECONDS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
