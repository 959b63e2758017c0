package io.github.wininet4j.host;

import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Enumeration;

/** Whether the machine is on a network. It must not block. */
@FunctionalInterface
public interface HostNetwork {
    /** The network interfaces of the operating system: one that is up and does not lead back to the machine. */
    HostNetwork SYSTEM = HostNetwork::hasInterface;

    /** {@return whether the machine is on a network now} */
    boolean isPresent();

    private static boolean hasInterface() {
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
}
