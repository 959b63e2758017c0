package io.github.wininet4j.nativelib.windows;

import io.github.wininet4j.host.HostPlatform;
import io.github.wininet4j.host.ProxySettingsSource;
import io.github.wininet4j.host.SecurityPackage;

/** Windows, by its registry and SSPI. */
public final class WindowsPlatform implements HostPlatform {
    /** Creates the platform; nothing of Windows is touched before it is used. */
    public WindowsPlatform() {}

    @Override
    public ProxySettingsSource proxySettings() {
        return new RegistryProxies(new SystemRegistry());
    }

    @Override
    public SecurityPackage securityPackage(SecurityPackage forPasswords) {
        return new SspiPackage(new Secur32Contexts(), forPasswords);
    }
}
