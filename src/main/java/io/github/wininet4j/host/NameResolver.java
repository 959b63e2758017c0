package io.github.wininet4j.host;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Turns host names into addresses. It may block; each engine worker calls it on its own thread. */
@FunctionalInterface
public interface NameResolver {
    /** The resolver of the operating system. */
    NameResolver SYSTEM = host -> List.of(InetAddress.getAllByName(host));

    /**
     * Resolves a name.
     *
     * @param host the name as it is sent to DNS, without brackets
     * @return the addresses in the order in which to try them; never empty
     * @throws UnknownHostException if there is none; the caller sees {@code ERROR_INTERNET_NAME_NOT_RESOLVED}
     */
    List<InetAddress> resolve(String host) throws UnknownHostException;
}
