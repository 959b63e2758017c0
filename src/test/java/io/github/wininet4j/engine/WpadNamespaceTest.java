package io.github.wininet4j.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.wininet4j.BackEnd;
import io.github.wininet4j.WinInetConfig;
import io.github.wininet4j.WinInets;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.constant.ProxyType;
import io.github.wininet4j.constant.ServiceType;
import io.github.wininet4j.host.ProxySettingsSource;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Tools;
import io.github.wininet4j.testing.Waits;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_PER_CONN_OPTION;
import io.github.wininet4j.type.INTERNET_PER_CONN_OPTION_LIST;
import io.github.wininet4j.type.TextBuffer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/**
 * Detection by a real name server. It and the JVM are in a network of their own, where the host {@code wpad} has the
 * port that its URL leaves no choice of.
 */
final class WpadNamespaceTest {
    private static final String ADDRESS = "10.9.8.7";

    /** The script of the network; it needs no Java, so that Java starts with everything in place. */
    private static final String SETUP = """
            set -e
            ip link set lo up
            ip addr add 10.9.8.7/32 dev lo
            mount --bind "$1/resolv.conf" /etc/resolv.conf
            "$2" -k --conf-file=/dev/null --port=53 --listen-address=127.0.0.1 --bind-interfaces --no-resolv \\
                --no-hosts --pid-file= --address=/wpad.corp.feas.test/10.9.8.7 --local=/feas.test/ --user=root &
            for attempt in $(seq 600); do
              getent hosts wpad.corp.feas.test > /dev/null && break
              sleep 0.1
            done
            shift 2
            exec "$@"
            """;

    /** What runs in the network: a server that is also the proxy, and a client. */
    public static final class Program {
        private Program() {}

        public static void main(String[] arguments) throws IOException {
            HttpServer server = HttpServer.create(new InetSocketAddress(ADDRESS, 80), 0);
            server.createContext("/", exchange -> {
                System.out.println("asked for " + exchange.getRequestURI());
                byte[] answer = "function FindProxyForURL(u, h) { return 'PROXY 10.9.8.7:80'; }"
                        .getBytes(StandardCharsets.US_ASCII);
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
                exchange.close();
            });
            server.start();
            WinInetConfig config = WinInetConfig.defaults()
                    .withDataDirectory(Path.of(arguments[0]))
                    // The leases of this machine are those of another network.
                    .withNetwork(() -> true)
                    .withProxySettings(ProxySettingsSource.NONE);
            try (BackEnd api = WinInets.engine(config)) {
                TextBuffer url = new TextBuffer(100);
                int both = ProxyType.PROXY_AUTO_DETECT_TYPE_DHCP | ProxyType.PROXY_AUTO_DETECT_TYPE_DNS_A;
                System.out.println("detected " + api.DetectAutoProxyUrl(url, 100, both) + " " + url);
                System.out.println(
                        "too short " + api.DetectAutoProxyUrl(new TextBuffer(9), 9, both) + " " + api.GetLastError());
                api.InternetSetOption(null, InternetOption.INTERNET_OPTION_REFRESH, null, 0);
                HINTERNET session = api.InternetOpen("test", InternetFlag.INTERNET_OPEN_TYPE_PRECONFIG, null, null, 0);
                api.InternetSetStatusCallback(session, (handle, context, status, info, length) -> {
                    if (status == InternetStatus.INTERNET_STATUS_DETECTING_PROXY) {
                        System.out.println("DETECTING_PROXY");
                    }
                });
                detect(api, session);
                request(api, session);
                request(api, session);
            } finally {
                server.stop(0);
            }
        }

        private static void detect(BackEnd api, HINTERNET session) {
            INTERNET_PER_CONN_OPTION flags = new INTERNET_PER_CONN_OPTION();
            flags.dwOption = ProxyType.INTERNET_PER_CONN_FLAGS;
            flags.dwValue = ProxyType.PROXY_TYPE_AUTO_DETECT;
            INTERNET_PER_CONN_OPTION_LIST list = new INTERNET_PER_CONN_OPTION_LIST();
            list.pOptions = new INTERNET_PER_CONN_OPTION[] {flags};
            list.dwOptionCount = 1;
            int option = InternetOption.INTERNET_OPTION_PER_CONNECTION_OPTION;
            System.out.println("set " + api.InternetSetOption(session, option, list, list.sizeof()));
        }

        private static void request(BackEnd api, HINTERNET session) {
            HINTERNET connect = api.InternetConnect(
                    session, "intranet.corp.feas.test", 80, null, null, ServiceType.INTERNET_SERVICE_HTTP, 0, 1);
            HINTERNET request = api.HttpOpenRequest(connect, "GET", "/page", null, null, null, 0, 2);
            boolean sent = api.HttpSendRequest(request, null, 0, null, 0);
            System.out.println("sent " + sent + " " + (sent ? 0 : api.GetLastError()));
            api.InternetCloseHandle(connect);
        }
    }

    @Test
    @Rule({"R-PROXY-22", "R-PROXY-25", "R-PROXY-30", "R-PROJ-PROXY-6"})
    void autoDetect_inANetworkWithWpad_asksTheProxyThatItsScriptNames(@TempDir Path folder) throws Exception {
        Path unshare = Tools.require("unshare");
        Path names = Tools.require("dnsmasq");
        Files.writeString(folder.resolve("resolv.conf"), "search corp.feas.test\nnameserver 127.0.0.1\n");
        Path setup = Files.writeString(folder.resolve("setup.sh"), SETUP);
        List<String> isolated =
                new ArrayList<>(List.of(unshare.toString(), "-n", "-m", "-p", "--fork", "--kill-child"));
        if (!"root".equals(System.getProperty("user.name"))) {
            isolated.add("-r");
        }
        List<String> probe = new ArrayList<>(isolated);
        probe.add("true");
        if (run(folder, probe) != 0) {
            throw new TestAbortedException("this user may make no network namespace: " + output(folder));
        }
        List<String> command = new ArrayList<>(isolated);
        command.addAll(List.of("bash", setup.toString(), folder.toString(), names.toString()));
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Program.class.getName(),
                folder.resolve("data").toString()));

        int code = run(folder, command);

        assertThat(code).as(output(folder)).isZero();
        assertThat(output(folder).lines().filter(line -> !line.startsWith("dnsmasq")))
                .containsExactly(
                        "detected true http://wpad.corp.feas.test/wpad.dat",
                        "too short false 122",
                        "set true",
                        "DETECTING_PROXY",
                        "asked for /wpad.dat",
                        "asked for http://intranet.corp.feas.test/page",
                        "sent true 0",
                        "asked for http://intranet.corp.feas.test/page",
                        "sent true 0");
    }

    private static int run(Path folder, List<String> command) throws Exception {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        try {
            assertThat(process.waitFor(Waits.SECONDS, TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    private static String output(Path folder) throws IOException {
        return Files.readString(folder.resolve("output"), StandardCharsets.ISO_8859_1);
    }
}
