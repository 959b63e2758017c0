package io.github.wininet4j.host;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * What an operating system has for engines beyond the JDK: the user's settings and logon, and its DHCP client. Found by
 * {@link ServiceLoader} on Windows only, where a configuration does not say otherwise.
 */
public interface HostPlatform {
    /** {@return whether what it works by is there; without it, an engine has what the JDK has} */
    default boolean isAvailable() {
        return true;
    }

    /** {@return where the user's proxy settings are kept} */
    ProxySettingsSource proxySettings();

    /**
     * Returns what logs the user of the machine on.
     *
     * @param forPasswords logs on users who gave a password
     * @return the package
     */
    SecurityPackage securityPackage(SecurityPackage forPasswords);

    /**
     * Returns what the DHCP servers of the network have said, as {@link HostNetwork#dhcpOption} does.
     *
     * @param number the number of a DHCP option
     * @return its value in each lease that has it
     */
    List<byte[]> dhcpOption(int number);

    /** {@return that of this operating system; nothing is searched for where there is nothing to find} */
    static Optional<HostPlatform> current() {
        return System.getProperty("os.name", "").startsWith("Windows")
                ? ServiceLoader.load(HostPlatform.class, HostPlatform.class.getClassLoader()).stream()
                        .map(ServiceLoader.Provider::get)
                        .filter(HostPlatform::isAvailable)
                        .findFirst()
                : Optional.empty();
    }
}
