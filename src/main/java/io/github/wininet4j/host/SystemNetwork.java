package io.github.wininet4j.host;

import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Enumeration;
import java.util.List;

/** The network of the operating system. */
final class SystemNetwork {
    private SystemNetwork() {}

    static boolean isPresent() {
        try {
            Enumeration<NetworkInterface> all = NetworkInterface.getNetworkInterfaces();
            while (all.hasMoreElements()) {
                NetworkInterface each = all.nextElement();
                if (each.isUp() && !each.isLoopback() && each.getInetAddresses().hasMoreElements()) {
                    return true;
                }
            }
            return false;
        } catch (SocketException e) {
            // A machine that does not tell is taken for one on a network, as most are.
            return true;
        }
    }

    static List<byte[]> dhcpOption(int number) {
        return HostPlatform.current()
                .map(platform -> platform.dhcpOption(number))
                .orElseGet(() -> new DhcpLeases(Path.of("/")).option(number, Instant.now()));
    }
}
