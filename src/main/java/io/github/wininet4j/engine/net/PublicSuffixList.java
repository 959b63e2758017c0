package io.github.wininet4j.engine.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The domains below which anybody may register a name, from publicsuffix.org. The list is a resource of the jar, kept
 * as new as that of the newest Apache HttpClient (a test compares them).
 */
public final class PublicSuffixList {
    private static final String FILE = "public_suffix_list.dat";

    private PublicSuffixList() {}

    /** Returns the part of a domain name that has one owner, or null if it lies above that. */
    public static @Nullable String ownedDomain(String domain) {
        return Loaded.RULES.owned(domain, SuffixRules.ALL);
    }

    /**
     * Returns whether a registry gives away the names directly below a domain; names of companies that let others in do
     * not count.
     */
    public static boolean isRegistry(String domain) {
        return domain.indexOf('.') < 0
                || (ownedDomain(domain) == null && Loaded.RULES.owned(domain, SuffixRules.REGISTRIES) == null);
    }

    /** Holds the list, which takes some milliseconds to read. It is a constant, so engines may share it. */
    private static final class Loaded {
        static final SuffixRules RULES = load();

        private static SuffixRules load() {
            try (InputStream file = PublicSuffixList.class.getResourceAsStream(FILE)) {
                if (file == null) {
                    throw new IllegalStateException("the jar has no list of public suffixes");
                }
                return SuffixRules.parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
