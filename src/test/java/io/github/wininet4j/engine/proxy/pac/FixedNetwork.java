package io.github.wininet4j.engine.proxy.pac;

import io.github.wininet4j.engine.net.AddressRange;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Names, addresses and a time that do not change. */
public final class FixedNetwork implements PacNetwork {
    private static final Map<String, List<String>> NAMES = Map.of(
            "www.corp.test", List.of("198.95.249.79"),
            "inside.corp.test", List.of("10.1.2.3"),
            "both.corp.test", List.of("192.0.2.7", "2001:db8::7"),
            "six.corp.test", List.of("2001:db8::6"));

    private final ZonedDateTime now;

    /** Creates one whose time is a Saturday noon in summer. */
    public FixedNetwork() {
        this(ZonedDateTime.parse("2026-07-04T12:30:15+02:00"));
    }

    FixedNetwork(ZonedDateTime now) {
        this.now = now;
    }

    @Override
    public List<InetAddress> resolve(String host) {
        InetAddress literal = AddressRange.literal(host);
        return literal != null ? List.of(literal) : addresses(NAMES.getOrDefault(host, List.of()));
    }

    @Override
    public List<InetAddress> ownAddresses() {
        return addresses(List.of("10.0.0.5", "2001:db8::5"));
    }

    @Override
    public ZonedDateTime now() {
        return now;
    }

    private static List<InetAddress> addresses(List<String> texts) {
        List<InetAddress> found = new ArrayList<>();
        for (String text : texts) {
            try {
                found.add(InetAddress.getByName(text));
            } catch (UnknownHostException e) {
                throw new IllegalStateException(e);
            }
        }
        return found;
    }
}
