package io.github.wininet4j;

import io.github.wininet4j.host.CachePlace;
import io.github.wininet4j.host.CompatibilitySwitch;
import io.github.wininet4j.host.CompletionPolicy;
import io.github.wininet4j.host.HostNetwork;
import io.github.wininet4j.host.NameResolver;
import io.github.wininet4j.host.Prompter;
import io.github.wininet4j.host.ProxySettingsSource;
import io.github.wininet4j.host.SecurityPackage;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a host decides for one engine. Start from {@link #defaults()} and change what differs; a value is not changed by
 * later calls.
 *
 * @param clock tells the time, for expiry of connections and certificates
 * @param resolver resolves host names
 * @param dataDirectory where files are put that outlive a request (locked and {@code NEED_FILE} files) or the engine
 *     (cookies with an expiry); made on first use, may be shared by engines and processes of one user. Null for none:
 *     nothing outlives the engine, and files of requests are in a temporary folder that ends with it (R-PROJ-HOST-2)
 * @param trustStore the certificate authorities to trust, or null for those of the JVM; those of the system are
 *     {@code SystemTrust.load()}
 * @param completionPolicy which outcome asynchronous calls take
 * @param switches behaviour that departs from the default
 * @param library path or name of the library that the native back end loads, or null for the default
 * @param prompter answers instead of dialogs, or null for none: what needs a user is then cancelled (R-DLG-9)
 * @param proxySettings where the user's proxy settings are, or null for those of the system: on Windows the registry,
 *     elsewhere the environment variables, else the desktop, and a file that a program's changes are kept in
 * @param securityPackage logs on by tokens, or null for Kerberos by the JDK, and on Windows SSPI for the user of the
 *     machine
 * @param cache where responses are kept (R-CACHE-2)
 * @param network tells whether the machine is on a network (R-DIAL-10)
 */
public record WinInetConfig(
        InstantSource clock,
        NameResolver resolver,
        @Nullable Path dataDirectory,
        @Nullable KeyStore trustStore,
        CompletionPolicy completionPolicy,
        Set<CompatibilitySwitch> switches,
        @Nullable String library,
        @Nullable Prompter prompter,
        @Nullable ProxySettingsSource proxySettings,
        @Nullable SecurityPackage securityPackage,
        CachePlace cache,
        HostNetwork network) {

    /**
     * Copies the set; the other values are taken as they are.
     *
     * @param clock tells the time
     * @param resolver resolves host names
     * @param dataDirectory where files are put, or null
     * @param trustStore the authorities to trust, or null
     * @param completionPolicy which outcome asynchronous calls take
     * @param switches behaviour that departs from the default
     * @param library the library of the native back end, or null
     * @param prompter answers instead of dialogs, or null
     * @param proxySettings where the user's proxy settings are, or null
     * @param securityPackage logs on by tokens, or null
     * @param cache where responses are kept
     * @param network tells whether the machine is on a network
     */
    public WinInetConfig {
        switches = Set.copyOf(switches);
    }

    /**
     * Returns what holds if nothing is said: system clock and resolver, the user's cache folder, the JVM's trust,
     * natural outcomes; changed as the environment variables of the process say (R-PROJ-HOST-1).
     *
     * @return the configuration that the others start from
     */
    public static WinInetConfig defaults() {
        return HostEnvironment.ofProcess().config();
    }

    /**
     * Returns what tests want: an engine that begins empty, reads nothing of the user and leaves nothing behind
     * (R-PROJ-HOST-2). It has no data directory, a cache that ends with it, no proxies, nobody who is logged on to the
     * machine, and a network that is always there. Environment variables do not count. The clock and the resolver are
     * those of the system, and whom it trusts is the JVM's.
     *
     * @return the configuration of an engine that keeps to itself
     */
    public static WinInetConfig isolated() {
        return builtIn()
                .withDataDirectory(null)
                .withCache(CachePlace.OF_ENGINE)
                .withProxySettings(ProxySettingsSource.NONE)
                .withSecurityPackage((scheme, host, user, password) -> null)
                .withNetwork(() -> true);
    }

    /** Returns the defaults, whatever the environment says. */
    static WinInetConfig builtIn() {
        return new WinInetConfig(
                InstantSource.system(),
                NameResolver.SYSTEM,
                UserDirectory.find(),
                null,
                CompletionPolicy.NATURAL,
                Set.of(),
                null,
                null,
                null,
                null,
                CachePlace.SHARED,
                HostNetwork.SYSTEM);
    }

    /** {@return whether data is kept in the default folder, which neither host nor user have changed} */
    public boolean isInUserDirectory() {
        return System.getProperty(UserDirectory.PROPERTY) == null
                && UserDirectory.find().equals(dataDirectory);
    }

    /**
     * Changes the clock.
     *
     * @param value the clock
     * @return the changed copy
     */
    public WinInetConfig withClock(InstantSource value) {
        Copy copy = new Copy(this);
        copy.clock = value;
        return copy.done();
    }

    /**
     * Changes the resolver.
     *
     * @param value the resolver
     * @return the changed copy
     */
    public WinInetConfig withResolver(NameResolver value) {
        Copy copy = new Copy(this);
        copy.resolver = value;
        return copy.done();
    }

    /**
     * Changes the data directory.
     *
     * @param value the folder, or null for none
     * @return the changed copy
     */
    public WinInetConfig withDataDirectory(@Nullable Path value) {
        Copy copy = new Copy(this);
        copy.dataDirectory = value;
        return copy.done();
    }

    /**
     * Changes the trusted authorities.
     *
     * @param value the store, or null for the JVM's
     * @return the changed copy
     */
    public WinInetConfig withTrustStore(@Nullable KeyStore value) {
        Copy copy = new Copy(this);
        copy.trustStore = value;
        return copy.done();
    }

    /**
     * Changes the outcome of asynchronous calls.
     *
     * @param value the policy
     * @return the changed copy
     */
    public WinInetConfig withCompletionPolicy(CompletionPolicy value) {
        Copy copy = new Copy(this);
        copy.completionPolicy = value;
        return copy.done();
    }

    /**
     * Sets exactly these switches.
     *
     * @param values the switches
     * @return the changed copy
     */
    public WinInetConfig withSwitches(CompatibilitySwitch... values) {
        Copy copy = new Copy(this);
        copy.switches = Set.of(values);
        return copy.done();
    }

    /**
     * Changes the library that the native back end loads; others take no notice of it.
     *
     * @param value a path, or a name that the system finds; null for the default
     * @return the changed copy
     */
    public WinInetConfig withLibrary(@Nullable String value) {
        Copy copy = new Copy(this);
        copy.library = value;
        return copy.done();
    }

    /**
     * Changes who answers instead of dialogs.
     *
     * @param value the prompter, or null for none
     * @return the changed copy
     */
    public WinInetConfig withPrompter(@Nullable Prompter value) {
        Copy copy = new Copy(this);
        copy.prompter = value;
        return copy.done();
    }

    /**
     * Changes where the user's proxy settings are.
     *
     * @param value the source, or null for the environment variables and the file of changes
     * @return the changed copy
     */
    public WinInetConfig withProxySettings(@Nullable ProxySettingsSource value) {
        Copy copy = new Copy(this);
        copy.proxySettings = value;
        return copy.done();
    }

    /**
     * Changes what logs on by tokens.
     *
     * @param value the package, or null for Kerberos by the JDK
     * @return the changed copy
     */
    public WinInetConfig withSecurityPackage(@Nullable SecurityPackage value) {
        Copy copy = new Copy(this);
        copy.securityPackage = value;
        return copy.done();
    }

    /**
     * Changes where responses are kept.
     *
     * @param value the place
     * @return the changed copy
     */
    public WinInetConfig withCache(CachePlace value) {
        Copy copy = new Copy(this);
        copy.cache = value;
        return copy.done();
    }

    /**
     * Changes what tells whether the machine is on a network.
     *
     * @param value the network
     * @return the changed copy
     */
    public WinInetConfig withNetwork(HostNetwork value) {
        Copy copy = new Copy(this);
        copy.network = value;
        return copy.done();
    }

    /** A configuration in the making, so that what changes one component names that one only. */
    private static final class Copy {
        private InstantSource clock;
        private NameResolver resolver;
        private @Nullable Path dataDirectory;
        private @Nullable KeyStore trustStore;
        private CompletionPolicy completionPolicy;
        private Set<CompatibilitySwitch> switches;
        private @Nullable String library;
        private @Nullable Prompter prompter;
        private @Nullable ProxySettingsSource proxySettings;
        private @Nullable SecurityPackage securityPackage;
        private CachePlace cache;
        private HostNetwork network;

        Copy(WinInetConfig from) {
            clock = from.clock;
            resolver = from.resolver;
            dataDirectory = from.dataDirectory;
            trustStore = from.trustStore;
            completionPolicy = from.completionPolicy;
            switches = from.switches;
            library = from.library;
            prompter = from.prompter;
            proxySettings = from.proxySettings;
            securityPackage = from.securityPackage;
            cache = from.cache;
            network = from.network;
        }

        WinInetConfig done() {
            return new WinInetConfig(
                    clock,
                    resolver,
                    dataDirectory,
                    trustStore,
                    completionPolicy,
                    switches,
                    library,
                    prompter,
                    proxySettings,
                    securityPackage,
                    cache,
                    network);
        }
    }
}
