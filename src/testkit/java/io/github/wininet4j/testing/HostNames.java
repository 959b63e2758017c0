package io.github.wininet4j.testing;

import io.github.wininet4j.host.NameResolver;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The names that a test knows; no name server is asked. {@code localhost} and the names of
 * {@link TestCertificates#good} are known from the beginning; any other name is not resolved unless it is added.
 * Literal addresses in URLs are no names and work as they are. An engine remembers what it has resolved.
 */
public final class HostNames implements NameResolver {
    private static final String ANY = "*.";
    private static final Pattern LITERAL = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F.]*:[0-9a-fA-F:.]*");

    private final Map<String, List<InetAddress>> known = new ConcurrentHashMap<>();

    /** Creates the names that are known from the beginning. */
    public HostNames() {
        add("localhost");
        add("test.example");
        add("*.test.example");
    }

    /**
     * Adds a name of this machine: it leads to 127.0.0.1, where scripted servers listen.
     *
     * @param name the name; {@code *.} in front stands for any first label
     * @return this
     */
    public HostNames add(String name) {
        return add(name, "127.0.0.1");
    }

    /**
     * Adds a name.
     *
     * @param name the name; {@code *.} in front stands for any first label
     * @param addresses literal addresses, in the order in which to try them
     * @return this
     */
    public HostNames add(String name, String... addresses) {
        if (addresses.length == 0) {
            throw new IllegalArgumentException("no address for " + name);
        }
        known.put(key(name), Stream.of(addresses).map(HostNames::literal).toList());
        return this;
    }

    /**
     * Takes a name away: it is not resolved any more.
     *
     * @param name the name, as it was added
     * @return this
     */
    public HostNames remove(String name) {
        known.remove(key(name));
        return this;
    }

    @Override
    public List<InetAddress> resolve(String host) throws UnknownHostException {
        String name = key(host);
        List<InetAddress> found = known.get(name);
        if (found == null) {
            found = known.get(ANY + name.substring(name.indexOf('.') + 1));
        }
        if (found == null) {
            throw new UnknownHostException(host + " is no name of this test");
        }
        return found;
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static InetAddress literal(String address) {
        try {
            // Text of this form is never asked of a name server.
            if (LITERAL.matcher(address).matches()) {
                return InetAddress.getByName(address);
            }
        } catch (UnknownHostException e) {
            // Numbers that are too large.
        }
        throw new IllegalArgumentException(address + " is no literal address");
    }
}
