package io.github.wininet4j.engine.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.hc.client5.http.psl.DomainType;
import org.apache.hc.client5.http.psl.PublicSuffixListParser;
import org.apache.hc.client5.http.psl.PublicSuffixMatcher;
import org.jspecify.annotations.Nullable;

/** The domains below which anybody may register a name, from publicsuffix.org. */
public final class PublicSuffixList {
    private static final String FILE = "/org/publicsuffix/list/effective_tld_names.dat";

    private PublicSuffixList() {}

    /** Returns the part of a domain name that has one owner, or null if it lies above that. */
    public static @Nullable String ownedDomain(String domain) {
        return Loaded.MATCHER.getDomainRoot(domain);
    }

    /**
     * Returns whether a registry gives away the names directly below a domain; names of companies that let others in do
     * not count.
     */
    public static boolean isRegistry(String domain) {
        return domain.indexOf('.') < 0
                || (ownedDomain(domain) == null && Loaded.MATCHER.getDomainRoot(domain, DomainType.ICANN) == null);
    }

    /** Holds the list, which takes a tenth of a second to read. It is a constant, so engines may share it. */
    private static final class Loaded {
        static final PublicSuffixMatcher MATCHER = load();

        // The library's own loader would log, and print lines of its own if the program has nothing to log to.
        private static PublicSuffixMatcher load() {
            try (InputStream file = PublicSuffixMatcher.class.getResourceAsStream(FILE)) {
                if (file == null) {
                    throw new IllegalStateException("httpclient has no list of public suffixes");
                }
                Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8);
                return new PublicSuffixMatcher(PublicSuffixListParser.INSTANCE.parseByType(reader));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
