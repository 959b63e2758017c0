package io.github.wininet4j.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One control connection of a {@link ScriptedFtpServer}. */
final class FtpServerConnection implements Runnable {
    private final ScriptedFtpServer server;
    private final Socket socket;
    private @Nullable ServerSocket passive;
    private int activePort;
    private int offset;
    private String renamed = "";

    FtpServerConnection(ScriptedFtpServer server, Socket socket) {
        this.server = server;
        this.socket = socket;
    }

    @Override
    public void run() {
        try (socket) {
            boolean more = say(ScriptedFtpServer.GREETING, "220 ready");
            while (more) {
                String line = readLine();
                if (line == null) {
                    return;
                }
                server.came(line);
                int blank = line.indexOf(' ');
                String verb = (blank < 0 ? line : line.substring(0, blank)).toUpperCase(Locale.ROOT);
                more = serve(verb, blank < 0 ? "" : line.substring(blank + 1));
            }
        } catch (IOException e) {
            // The client went away.
        } finally {
            closePassive();
        }
    }

    private @Nullable String readLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = socket.getInputStream().read();
        while (next >= 0 && next != '\n') {
            line.write(next);
            next = socket.getInputStream().read();
        }
        return next < 0 ? null : line.toString(StandardCharsets.UTF_8).strip();
    }

    /** Says what it was told to, or the usual; false if the connection is over. */
    private boolean say(String verb, String usual) throws IOException {
        String told = server.reply(verb);
        return write(verb, told == null ? usual : told);
    }

    private boolean write(String verb, String reply) throws IOException {
        switch (reply) {
            case ScriptedFtpServer.CLOSE -> {
                return false;
            }
            case ScriptedFtpServer.RESET -> {
                socket.setSoLinger(true, 0);
                return false;
            }
            case ScriptedFtpServer.SILENCE -> {
                return true;
            }
            default -> socket.getOutputStream().write((reply + "\r\n").getBytes(StandardCharsets.UTF_8));
        }
        return !verb.equals("QUIT");
    }

    private boolean serve(String verb, String argument) throws IOException {
        server.awaitTurn(verb);
        String told = server.reply(verb);
        if (told != null) {
            if (told.contains(ScriptedFtpServer.PORT)) {
                return listen(verb, told);
            }
            boolean transfers = told.startsWith("1") && (told.length() == 3 || told.charAt(3) == ' ');
            return transfers ? transfer(verb, argument, told) : write(verb, told);
        }
        return switch (verb) {
            case "USER" -> say(verb, "331 password");
            case "PASS" -> say(verb, "230-welcome\r\n230 in");
            case "TYPE", "NOOP" -> say(verb, "200 fine");
            case "CWD", "RMD" -> say(verb, "250 done");
            case "MKD" -> say(verb, "257 \"" + argument + "\" made");
            case "PWD" -> say(verb, "257 \"/\" is here");
            case "QUIT" -> say(verb, "221 bye");
            case "DELE" -> say(verb, server.move(argument, null) ? "250 deleted" : "550 no such file");
            case "RNFR" -> {
                renamed = argument;
                yield say(verb, server.file(argument) != null ? "350 and now" : "550 no such file");
            }
            case "RNTO" -> say(verb, server.move(renamed, argument) ? "250 renamed" : "550 no such file");
            case "SIZE" -> {
                byte[] file = server.file(argument);
                yield say(verb, file == null ? "550 no such file" : "213 " + file.length);
            }
            case "REST" -> {
                offset = Integer.parseInt(argument);
                yield say(verb, "350 restarting");
            }
            case "PASV" -> listen(verb, "227 passive (127,0,0,1," + ScriptedFtpServer.PORT + ").");
            case "EPSV" -> listen(verb, "229 extended (|||" + ScriptedFtpServer.PORT + "|)");
            case "PORT", "EPRT" -> connectTo(verb, argument);
            case "RETR", "LIST", "MLSD", "NLST", "STOR", "APPE", "STOU" ->
                transfer(verb, argument, "150 here it comes");
            default -> say(verb, "502 what?");
        };
    }

    private boolean listen(String verb, String reply) throws IOException {
        closePassive();
        ServerSocket opened = new ServerSocket(0, 5, socket.getLocalAddress());
        passive = opened;
        int port = opened.getLocalPort();
        String text = verb.equals("EPSV") ? String.valueOf(port) : (port >> 8) + "," + (port & 255);
        return write(verb, reply.replace(ScriptedFtpServer.PORT, text));
    }

    private boolean connectTo(String verb, String argument) throws IOException {
        if (verb.equals("EPRT")) {
            String[] parts = argument.split("\\|", -1);
            activePort = Integer.parseInt(parts[3]);
        } else {
            String[] parts = argument.split(",", -1);
            activePort = Integer.parseInt(parts[4]) * 256 + Integer.parseInt(parts[5]);
        }
        return say(verb, "200 fine");
    }

    private Socket data() throws IOException {
        ServerSocket open = passive;
        Socket data;
        if (open != null) {
            data = open.accept();
        } else {
            InetAddress client = socket.getInetAddress();
            data = client instanceof Inet6Address
                    ? new Socket(client, activePort)
                    : new Socket(client.getHostAddress(), activePort);
        }
        closePassive();
        server.keep(data);
        return data;
    }

    private void closePassive() {
        try {
            if (passive != null) {
                passive.close();
            }
        } catch (IOException e) {
            // Nothing is left to be closed.
        }
        passive = null;
    }

    private boolean transfer(String verb, String argument, String begin) throws IOException {
        int from = offset;
        offset = 0;
        byte[] file = server.file(argument);
        boolean upload = verb.equals("STOR") || verb.equals("APPE") || verb.equals("STOU");
        if (verb.equals("RETR") && file == null && server.source() == null) {
            return say(verb, "550 no such file");
        }
        write(verb, begin);
        try (Socket data = data()) {
            if (upload) {
                server.awaitTurn(ScriptedFtpServer.UPLOAD);
                byte[] before = file == null ? new byte[0] : file;
                int kept = verb.equals("APPE") ? before.length : Math.min(from, before.length);
                byte[] content = data.getInputStream().readAllBytes();
                byte[] all = Arrays.copyOf(before, kept + content.length);
                System.arraycopy(content, 0, all, kept, content.length);
                server.file(argument, all);
            } else {
                send(verb, data, file, from);
            }
        } catch (IOException e) {
            return say(ScriptedFtpServer.AFTER_DATA, "426 broken off");
        }
        return say(ScriptedFtpServer.AFTER_DATA, "226 done");
    }

    private void send(String verb, Socket data, byte @Nullable [] file, int from) throws IOException {
        ScriptedFtpServer.DataSource source = server.source();
        if (source != null) {
            source.send(data);
        } else if (verb.equals("RETR") && file != null) {
            data.getOutputStream().write(file, from, file.length - from);
        } else {
            data.getOutputStream().write(server.listing());
        }
        data.shutdownOutput();
    }
}
