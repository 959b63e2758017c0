package io.github.wininet4j.testing.peers;

import io.github.wininet4j.testing.Folders;
import io.github.wininet4j.testing.Secrets;
import io.github.wininet4j.testing.Tools;
import io.github.wininet4j.testing.Waits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The realm FEAS.TEST of a real MIT key distribution centre on 127.0.0.1, one for the whole suite. It knows the user
 * {@code bob}, whose password is {@link #PASSWORD}, and the service {@code HTTP/localhost}. Skipped without it.
 */
public final class KerberosRealm {
    /** The password of bob. */
    public static final String PASSWORD = Secrets.use("Gehe1m-kerberos");

    /** One more user. */
    public static final String FOREIGN_USER = "j\u00e4ger";

    /** That user's password. */
    public static final String FOREIGN_PASSWORD = Secrets.use("Gehe1m-gr\u00f6\u00dfe-krb");

    private static final Map<String, String> ENVIRONMENT =
            Map.of("KRB5_CONFIG", "FOLDER/krb5.conf", "KRB5_KDC_PROFILE", "FOLDER/kdc.conf");

    private static KerberosRealm shared;

    private final PeerProcess process;

    private KerberosRealm(PeerProcess process) {
        this.process = process;
    }

    /** Starts the realm if nobody has, and tells the JDK of it, which reads its configuration at each logon. */
    public static synchronized KerberosRealm shared() {
        if (shared == null) {
            Path program = Tools.require("krb5kdc");
            Path admin = Tools.require("kadmin.local");
            Path database = Tools.require("kdb5_util");
            KerberosRealm realm = new KerberosRealm(PeerProcess.start("kdc", ENVIRONMENT, (folder, port) -> {
                Files.writeString(folder.resolve("krb5.conf"), client(folder, port), StandardCharsets.US_ASCII);
                Files.writeString(folder.resolve("kdc.conf"), server(folder, port), StandardCharsets.US_ASCII);
                run(folder, database.toString(), "create", "-s", "-r", "FEAS.TEST", "-P", "master-of-the-realm");
                run(folder, admin.toString(), "-q", "addprinc -pw " + PASSWORD + " bob");
                Path orders = folder.resolve("orders");
                // A command line would be in the charset of the machine.
                Files.writeString(
                        orders, "addprinc -pw " + FOREIGN_PASSWORD + " " + FOREIGN_USER + "\n", StandardCharsets.UTF_8);
                run(folder, orders, admin.toString());
                run(folder, admin.toString(), "-q", "addprinc -randkey HTTP/localhost");
                run(folder, admin.toString(), "-q", "ktadd -k " + folder + "/http.keytab HTTP/localhost");
                run(folder, admin.toString(), "-q", "ktadd -norandkey -k " + folder + "/bob.keytab bob");
                Files.setPosixFilePermissions(
                        folder.resolve("http.keytab"), PosixFilePermissions.fromString("rw-r--r--"));
                return List.of(program.toString(), "-n");
            }));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> Folders.delete(realm.folder())));
            System.setProperty("java.security.krb5.conf", realm.configuration().toString());
            shared = realm;
        }
        return shared;
    }

    private static String client(Path folder, int port) {
        return """
                [libdefaults]
                  default_realm = FEAS.TEST
                  dns_lookup_kdc = false
                  dns_lookup_realm = false
                  dns_canonicalize_hostname = false
                  rdns = false
                  udp_preference_limit = 1
                  kdc_timeout = 120s
                [realms]
                  FEAS.TEST = {
                    kdc = 127.0.0.1:PORT
                  }
                [domain_realm]
                  localhost = FEAS.TEST
                [logging]
                  kdc = FILE:DIR/kdc.log
                """.replace("PORT", Integer.toString(port)).replace("DIR", folder.toString());
    }

    private static String server(Path folder, int port) {
        return """
                [kdcdefaults]
                  kdc_listen = 127.0.0.1:PORT
                  kdc_tcp_listen = 127.0.0.1:PORT
                [realms]
                  FEAS.TEST = {
                    database_name = DIR/principal
                    key_stash_file = DIR/stash
                    acl_file = DIR/acl
                    max_life = 1h
                  }
                """.replace("PORT", Integer.toString(port)).replace("DIR", folder.toString());
    }

    private static void run(Path folder, String... command) throws IOException {
        run(folder, null, command);
    }

    private static void run(Path folder, @Nullable Path input, String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        if (input != null) {
            builder.redirectInput(input.toFile());
        }
        ENVIRONMENT.forEach((key, value) -> builder.environment().put(key, value.replace("FOLDER", folder.toString())));
        Path output = folder.resolve("setup.log");
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                .start();
        try {
            if (!process.waitFor(Waits.SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new AssertionError(List.of(command) + ":\n" + Files.readString(output));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private Path folder() {
        return process.folder();
    }

    /** Returns the configuration of clients. */
    public Path configuration() {
        return folder().resolve("krb5.conf");
    }

    /** Returns the keys of the service. */
    public Path serviceKeys() {
        return folder().resolve("http.keytab");
    }

    /** Returns the keys of bob. */
    public Path userKeys() {
        return folder().resolve("bob.keytab");
    }

    /**
     * Gets a ticket for bob, as a desktop does when its user logs on.
     *
     * @param cache the file to put it into
     */
    public void ticket(Path cache) {
        try {
            List<String> command = new ArrayList<>(List.of(
                    Tools.require("kinit").toString(),
                    "-c",
                    cache.toString(),
                    "-k",
                    "-t",
                    userKeys().toString()));
            command.add("bob");
            run(folder(), command.toArray(String[]::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what it logged. */
    public String logs() {
        return process.logs();
    }
}
