package io.github.wininet4j.engine.proxy.pac;

import java.net.InetAddress;
import java.time.ZonedDateTime;
import java.util.List;

/** What scripts may ask of the world. */
public interface PacNetwork {
    /**
     * Resolves a name or an address literal.
     *
     * @param host the name
     * @return its addresses, empty if there are none or the look-up takes too long
     */
    List<InetAddress> resolve(String host);

    /** Returns the addresses of this machine, without loopback unless there is nothing else. */
    List<InetAddress> ownAddresses();

    /** Returns the time, in the zone of this machine. */
    ZonedDateTime now();
}
