package io.github.wininet4j;

import io.github.wininet4j.host.CachePlace;
import io.github.wininet4j.host.CompatibilitySwitch;
import io.github.wininet4j.host.CompletionPolicy;
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
 *     (cookies with an expiry); made on first use, may be shared by engines and processes of one user
 * @param trustStore the certificate authorities to trust, or null for those of the JVM
 * @param completionPolicy which outcome asynchronous calls take
 * @param switches behaviour that departs from the default
 * @param library path or name of the library that the native back end loads, or null for the default
 * @param prompter answers instead of dialogs, or null for none: what needs a user is then cancelled (R-DLG-9)
 * @param proxySettings where the user's proxy settings are, or null for those of the system: on Windows the registry,
 *     elsewhere the environment variables, else the desktop, and a file that a program's changes are kept in
 * @param securityPackage logs on by tokens, or null for Kerberos by the JDK, and on Windows SSPI for the user of the
 *     machine
 * @param cache where responses are kept (R-CACHE-2)
 */
public record WinInetConfig(
        InstantSource clock,
        NameResolver resolver,
        Path dataDirectory,
        @Nullable KeyStore trustStore,
        CompletionPolicy completionPolicy,
        Set<CompatibilitySwitch> switches,
        @Nullable String library,
        @Nullable Prompter prompter,
        @Nullable ProxySettingsSource proxySettings,
        @Nullable SecurityPackage securityPackage,
        CachePlace cache) {

    /** Copies the set. */
    public WinInetConfig {
        switches = Set.copyOf(switches);
    }

    /**
     * Returns what holds if nothing is said: system clock and resolver, the user's cache folder, the JVM's trust,
     * natural outcomes.
     */
    public static WinInetConfig defaults() {
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
                CachePlace.SHARED);
    }

    /** Returns whether data is kept where it is kept if neither host nor user say anything. */
    public boolean isInUserDirectory() {
        return System.getProperty(UserDirectory.PROPERTY) == null && dataDirectory.equals(UserDirectory.find());
    }

    /**
     * Changes the clock.
     *
     * @param value the clock
     * @return the changed copy
     */
    public WinInetConfig withClock(InstantSource value) {
        return new WinInetConfig(
                value,
                resolver,
                dataDirectory,
                trustStore,
                completionPolicy,
                switches,
                library,
                prompter,
                proxySettings,
                securityPackage,
                cache);
    }

    /**
     * Changes the resolver.
     *
     * @param value the resolver
     * @return the changed copy
     */
    public WinInetConfig withResolver(NameResolver value) {
        return new WinInetConfig(
                clock,
                value,
                dataDirectory,
                trustStore,
                completionPolicy,
                switches,
                library,
                prompter,
                proxySettings,
                securityPackage,
                cache);
    }

    /**
     * Changes the data directory.
     *
     * @param value the folder
     * @return the changed copy
     */
    public WinInetConfig withDataDirectory(Path value) {
        return new WinInetConfig(
                clock,
                resolver,
                value,
                trustStore,
                completionPolicy,
                switches,
                library,
                prompter,
                proxySettings,
                securityPackage,
                cache);
    }

    /**
     * Changes the trusted authorities.
     *
     * @param value the store, or null for the JVM's
     * @return the changed copy
     */
    public WinInetConfig withTrustStore(@Nullable KeyStore value) {
        return new WinInetConfig(
                clock,
                resolver,
                dataDirectory,
                value,
                completionPolicy,
                switches,
                library,
                prompter,
                proxySettings,
                securityPackage,
                cache);
    }

    /**
     * Changes the outcome of asynchronous calls.
     *
     * @param value the policy
     * @return the changed copy
     */
    public WinInetConfig withCompletionPolicy(CompletionPolicy value) {
        return new WinInetConfig(
                clock,
                resolver,
                dataDirectory,
                trustStore,
                value,
                switches,
                library,
                prompter,
                proxySettings,
                securityPackage,
                cache);
    }

    /**
     * Sets exactly these switches.
     *
     * @param values the switches
     * @return the changed copy
     */
    public WinInetConfig withSwitches(CompatibilitySwitch... values) {
        return new WinInetConfig(
                clock,
                resolver,
                dataDirectory,
                trustStore,
                completionPolicy,
                Set.of(values),
                library,
                prompter,
                proxySettings,
                securityPackage,
                cache);
    }

    /**
     * Changes the library that the native back end loads; others take no notice of it.
     *
     * @param value a path, or a name that the system finds; null for the default
     * @return the changed copy
     */
    public WinInetConfig withLibrary(@Nullable String value) {
        return new WinInetConfig(
                clock,
                resolver,
                dataDirectory,
                trustStore,
                completionPolicy,
                switches,
                value,
                prompter,
                proxySettings,
                securityPackage,
                cache);
    }

    /**
     * Changes who answers instead of dialogs.
     *
     * @param value the prompter, or null for none
     * @return the changed copy
     */
    public WinInetConfig withPrompter(@Nullable Prompter value) {
        return new WinInetConfig(
                clock,
                resolver,
                dataDirectory,
                trustStore,
                completionPolicy,
                switches,
                library,
                value,
                proxySettings,
                securityPackage,
                cache);
    }

    /**
     * Changes where the user's proxy settings are.
     *
     * @param value the source, or null for the environment variables and the file of changes
     * @return the changed copy
     */
    public WinInetConfig withProxySettings(@Nullable ProxySettingsSource value) {
        return new WinInetConfig(
                clock,
                resolver,
                dataDirectory,
                trustStore,
                completionPolicy,
                switches,
                library,
                prompter,
                value,
                securityPackage,
                cache);
    }

    /**
     * Changes what logs on by tokens.
     *
     * @param value the package, or null for Kerberos by the JDK
     * @return the changed copy
     */
    public WinInetConfig withSecurityPackage(@Nullable SecurityPackage value) {
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
                value,
                cache);
    }

    /**
     * Changes where responses are kept.
     *
     * @param value the place
     * @return the changed copy
     */
    public WinInetConfig withCache(CachePlace value) {
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
                value);
    }
}
