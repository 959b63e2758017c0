package io.github.wininet4j.nativelib.windows;

import io.github.wininet4j.host.HostPlatform;
import io.github.wininet4j.host.ProxySettingsSource;
import io.github.wininet4j.host.SecurityPackage;
import java.util.List;

/** Windows, by its registry, SSPI, zones and DHCP client. */
public final class WindowsPlatform implements HostPlatform {
    private final DhcpClient dhcp;

    /** Creates the platform; nothing of Windows is touched before it is used. */
    public WindowsPlatform() {
        this(new SystemDhcpClient());
    }

    WindowsPlatform(DhcpClient dhcp) {
        this.dhcp = dhcp;
    }

    @Override
    public ProxySettingsSource proxySettings() {
        return new RegistryProxies(new SystemRegistry());
    }

    @Override
    public SecurityPackage securityPackage(SecurityPackage forPasswords) {
        return new SspiPackage(new Secur32Contexts(), new UrlmonZones(), forPasswords);
    }

    @Override
    public List<byte[]> dhcpOption(int number) {
        return dhcp.adapters().stream()
                .map(adapter -> dhcp.option(adapter, number))
                .filter(value -> value.length > 0)
                .toList();
    }
}
