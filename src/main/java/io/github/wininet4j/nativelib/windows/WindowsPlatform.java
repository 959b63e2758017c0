package io.github.wininet4j.nativelib.windows;

import io.github.wininet4j.host.HostPlatform;
import io.github.wininet4j.host.ProxySettingsSource;
import io.github.wininet4j.host.SecurityPackage;
import java.util.List;
import java.util.function.Supplier;

/** Windows, by its registry, SSPI, zones and DHCP client. It needs JNA; this class loads without it. */
public final class WindowsPlatform implements HostPlatform {
    private final Supplier<DhcpClient> dhcp;

    /** Creates the platform; nothing of Windows is touched before it is used. */
    public WindowsPlatform() {
        this(WindowsPlatform::systemClient);
    }

    WindowsPlatform(Supplier<DhcpClient> dhcp) {
        this.dhcp = dhcp;
    }

    /** A reference to its constructor would have Java look for JNA when this class is loaded. */
    private static DhcpClient systemClient() {
        return new SystemDhcpClient();
    }

    @Override
    public boolean isAvailable() {
        try {
            Class.forName("com.sun.jna.platform.win32.WinReg", false, WindowsPlatform.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
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
        DhcpClient client = dhcp.get();
        return client.adapters().stream()
                .map(adapter -> client.option(adapter, number))
                .filter(value -> value.length > 0)
                .toList();
    }
}
