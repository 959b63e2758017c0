package io.github.wininet4j.engine.proxy.pac;

import io.github.wininet4j.engine.net.AddressRange;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mozilla.javascript.ScriptableObject;
import org.mozilla.javascript.Undefined;

/**
 * The functions of Netscape's "Navigator Proxy Auto-Config File Format" and those of "IPv6-Aware Proxy Helper API
 * Definitions" (R-PROXY-33).
 */
final class PacFunctions {
    private static final String CLIENT_VERSION = "1.0";
    private static final String LOOPBACK = "127.0.0.1";
    private static final int IPV4_BYTES = 4;

    /** IPv6 first, then by number. */
    private static final Comparator<InetAddress> IPV6_FIRST = Comparator.<InetAddress>comparingInt(
                    address -> address instanceof Inet6Address ? 0 : 1)
            .thenComparing(InetAddress::getAddress, Arrays::compareUnsigned);

    /** One row of the table. */
    private record Row(String name, int required, PacFunction.Body body) {}

    private static final List<Row> ROWS = List.of(
            new Row("isPlainHostName", 1, (run, a) -> a[0].indexOf('.') < 0),
            new Row("dnsDomainIs", 2, (run, a) -> lower(a[0]).endsWith(lower(a[1]))),
            new Row("localHostOrDomainIs", 2, (run, a) -> isLocalHostOrDomain(lower(a[0]), lower(a[1]))),
            new Row("isResolvable", 1, (run, a) -> ipv4(run.resolve(a[0])) != null),
            new Row("isInNet", 3, (run, a) -> isInNet(run, a[0], a[1], a[2])),
            new Row("dnsResolve", 1, (run, a) -> ipv4(run.resolve(a[0]))),
            new Row("myIpAddress", 0, (run, a) -> ownIpv4(run.network())),
            new Row("dnsDomainLevels", 1, (run, a) ->
                    (int) a[0].chars().filter(c -> c == '.').count()),
            new Row("shExpMatch", 2, (run, a) -> ShellExpression.matches(a[1], a[0], run::check)),
            new Row(
                    "weekdayRange",
                    1,
                    (run, a) -> PacTimes.weekdayRange(run.network().now(), a)),
            new Row("dateRange", 1, (run, a) -> PacTimes.dateRange(run.network().now(), a)),
            new Row("timeRange", 1, (run, a) -> PacTimes.timeRange(run.network().now(), a)),
            new Row("isResolvableEx", 1, (run, a) -> !run.resolve(a[0]).isEmpty()),
            new Row("isInNetEx", 2, (run, a) -> isInNetEx(a[0], a[1])),
            new Row("dnsResolveEx", 1, (run, a) -> list(run.resolve(a[0]))),
            new Row("myIpAddressEx", 0, (run, a) -> list(run.network().ownAddresses())),
            new Row("sortIpAddressList", 1, (run, a) -> sorted(a[0])),
            new Row("getClientVersion", 0, (run, a) -> CLIENT_VERSION),
            // Old scripts show messages to their author; here they are ignored.
            new Row("alert", 0, (run, a) -> Undefined.instance));

    private PacFunctions() {}

    static void install(ScriptableObject scope) {
        for (Row row : ROWS) {
            PacFunction function = new PacFunction(scope, row.name(), row.required(), row.body());
            ScriptableObject.defineProperty(scope, row.name(), function, ScriptableObject.DONTENUM);
        }
    }

    /** Calls a function by its place in the table, counted round, for tests that give it any arguments. */
    static @Nullable Object call(PacRun run, int choice, String[] arguments) {
        return ROWS.get(choice % ROWS.size()).body().call(run, arguments);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static boolean isLocalHostOrDomain(String host, String domain) {
        return host.equals(domain) || (host.indexOf('.') < 0 && domain.startsWith(host + "."));
    }

    private static @Nullable String ipv4(List<InetAddress> addresses) {
        for (InetAddress address : addresses) {
            if (address instanceof Inet4Address) {
                return address.getHostAddress();
            }
        }
        return null;
    }

    private static String ownIpv4(PacNetwork network) {
        String own = ipv4(network.ownAddresses());
        return own == null ? LOOPBACK : own;
    }

    private static boolean isInNet(PacRun run, String host, String pattern, String mask) {
        int[] wanted = quad(pattern);
        int[] bits = quad(mask);
        String found = quad(host) == null ? ipv4(run.resolve(host)) : host;
        int[] address = found == null ? null : quad(found);
        if (wanted == null || bits == null || address == null) {
            return false;
        }
        for (int i = 0; i < IPV4_BYTES; i++) {
            if ((address[i] & bits[i]) != (wanted[i] & bits[i])) {
                return false;
            }
        }
        return true;
    }

    private static int @Nullable [] quad(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != IPV4_BYTES) {
            return null;
        }
        int[] quad = new int[IPV4_BYTES];
        for (int i = 0; i < IPV4_BYTES; i++) {
            boolean digits = !parts[i].isEmpty()
                    && parts[i].length() <= 3
                    && parts[i].chars().allMatch(c -> c >= '0' && c <= '9');
            quad[i] = digits ? Integer.parseInt(parts[i]) : 256;
            if (quad[i] > 255) {
                return null;
            }
        }
        return quad;
    }

    private static boolean isInNetEx(String address, String prefix) {
        AddressRange range = AddressRange.parse(prefix);
        return range != null && range.contains(address);
    }

    private static String list(List<InetAddress> addresses) {
        return addresses.stream().sorted(IPV6_FIRST).map(PacFunctions::text).collect(Collectors.joining(";"));
    }

    /** Without the name of an interface. */
    private static String text(InetAddress address) {
        String text = address.getHostAddress();
        int zone = text.indexOf('%');
        return zone < 0 ? text : text.substring(0, zone);
    }

    /** Sorts a list of addresses; empty if one of them is none. */
    private static String sorted(String text) {
        List<InetAddress> addresses = new ArrayList<>();
        for (String each : text.split(";", -1)) {
            InetAddress address = AddressRange.literal(each.strip());
            if (address == null) {
                return "";
            }
            addresses.add(address);
        }
        return list(addresses);
    }
}
