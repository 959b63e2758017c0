package io.github.wininet4j.engine.net.pool;

import io.github.wininet4j.engine.net.Connection;
import io.github.wininet4j.engine.net.Endpoint;
import io.github.wininet4j.engine.net.MemoryConnections;
import io.github.wininet4j.fuzz.FuzzTarget;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.util.List;

/** What a SOCKS server answers; what follows its answer stays for the server behind it. */
public final class SocksTarget implements FuzzTarget {
    private static final Endpoint SERVER = new Endpoint("127.0.0.1", 80);

    /** Creates the target. */
    public SocksTarget() {}

    @Override
    public String run(byte[] input) throws IOException {
        Connection connection = MemoryConnections.of(input);
        SocksTunnel tunnel = new SocksTunnel(SERVER, name -> List.of(InetAddress.getLoopbackAddress()));
        try {
            tunnel.open(connection);
        } catch (ConnectException e) {
            return "refused";
        }
        return connection.input().read() < 0 ? "open" : "open, with more";
    }

    @Override
    public List<String> words() {
        return List.of("\0Z\0\0\0\0\0\0", "\0[\0\0", "\0", "Z", "HTTP/1.1 200 OK");
    }

    @Override
    public List<String> packages() {
        return List.of("engine.net.pool");
    }
}
