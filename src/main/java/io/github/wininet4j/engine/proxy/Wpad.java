package io.github.wininet4j.engine.proxy;

import io.github.wininet4j.constant.ProxyType;
import io.github.wininet4j.host.HostNetwork;
import io.github.wininet4j.host.NameResolver;
import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds a proxy script: by what the DHCP server has said, else by DNS, as a host {@code wpad} in the domains of this
 * machine, never in one above them, which may be a stranger's, nor in one of one label (R-PROXY-25).
 */
public final class Wpad {
    private static final Pattern SCRIPT_URL = Pattern.compile("(?i)https?://[!-~]+");
    private static final Path RESOLVER_FILE = Path.of("/etc/resolv.conf");

    /** The DHCP option for the URL of a script. */
    private static final int SCRIPT_OPTION = 252;

    private final NameResolver resolver;
    private final List<String> domains;
    private final HostNetwork network;

    /**
     * Creates a search.
     *
     * @param resolver resolves names
     * @param domains the domains of this machine
     * @param network has the leases of this machine
     */
    public Wpad(NameResolver resolver, List<String> domains, HostNetwork network) {
        this.resolver = resolver;
        this.domains = List.copyOf(domains);
        this.network = network;
    }

    /** Reads the domains that the system's resolver searches. */
    public static List<String> systemDomains() {
        try {
            return domains(Files.readAllLines(RESOLVER_FILE, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            // Then there is no domain to search.
            return List.of();
        }
    }

    static List<String> domains(List<String> lines) {
        List<String> found = new ArrayList<>();
        for (String line : lines) {
            List<String> words = List.of(line.strip().split("[ \t]+", -1));
            if (words.get(0).equals("search") || words.get(0).equals("domain")) {
                found.addAll(words.subList(1, words.size()));
            }
        }
        return found;
    }

    /** Names the hosts to look for, in their order. */
    List<String> candidates() {
        List<String> hosts = new ArrayList<>();
        for (String domain : domains) {
            if (domain.indexOf('.') > 0) {
                hosts.add("wpad." + domain.toLowerCase(Locale.ROOT));
            }
        }
        return hosts;
    }

    /**
     * Looks for a script.
     *
     * @param ways {@code PROXY_AUTO_DETECT_TYPE_*} bits
     * @return the URL that DHCP has, else that of the first host that there is, or null
     */
    public @Nullable String find(int ways) {
        String found = (ways & ProxyType.PROXY_AUTO_DETECT_TYPE_DHCP) == 0 ? null : byDhcp();
        return found != null || (ways & ProxyType.PROXY_AUTO_DETECT_TYPE_DNS_A) == 0 ? found : byDns();
    }

    /** Servers end the text with a NUL or not; only what is fetched from a server is taken. */
    private @Nullable String byDhcp() {
        for (byte[] value : network.dhcpOption(SCRIPT_OPTION)) {
            String url = new String(value, StandardCharsets.ISO_8859_1).split("\0", 2)[0].strip();
            if (SCRIPT_URL.matcher(url).matches()) {
                return url;
            }
        }
        return null;
    }

    private @Nullable String byDns() {
        for (String host : candidates()) {
            try {
                if (!resolver.resolve(host).isEmpty()) {
                    return "http://" + host + "/wpad.dat";
                }
            } catch (UnknownHostException e) {
                // The next one.
            }
        }
        return null;
    }
}
