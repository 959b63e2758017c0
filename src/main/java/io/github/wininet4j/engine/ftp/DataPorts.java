package io.github.wininet4j.engine.ftp;

import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.net.Connection;
import io.github.wininet4j.engine.net.PortListener;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Agrees with the server on data connections: PORT and PASV (RFC 959), EPRT and EPSV (RFC 2428). They always run
 * between the two machines of the control connection, whatever address a reply names (R-PROJ-FTP-3).
 */
final class DataPorts {
    private static final Pattern PASV =
            Pattern.compile("(?<!\\d)\\d{1,3},\\d{1,3},\\d{1,3},\\d{1,3},(\\d{1,3}),(\\d{1,3})(?!\\d)");
    private static final Pattern EPSV = Pattern.compile("\\((.)\\1\\1(\\d{1,5})\\1\\)");
    private static final int MAX_PORT = 65_535;
    private static final int MAX_BYTE = 255;

    private final FtpNetwork network;
    private final ControlConnection control;
    private final FtpServer server;

    DataPorts(FtpNetwork network, ControlConnection control, FtpServer server) {
        this.network = network;
        this.control = control;
        this.server = server;
    }

    /**
     * Prepares a data connection.
     *
     * @throws WinInetFailure {@code ERROR_FTP_NO_PASSIVE_MODE} or {@code ERROR_INTERNET_EXTENDED_ERROR} if the server
     *     refuses
     */
    DataPort open(FtpCall call) throws IOException {
        return server.passive() || network.hasProxy() ? passive(call) : active(call);
    }

    private DataPort passive(FtpCall call) throws IOException {
        boolean ipv6 = !network.hasProxy() && control.server() instanceof Inet6Address;
        Reply reply = control.command(ipv6 ? "EPSV" : "PASV");
        boolean extended = ipv6;
        if (!ipv6 && reply.isNotImplemented()) {
            reply = control.command("EPSV");
            extended = true;
        }
        if (!reply.isCompletion()) {
            throw new WinInetFailure(WinInetError.ERROR_FTP_NO_PASSIVE_MODE);
        }
        int port = extended ? extendedPort(reply.message()) : port(reply.message());
        String host = network.hasProxy() ? server.host() : control.server().getHostAddress();
        return new Dialled(network.connect(host, port, call.dataTimeouts(), call));
    }

    /** The port that the reply to PASV names. */
    static int port(String message) throws InvalidReplyException {
        Matcher found = PASV.matcher(message);
        if (found.find()) {
            int high = Integer.parseInt(found.group(1));
            int low = Integer.parseInt(found.group(2));
            if (high <= MAX_BYTE && low <= MAX_BYTE && high + low > 0) {
                return high << Byte.SIZE | low;
            }
        }
        throw new InvalidReplyException("no port in: " + message);
    }

    /** The port that the reply to EPSV names. */
    static int extendedPort(String message) throws InvalidReplyException {
        Matcher found = EPSV.matcher(message);
        if (found.find()) {
            int port = Integer.parseInt(found.group(2));
            if (port > 0 && port <= MAX_PORT) {
                return port;
            }
        }
        throw new InvalidReplyException("no port in: " + message);
    }

    private DataPort active(FtpCall call) throws IOException {
        PortListener listener = network.listen(control.local());
        boolean agreed = false;
        try {
            InetSocketAddress address = listener.address();
            boolean ipv6 = address.getAddress() instanceof Inet6Address;
            Reply reply = control.command(ipv6 ? eprt(address) : port(address));
            if (!ipv6 && reply.isNotImplemented()) {
                reply = control.command(eprt(address));
            }
            if (!reply.isCompletion()) {
                throw new WinInetFailure(WinInetError.ERROR_INTERNET_EXTENDED_ERROR);
            }
            agreed = true;
            return new Awaited(listener, control.server(), call);
        } finally {
            if (!agreed) {
                listener.close();
            }
        }
    }

    private static String port(InetSocketAddress address) {
        int port = address.getPort();
        return "PORT " + address.getAddress().getHostAddress().replace('.', ',') + "," + (port >> Byte.SIZE) + ","
                + (port & MAX_BYTE);
    }

    private static String eprt(InetSocketAddress address) {
        String host = address.getAddress().getHostAddress();
        int scope = host.indexOf('%');
        String bare = scope < 0 ? host : host.substring(0, scope);
        int family = address.getAddress() instanceof Inet6Address ? 2 : 1;
        return "EPRT |" + family + "|" + bare + "|" + address.getPort() + "|";
    }

    /** A connection that this side made. */
    private static final class Dialled implements DataPort {
        private @Nullable Connection made;

        Dialled(Connection made) {
            this.made = made;
        }

        @Override
        public Connection connection() throws IOException {
            Connection taken = made;
            made = null;
            if (taken == null) {
                throw new IOException("the connection is in use");
            }
            return taken;
        }

        @Override
        public void close() {
            if (made != null) {
                made.close();
            }
        }
    }

    /** A connection that the server makes. */
    private record Awaited(PortListener listener, InetAddress server, FtpCall call) implements DataPort {
        @Override
        public Connection connection() throws IOException {
            try (listener) {
                return listener.accept(server, call.dataTimeouts().receiveMillis(), call.cancellation());
            }
        }

        @Override
        public void close() {
            listener.close();
        }
    }
}
