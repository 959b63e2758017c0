package io.github.wininet4j.engine.ftp;

import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.net.Connection;
import io.github.wininet4j.engine.net.Timeouts;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A user who is logged on: what the commands are and what their replies mean. It serves one call at a time. */
final class FtpSession {
    private static final int NEEDS_ACCOUNT = 332;
    private static final int FILE_STATUS = 213;
    /** Such as {@code 150 Opening BINARY mode data connection for a (12 bytes).} */
    private static final Pattern SIZE_IN_MESSAGE = Pattern.compile("\\((\\d{1,18}) bytes\\)");

    private static final Pattern SIZE = Pattern.compile("\\d{1,18}");

    private final ControlConnection control;
    private final DataPorts ports;
    /** The representation type that the server is at, or 0 if unknown. */
    private char type;
    /** An offset that the caller gave with REST, to be given again right before the transfer, or null. */
    private @Nullable String restart;
    /** Whether the reply that ends a transfer was not read. */
    private boolean owesReply;
    /** The folder that the user enters, if it was asked for. */
    private @Nullable String home;
    /** Whether commands of the caller's own may have left it in a state that nobody knows. */
    private boolean unknown;

    private FtpSession(ControlConnection control, DataPorts ports) {
        this.control = control;
        this.ports = ports;
    }

    /**
     * Connects and logs on.
     *
     * @throws WinInetFailure one of {@code ERROR_INTERNET_INCORRECT_USER_NAME}, {@code
     *     ERROR_INTERNET_INCORRECT_PASSWORD}, {@code ERROR_INTERNET_LOGIN_FAILURE} (R-CONN-12), or {@code
     *     ERROR_INTERNET_EXTENDED_ERROR} if the server takes no user
     */
    static FtpSession open(FtpNetwork network, FtpServer server, FtpCall call, StringBuilder said) throws IOException {
        Timeouts timeouts = call.controlTimeouts();
        Connection connection = network.connect(server.host(), server.port(), timeouts, call);
        ControlConnection control = new ControlConnection(connection, new NameText(server.ansiNames()), call);
        boolean entered = false;
        try {
            logOn(control, server);
            entered = true;
        } finally {
            said.append(control.transcript());
            if (entered) {
                control.rest();
            } else {
                control.quit(call.statuses());
            }
        }
        return new FtpSession(control, new DataPorts(network, control, server));
    }

    private static void logOn(ControlConnection control, FtpServer server) throws IOException {
        if (!control.receiveFinal().isCompletion()) {
            throw new WinInetFailure(WinInetError.ERROR_INTERNET_EXTENDED_ERROR);
        }
        Reply reply = control.command("USER " + server.user());
        if (reply.isRefusal()) {
            throw new WinInetFailure(WinInetError.ERROR_INTERNET_INCORRECT_USER_NAME);
        }
        if (reply.isIntermediate() && reply.code() != NEEDS_ACCOUNT) {
            reply = control.command("PASS " + server.password());
            if (reply.isRefusal()) {
                throw new WinInetFailure(WinInetError.ERROR_INTERNET_INCORRECT_PASSWORD);
            }
        }
        // What else a server may want, such as an account, cannot be given (R-FTP-25).
        if (!reply.isCompletion()) {
            throw new WinInetFailure(WinInetError.ERROR_INTERNET_LOGIN_FAILURE);
        }
    }

    /** Serves a call from now on; first reads what a transfer that was broken off still owes. */
    void begin(FtpCall call) throws IOException {
        control.begin(call);
        if (owesReply) {
            owesReply = false;
            control.receiveFinal();
        }
    }

    /** Asks for the folder to return to, which makes the session one that can be kept. */
    void rememberHome(FtpCall call) throws IOException {
        begin(call);
        try {
            Reply reply = control.command("PWD");
            String folder = reply.isCompletion() ? directory(reply.message()) : "";
            home = folder.isEmpty() ? null : folder;
        } finally {
            control.rest();
        }
    }

    /** Whether another handle can have it as if it were new. */
    boolean canBeKept() {
        return home != null && !unknown && !owesReply && isIdleAndOpen();
    }

    boolean isIdleAndOpen() {
        return control.isIdleAndOpen();
    }

    /** Returns to the folder that the user enters; false if the server refuses. */
    boolean resume(FtpCall call) throws IOException {
        begin(call);
        return isFolder(home == null ? "/" : home);
    }

    ControlConnection control() {
        return control;
    }

    NameText names() {
        return control.names();
    }

    /** Sends a command that the server has to fulfil. */
    Reply demand(String command) throws IOException {
        Reply reply = control.command(command);
        if (!reply.isCompletion()) {
            throw refused();
        }
        return reply;
    }

    /** Changes into a folder; false if there is none. */
    boolean isFolder(String path) throws IOException {
        return control.command("CWD " + path).isCompletion();
    }

    /** Sends a command that another one completes. */
    void prepare(String command) throws IOException {
        if (!control.command(command).isIntermediate()) {
            throw refused();
        }
    }

    private static WinInetFailure refused() {
        return new WinInetFailure(WinInetError.ERROR_INTERNET_EXTENDED_ERROR);
    }

    /** Says that the caller sends a command of its own, whatever that does. */
    void leaveToCaller() {
        unknown = true;
    }

    /** Sends a command of the caller's that moves no data. */
    void custom(String command) throws IOException {
        String verb = command.split(" ", 2)[0].toUpperCase(Locale.ROOT);
        if (verb.equals("REST")) {
            // Servers refuse offsets as long as the type is ASCII: that of a listing, or the one that they begin with.
            setType(TransferType.BINARY);
        }
        Reply reply = control.command(command);
        if (reply.isPreliminary()) {
            reply = control.receiveFinal();
        }
        if (reply.isRefusal()) {
            throw refused();
        }
        if (verb.equals("TYPE")) {
            type = 0;
        } else if (verb.equals("REST")) {
            restart = command;
        }
    }

    /** The current folder. */
    String currentDirectory() throws IOException {
        return directory(demand("PWD").message());
    }

    /** The folder that the reply to PWD names. */
    static String directory(String message) {
        int begin = message.indexOf('"');
        if (begin < 0) {
            int blank = message.indexOf(' ');
            return blank < 0 ? message : message.substring(0, blank);
        }
        StringBuilder path = new StringBuilder();
        for (int i = begin + 1; i < message.length(); i++) {
            char next = message.charAt(i);
            if (next == '"') {
                // A quote in the path is doubled (RFC 959, appendix II).
                if (i + 1 == message.length() || message.charAt(i + 1) != '"') {
                    return path.toString();
                }
                i++;
            }
            path.append(next);
        }
        return path.toString();
    }

    /** Asks for the size of a file in the current type, in bytes; -1 if the server does not say. */
    long size(String name) throws IOException {
        return size(control.command("SIZE " + name));
    }

    static long size(Reply reply) {
        Matcher number =
                SIZE.matcher(reply.code() == FILE_STATUS ? reply.message().strip() : "");
        return number.matches() ? Long.parseLong(number.group()) : -1;
    }

    /** Chooses {@code 'A'} or {@code 'I'} for the next transfers. */
    void setType(char wanted) throws IOException {
        if (type != wanted) {
            demand("TYPE " + wanted);
            type = wanted;
        }
    }

    /**
     * Sends a command that moves data.
     *
     * @return the transfer, with no connection if the server had nothing to move
     */
    FtpData transfer(FtpCall call, char wanted, String command) throws IOException {
        setType(wanted);
        String offset = restart;
        restart = null;
        try (DataPort port = ports.open(call)) {
            if (offset != null) {
                prepare(offset);
            }
            Reply reply = control.command(command);
            if (reply.isCompletion()) {
                return new FtpData(this, null, -1);
            }
            if (!reply.isPreliminary()) {
                throw refused();
            }
            Connection connection = port.connection();
            boolean begun = false;
            try {
                connection.beginLease(false, call.dataTimeouts(), call.cancellation());
                begun = true;
            } finally {
                if (!begun) {
                    connection.close();
                }
            }
            return new FtpData(this, connection, announced(reply));
        } catch (IOException e) {
            // The server may still be waiting for the connection, so its next reply would be taken for another's.
            control.quit(call.statuses());
            throw e;
        }
    }

    /** The size in bytes that the reply to RETR names; -1 if it names none. */
    static long announced(Reply reply) {
        Matcher size = SIZE_IN_MESSAGE.matcher(reply.message());
        return size.find() ? Long.parseLong(size.group(1)) : -1;
    }

    /** Reads the reply that ends a transfer. */
    void end() throws IOException {
        if (!control.receiveFinal().isCompletion()) {
            throw refused();
        }
    }

    /** Leaves the reply that ends a transfer to the next call. */
    void oweReply() {
        owesReply = true;
    }
}
