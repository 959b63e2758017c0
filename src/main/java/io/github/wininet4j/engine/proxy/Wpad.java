package io.github.wininet4j.engine.proxy;

import io.github.wininet4j.host.NameResolver;
import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds a proxy script by DNS: a host {@code wpad} in the domains of this machine, never in one above them, which may
 * be a stranger's, nor in one of one label (R-PROXY-25). DHCP is not asked.
 */
public final class Wpad {
    private static final Path RESOLVER_FILE = Path.of("/etc/resolv.conf");

    private final NameResolver resolver;
    private final List<String> domains;

    /**
     * Creates a search.
     *
     * @param resolver resolves names
     * @param domains the domains of this machine
     */
    public Wpad(NameResolver resolver, List<String> domains) {
        this.resolver = resolver;
        this.domains = List.copyOf(domains);
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

    /** Returns the URL of the script of the first host that there is, or null. */
    public @Nullable String find() {
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
