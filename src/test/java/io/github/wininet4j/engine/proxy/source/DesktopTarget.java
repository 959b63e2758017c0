package io.github.wininet4j.engine.proxy.source;

import static io.github.wininet4j.fuzz.Property.check;

import io.github.wininet4j.constant.ProxyType;
import io.github.wininet4j.fuzz.FuzzTarget;
import io.github.wininet4j.fuzz.FuzzText;
import io.github.wininet4j.host.ProxySettings;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;

/** The proxy settings of desktops, and those in the file of the library. */
public final class DesktopTarget implements FuzzTarget {
    /** Creates the target. */
    public DesktopTarget() {}

    @Override
    public String run(byte[] input) throws IOException {
        String text = FuzzText.of(input);
        List<String> lines = text.lines().toList();
        return outcome("gnome", GnomeSettings.parse(lines))
                + outcome("kde", KdeSettings.parse(lines))
                + outcome("mac", MacSettings.parse(lines))
                + outcome("file", FileProxies.settings(FileProxies.properties(new StringReader(text)), "lan."));
    }

    private static String outcome(String source, ProxySettings settings) {
        if (settings == null || settings.equals(ProxySettings.DIRECT)) {
            return "";
        }
        if (!source.equals("file")) {
            boolean proxy = (settings.flags() & ProxyType.PROXY_TYPE_PROXY) != 0;
            boolean script = (settings.flags() & ProxyType.PROXY_TYPE_AUTO_PROXY_URL) != 0;
            check(proxy == (settings.servers() != null), "a server exactly where one is used");
            check(script == (settings.autoConfigUrl() != null), "a script exactly where one is used");
        }
        return source + " ";
    }

    @Override
    public List<String> words() {
        return List.of(
                "org.gnome.system.proxy mode 'manual'\n",
                "org.gnome.system.proxy.http host 'a.test'\n",
                "org.gnome.system.proxy.http port 8080\n",
                "org.gnome.system.proxy ignore-hosts ['localhost', '10.0.0.0/8']\n",
                "org.gnome.system.proxy mode 'auto'\norg.gnome.system.proxy autoconfig-url 'http://h/p'\n",
                "[Proxy Settings]\n",
                "ProxyType=1\n",
                "httpProxy=http://a.test 8080\n",
                "NoProxyFor=b.test,.c\n",
                "ProxyType=2\nProxy Config Script[$e]=http://h/p\n",
                "[$",
                "]",
                "  HTTPEnable : 1\n  HTTPProxy : a.test\n  HTTPPort : 8080\n",
                "  0 : *.local\n  1 : 169.254/16\n",
                "  ProxyAutoDiscoveryEnable : 1\n",
                "lan.flags=3\nlan.servers=a\\:80\n",
                "\\u00",
                "=",
                "'",
                " ",
                "\n");
    }

    @Override
    public List<String> packages() {
        return List.of("engine.proxy.source");
    }
}
