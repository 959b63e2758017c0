package io.github.wininet4j.nativelib.windows;

import java.util.List;

/** The DHCP client of Windows, or a double of it. */
interface DhcpClient {
    /** {@return the names of the adapters that have their address from a DHCP server} */
    List<String> adapters();

    /**
     * Asks for an option, which may take a packet to the server.
     *
     * @param adapter the name of an adapter
     * @param number the option's number
     * @return its value, empty if there is none
     */
    byte[] option(String adapter, int number);
}
