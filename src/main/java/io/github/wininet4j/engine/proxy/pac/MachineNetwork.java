package io.github.wininet4j.engine.proxy.pac;

import io.github.wininet4j.host.NameResolver;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * What scripts see of this machine. It may block: the run that asks is on a thread of its own, and is left behind when
 * it is late.
 */
public final class MachineNetwork implements PacNetwork {
    private final NameResolver resolver;
    private final InstantSource clock;

    /**
     * Creates the view.
     *
     * @param resolver resolves names
     * @param clock tells the time
     */
    public MachineNetwork(NameResolver resolver, InstantSource clock) {
        this.resolver = resolver;
        this.clock = clock;
    }

    @Override
    public List<InetAddress> resolve(String host) {
        try {
            return host.isEmpty() ? List.of() : resolver.resolve(host);
        } catch (UnknownHostException e) {
            return List.of();
        }
    }

    @Override
    public List<InetAddress> ownAddresses() {
        List<InetAddress> addresses = new ArrayList<>();
        try {
            NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                    .forEach(addresses::add);
        } catch (SocketException e) {
            // Then this machine has no other address than the one below.
        }
        return addresses.isEmpty() ? List.of(InetAddress.getLoopbackAddress()) : addresses;
    }

    @Override
    public ZonedDateTime now() {
        return clock.instant().atZone(ZoneId.systemDefault());
    }
}
