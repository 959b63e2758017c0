package io.github.wininet4j.host;

import java.util.List;

/** What the host knows of its network. */
@FunctionalInterface
public interface HostNetwork {
    /**
     * The operating system's: on a network if one of its interfaces is up and does not lead back to the machine, with
     * the DHCP leases that Windows tells of, or that are in the files of dhclient, systemd and NetworkManager.
     */
    HostNetwork SYSTEM = SystemNetwork::isPresent;

    /** {@return whether the machine is on a network now; it must not block} */
    boolean isPresent();

    /**
     * Returns what the DHCP servers of the network have said, of which 252 is the URL of a proxy script (R-PROXY-25).
     *
     * @param number the number of a DHCP option
     * @return its value in each lease that has it, as it came; none but for {@link #SYSTEM}. It may block
     */
    default List<byte[]> dhcpOption(int number) {
        return this == SYSTEM ? SystemNetwork.dhcpOption(number) : List.of();
    }
}
