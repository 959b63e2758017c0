package io.github.wininet4j.testing.peers;

import io.github.wininet4j.testing.Secrets;
import io.github.wininet4j.testing.Tools;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A real squid on 127.0.0.1. It knows the user {@code bob}, whose password is {@link #PASSWORD}. Skipped without squid.
 */
public final class SquidProxy implements AutoCloseable {
    /** The password of bob. */
    public static final String PASSWORD = Secrets.use("Gehe1m-squid");

    /** For its Kerberos helper: no file of tickets seen, and nothing of this machine's realm. */
    private static final Map<String, String> ENVIRONMENT =
            Map.of("KRB5RCACHENAME", "none:", "KRB5_CONFIG", "/dev/null");

    private final PeerProcess process;

    /** How clients log on. */
    public enum Scheme {
        /** Not at all. */
        NONE(""),
        /** Basic. */
        BASIC("""
                auth_param basic program /usr/lib/squid/basic_ncsa_auth DIR/basic.pw
                auth_param basic realm feas
                """),
        /** Digest with MD5. */
        DIGEST("""
                auth_param digest program /usr/lib/squid/digest_file_auth -c DIR/digest.pw
                auth_param digest realm feas
                """),
        /** NTLM whose passwords are not checked. */
        NTLM_UNCHECKED("""
                auth_param ntlm program /usr/lib/squid/ntlm_fake_auth -v
                """);

        private final String lines;

        Scheme(String lines) {
            this.lines = lines;
        }
    }

    private SquidProxy(PeerProcess process) {
        this.process = process;
    }

    /** Starts a proxy. */
    public static SquidProxy start(Scheme scheme) {
        return start(scheme.lines, !scheme.equals(Scheme.NONE));
    }

    /** Starts a proxy that takes tickets of a realm, under Negotiate. */
    public static SquidProxy start(KerberosRealm realm) {
        return start(
                "auth_param negotiate program /usr/lib/squid/negotiate_kerberos_auth -k " + realm.serviceKeys()
                        + " -s HTTP/localhost@FEAS.TEST\n",
                true);
    }

    /** Starts a proxy that lets winbindd check what clients answer under NTLM. */
    public static SquidProxy start(Winbind winbind) {
        return start("auth_param ntlm program " + winbind.helper() + "\n", true);
    }

    /** Starts a proxy that takes tickets of a realm or NTLM, both under Negotiate. */
    public static SquidProxy start(KerberosRealm realm, Winbind winbind) {
        return start(
                "auth_param negotiate program /usr/lib/squid/negotiate_wrapper_auth --ntlm " + winbind.helper()
                        + " --kerberos /usr/lib/squid/negotiate_kerberos_auth -k " + realm.serviceKeys()
                        + " -s HTTP/localhost@FEAS.TEST\n",
                true);
    }

    private static SquidProxy start(String scheme, boolean asks) {
        Path program = Tools.require("squid");
        return new SquidProxy(PeerProcess.start("squid", ENVIRONMENT, (folder, port) -> {
            write(folder.resolve("basic.pw"), "bob:" + md5(PASSWORD) + "\n");
            write(folder.resolve("digest.pw"), "bob:feas:" + md5("bob:feas:" + PASSWORD) + "\n");
            Path config = folder.resolve("squid.conf");
            write(config, config(scheme, asks, port).replace("DIR", folder.toString()));
            return List.of(program.toString(), "-n", "feas" + port, "-N", "-f", config.toString());
        }));
    }

    private static String config(String scheme, boolean asks, int port) {
        String rule = !asks
                ? "http_access allow all\n"
                : "acl auth proxy_auth REQUIRED\nhttp_access allow auth\nhttp_access deny all\n";
        return "http_port 127.0.0.1:" + port + """

                pid_filename none
                cache deny all
                access_log stdio:DIR/access.log
                cache_log DIR/cache.log
                strip_query_terms off
                coredump_dir DIR
                shutdown_lifetime 0 seconds
                netdb_filename none
                pinger_enable off
                visible_hostname localhost
                """ + scheme + rule;
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardCharsets.US_ASCII);
    }

    static String md5(String text) {
        return md5(text, StandardCharsets.UTF_8);
    }

    static String md5(String text, Charset charset) {
        return HexFormat.of().formatHex(digest("MD5", text, charset));
    }

    static String sha1(String text) {
        return sha1(text, StandardCharsets.UTF_8);
    }

    static String sha1(String text, Charset charset) {
        return Base64.getEncoder().encodeToString(digest("SHA-1", text, charset));
    }

    static byte[] digest(String algorithm, String text) {
        return digest(algorithm, text, StandardCharsets.UTF_8);
    }

    private static byte[] digest(String algorithm, String text, Charset charset) {
        try {
            return MessageDigest.getInstance(algorithm).digest(text.getBytes(charset));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the proxy string for it. */
    public String proxy() {
        return "127.0.0.1:" + process.port();
    }

    /** Returns the proxy string by the name that the realm knows. */
    public String namedProxy() {
        return "localhost:" + process.port();
    }

    /**
     * Waits until it has logged an answer; a tunnel is logged when it ends.
     *
     * @param line what the line matches somewhere
     * @param count how many such lines there are to be
     * @return how many there are, be it after the time for all waits
     */
    public long awaitLogged(Pattern line, long count) {
        return process.awaitLogged("access.log", line, count);
    }

    /** Returns what it logged of requests, and its errors. */
    public String logs() {
        return process.logs();
    }

    @Override
    public void close() {
        process.close();
    }
}
