package io.github.wininet4j.engine.net.pool;

import io.github.wininet4j.engine.net.AddressRange;
import io.github.wininet4j.engine.net.Connection;
import io.github.wininet4j.engine.net.Endpoint;
import io.github.wininet4j.host.NameResolver;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.List;

/** SOCKS version 4 (R-PROXY-8): the name is resolved here, and only IPv4 can be asked for. */
public final class SocksTunnel implements Tunnel {
    private static final int REPLY_SIZE = 8;
    private static final int GRANTED = 90;

    private final Endpoint target;
    private final NameResolver resolver;

    /**
     * Creates the tunnel.
     *
     * @param target where it leads
     * @param resolver resolves its name
     */
    public SocksTunnel(Endpoint target, NameResolver resolver) {
        this.target = target;
        this.resolver = resolver;
    }

    @Override
    public void open(Connection connection) throws IOException {
        connection.output().write(request(address(), target.port()));
        byte[] reply = new byte[REPLY_SIZE];
        int length = 0;
        while (length < reply.length) {
            int count = connection.input().read(reply, length, reply.length - length);
            if (count < 0) {
                throw new ConnectException("the SOCKS proxy has closed the connection");
            }
            length += count;
        }
        if (reply[0] != 0 || reply[1] != GRANTED) {
            // As if the server itself could not be reached: another way may lead there.
            throw new ConnectException("the SOCKS proxy refuses: " + reply[1]);
        }
    }

    /** Version, CONNECT, port, address, and an empty user. */
    static byte[] request(Inet4Address address, int port) {
        ByteBuffer out = ByteBuffer.allocate(9);
        out.put((byte) 4)
                .put((byte) 1)
                .putShort((short) port)
                .put(address.getAddress())
                .put((byte) 0);
        return out.array();
    }

    private Inet4Address address() throws UnknownHostException {
        InetAddress literal = AddressRange.literal(target.host());
        List<InetAddress> addresses = literal != null ? List.of(literal) : resolver.resolve(target.host());
        for (InetAddress address : addresses) {
            if (address instanceof Inet4Address ipv4) {
                return ipv4;
            }
        }
        throw new UnknownHostException(target.host());
    }
}
