package io.github.wininet4j.host;

/**
 * What an operating system has for engines beyond the JDK: the user's settings and logon. Found by
 * {@link java.util.ServiceLoader} on Windows only, where a configuration does not say otherwise.
 */
public interface HostPlatform {
    /** {@return where the user's proxy settings are kept} */
    ProxySettingsSource proxySettings();

    /**
     * Returns what logs the user of the machine on.
     *
     * @param forPasswords logs on users who gave a password
     * @return the package
     */
    SecurityPackage securityPackage(SecurityPackage forPasswords);
}
