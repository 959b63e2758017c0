package io.github.wininet4j.engine.net;

import java.net.IDN;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules of a list of public suffixes, in the format of publicsuffix.org. */
final class SuffixRules {
    /** Names that registries give away. */
    static final int REGISTRIES = 0b000_111;

    /** Those, and names of companies that let others in. */
    static final int ALL = 0b111_111;

    private static final int NAME = 0b001;
    private static final int BELOW = 0b010;
    private static final int EXCEPTION = 0b100;
    private static final int EACH_KIND = 0b001_001;
    private static final int COMPANY_SHIFT = 3;
    private static final String COMPANIES = "===BEGIN PRIVATE DOMAINS===";
    private static final int EXPECTED = 16_384;

    private final Map<String, Integer> rules = new HashMap<>(EXPECTED);

    private SuffixRules() {}

    /** Reads a list: a rule a line up to its first blank, and comments, of which one begins the companies. */
    static SuffixRules parse(String list) {
        SuffixRules result = new SuffixRules();
        int shift = 0;
        int end;
        for (int start = 0; start < list.length(); start = end + 1) {
            end = list.indexOf('\n', start);
            end = end < 0 ? list.length() : end;
            if (list.startsWith("//", start)) {
                shift = list.startsWith(COMPANIES, start + 3) ? COMPANY_SHIFT : shift;
            } else {
                String rule = firstWord(list, start, end);
                if (!rule.isEmpty()) {
                    result.add(rule, shift);
                }
            }
        }
        return result;
    }

    private static String firstWord(String list, int start, int end) {
        int stop = start;
        while (stop < end && list.charAt(stop) > ' ') {
            stop++;
        }
        return list.substring(start, stop);
    }

    private void add(String rule, int shift) {
        if (rule.startsWith("!")) {
            put(rule.substring(1), EXCEPTION << shift);
        } else if (rule.startsWith("*.")) {
            put(rule.substring(2), BELOW << shift);
        } else {
            put(rule, NAME << shift);
        }
    }

    private void put(String name, int bit) {
        rules.merge(name, bit, (before, more) -> before | more);
    }

    /**
     * Returns the part of a name that is one label longer than its public suffix, in lower case, or null if it has no
     * such label. Where no rule applies, the last label is the suffix.
     *
     * @param name the name, its labels in Unicode or not
     * @param kinds {@link #ALL} or {@link #REGISTRIES}
     */
    @Nullable
    String owned(String name, int kinds) {
        // A dot at the end, which stands for the root, makes no other owner.
        String root = name.endsWith(".") ? "." : "";
        String lower = name.substring(0, name.length() - root.length()).toLowerCase(Locale.ROOT);
        if (lower.startsWith(".") || lower.endsWith(".")) {
            return null;
        }
        @Nullable String owned = ownedBelowRoot(lower, kinds);
        return owned == null ? null : owned + root;
    }

    private @Nullable String ownedBelowRoot(String lower, int kinds) {
        String listed = lower.contains("xn--") ? IDN.toUnicode(lower, IDN.ALLOW_UNASSIGNED) : lower;
        // Both have as many labels: what is found in one is cut from the other.
        @Nullable String longer = null;
        String rest = lower;
        while (true) {
            int dot = listed.indexOf('.');
            @Nullable String parent = dot < 0 ? null : listed.substring(dot + 1);
            int bits = rules.getOrDefault(listed, 0) & kinds;
            if ((bits & EXCEPTION * EACH_KIND) != 0) {
                return rest;
            }
            int above = parent == null ? 0 : rules.getOrDefault(parent, 0) & kinds;
            if (parent == null || (bits & NAME * EACH_KIND) != 0 || (above & BELOW * EACH_KIND) != 0) {
                return longer;
            }
            longer = rest;
            listed = parent;
            rest = rest.substring(rest.indexOf('.') + 1);
        }
    }
}
