package io.github.wininet4j.testing.peers;

import io.github.wininet4j.testing.Secrets;
import io.github.wininet4j.testing.TestCertificate;
import io.github.wininet4j.testing.TestCertificates;
import io.github.wininet4j.testing.Tools;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A real Apache on 127.0.0.1 whose folders {@code /basic/}, {@code /digest/} and {@code /ntlm/} let bob in with
 * {@link #PASSWORD}, and {@link #FOREIGN_USER} with {@link #FOREIGN_PASSWORD}; {@code /open/} lets all in. Each has a
 * file {@code page} with the text {@code page}. Skipped without Apache.
 */
public final class ApacheServer implements AutoCloseable {
    /** The password of bob. */
    public static final String PASSWORD = Secrets.use("Gehe1m-apache");

    /** One more user, with letters beyond ASCII. */
    public static final String FOREIGN_USER = "j\u00e4ger";

    /** That user's password. */
    public static final String FOREIGN_PASSWORD = Secrets.use("Gehe1m-Stra\u00dfe");

    private static final String MODULES = "/usr/lib/apache2/modules";
    private static final List<String> LOADED = List.of(
            "mpm_event",
            "authn_core",
            "authn_file",
            "authz_core",
            "authz_user",
            "auth_basic",
            "auth_digest",
            "auth_gssapi",
            "dir",
            "lua");

    private final PeerProcess process;

    private ApacheServer(PeerProcess process) {
        this.process = process;
    }

    /** Starts a server. */
    public static ApacheServer start() {
        return start(Map.of("KRB5_CONFIG", "FOLDER/none"), false);
    }

    /** Starts a server whose folder {@code /negotiate/} lets bob in by a ticket of the realm, or by NTLM. */
    public static ApacheServer start(KerberosRealm realm) {
        return start(environment(realm), false);
    }

    /** Starts the same over TLS, where clients may choose HTTP/2. */
    public static ApacheServer startWithHttp2(KerberosRealm realm) {
        return start(environment(realm), true);
    }

    private static Map<String, String> environment(KerberosRealm realm) {
        // Keys named in the configuration of the module would end NTLM there.
        return Map.of(
                "KRB5_CONFIG",
                realm.configuration().toString(),
                "KRB5_KTNAME",
                realm.serviceKeys().toString());
    }

    private static ApacheServer start(Map<String, String> kerberos, boolean http2) {
        Path program = Tools.require("apache2");
        Map<String, String> environment = new HashMap<>(kerberos);
        environment.put("NTLM_USER_FILE", "FOLDER/ntlm.users");
        environment.put("KRB5RCACHENAME", "none:");
        return new ApacheServer(PeerProcess.start("apache", environment, (folder, port) -> {
            for (String name : List.of("open", "basic", "digest", "ntlm", "negotiate")) {
                Path place = Files.createDirectories(folder.resolve("root").resolve(name));
                write(place.resolve("page"), "page");
            }
            writeUsers(folder);
            Path config = folder.resolve("httpd.conf");
            String listen = http2 ? secureListen(folder, port) : "Listen 127.0.0.1:" + port + "\n";
            write(config, config(http2, listen).replace("DIR", folder.toString()));
            return List.of(program.toString(), "-f", config.toString(), "-DFOREGROUND");
        }));
    }

    private static void writeUsers(Path folder) throws IOException {
        // Without a word of the server a name of HTTP is in ISO-8859-1.
        String basic = FOREIGN_USER + ":{SHA}" + SquidProxy.sha1(FOREIGN_PASSWORD, StandardCharsets.ISO_8859_1);
        String realm = FOREIGN_USER + ":feas:";
        String digest = realm + SquidProxy.md5(realm + FOREIGN_PASSWORD, StandardCharsets.ISO_8859_1);
        Files.writeString(
                folder.resolve("basic.pw"),
                "bob:{SHA}" + SquidProxy.sha1(PASSWORD) + "\n" + basic + "\n",
                StandardCharsets.ISO_8859_1);
        Files.writeString(
                folder.resolve("digest.pw"),
                "bob:feas:" + SquidProxy.md5("bob:feas:" + PASSWORD) + "\n" + digest + "\n",
                StandardCharsets.ISO_8859_1);
        Files.writeString(
                folder.resolve("ntlm.users"),
                "DOM:bob:" + PASSWORD + "\nDOM:" + FOREIGN_USER + ":" + FOREIGN_PASSWORD + "\n",
                StandardCharsets.UTF_8);
        // NTLM finds a user in the charset of the process, and Apache itself leaves that at ASCII.
        write(
                folder.resolve("charset.lua"),
                "function set(r)\n  os.setlocale('C.UTF-8', 'ctype')\n  return apache2.DECLINED\nend\n");
    }

    private static String secureListen(Path folder, int port) {
        TestCertificate.PemFiles pem = TestCertificates.good().writePem(folder);
        return "Listen 127.0.0.1:" + port + " https\nProtocols h2 http/1.1\nSSLEngine on\nSSLCertificateFile "
                + pem.chain() + "\nSSLCertificateKeyFile " + pem.key() + "\n";
    }

    private static String config(boolean http2, String listen) {
        List<String> loaded = new ArrayList<>(LOADED);
        if (http2) {
            loaded.addAll(List.of("ssl", "http2"));
        }
        return beginning(loaded) + listen + """
                ThreadsPerChild 25
                MaxRequestWorkers 25
                KeepAlive On
                LuaHookTranslateName DIR/charset.lua set
                <Location /basic>
                  AuthType Basic
                  AuthName feas
                  AuthUserFile DIR/basic.pw
                  Require valid-user
                </Location>
                <Location /digest>
                  AuthType Digest
                  AuthName feas
                  AuthUserFile DIR/digest.pw
                  Require valid-user
                </Location>
                <Location /ntlm>
                  AuthType GSSAPI
                  AuthName feas
                  GssapiAllowedMech ntlmssp
                  GssapiConnectionBound On
                  Require valid-user
                </Location>
                <Location /negotiate>
                  AuthType GSSAPI
                  AuthName feas
                  GssapiAllowedMech krb5
                  GssapiAllowedMech ntlmssp
                  GssapiConnectionBound On
                  Require valid-user
                </Location>
                """;
    }

    /** How a configuration begins whose files are all in the folder {@code DIR}. */
    static String beginning(List<String> modules) {
        StringBuilder text = new StringBuilder();
        for (String module : modules) {
            text.append("LoadModule " + module + "_module " + MODULES + "/mod_" + module + ".so\n");
        }
        if ("root".equals(System.getProperty("user.name"))) {
            text.append("User www-data\nGroup www-data\n");
        }
        return text.append("""
                ServerName localhost
                ServerRoot DIR
                PidFile DIR/pid
                DefaultRuntimeDir DIR
                Mutex file:DIR
                ErrorLog DIR/error.log
                DocumentRoot DIR/root
                ServerLimit 1
                """).toString();
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardCharsets.US_ASCII);
    }

    /** Returns the port. */
    public int port() {
        return process.port();
    }

    /** Returns what it logged. */
    public String logs() {
        return process.logs();
    }

    @Override
    public void close() {
        process.close();
    }
}
