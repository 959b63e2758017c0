package io.github.wininet4j.testing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The passwords and cookie values that the tests use, as they are seen on the wire or told here: none of them may be in
 * a log. Short ones are left out, as they are part of other words.
 */
public final class Secrets {
    private static final int SHORTEST = 6;
    /** Values that tests also use for what is no secret. */
    private static final Set<String> COMMON = Set.of("deleted", "second", "domain", "session", "example.org");

    private static final Set<String> USED = ConcurrentHashMap.newKeySet();

    private Secrets() {}

    /** Takes notice of all that goes over the wires of scripted servers from now on. */
    static void watch() {
        WireText.onEach(Secrets::observe);
        // Of the key stores of test certificates.
        use("changeit");
    }

    /**
     * Tells a secret.
     *
     * @param secret a password or the value of a cookie
     * @return the same
     */
    public static String use(String secret) {
        if (secret.length() >= SHORTEST && !COMMON.contains(secret)) {
            USED.add(secret);
        }
        return secret;
    }

    /**
     * Takes the secrets out of a head that goes over the wire in either direction.
     *
     * @param head any text
     */
    public static void observe(String head) {
        for (String line : head.split("\r?\n", -1)) {
            if (line.startsWith("PASS ")) {
                use(line.substring(5));
            }
            int colon = line.indexOf(':');
            String name = colon < 0 ? "" : line.substring(0, colon).toLowerCase(Locale.ROOT);
            String value = line.substring(colon + 1).strip();
            switch (name) {
                case "cookie" -> List.of(value.split(";\\s*", -1)).forEach(Secrets::useCookie);
                case "set-cookie" -> useCookie(value.split(";", 2)[0]);
                case "authorization", "proxy-authorization" -> useCredentials(value);
                default -> {
                    // no secret
                }
            }
        }
    }

    private static void useCookie(String pair) {
        use(pair.substring(pair.indexOf('=') + 1).strip());
    }

    private static void useCredentials(String value) {
        String[] words = value.split(" ", 2);
        if (words.length == 2) {
            use(words[1]);
        }
        if (words.length == 2 && words[0].equalsIgnoreCase("basic")) {
            try {
                String pair = new String(Base64.getDecoder().decode(words[1].strip()), StandardCharsets.UTF_8);
                use(pair.substring(pair.indexOf(':') + 1));
            } catch (IllegalArgumentException e) {
                // malformed on purpose
            }
        }
    }

    /**
     * Finds secrets.
     *
     * @param text what somebody prints
     * @return the secrets in it
     */
    public static Set<String> in(String text) {
        Set<String> found = new TreeSet<>();
        for (String secret : USED) {
            if (text.contains(secret)) {
                found.add(secret);
            }
        }
        return found;
    }
}
