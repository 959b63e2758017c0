package io.github.wininet4j.engine.cookie;

import io.github.wininet4j.constant.CookieFlag;
import io.github.wininet4j.constant.Privacy;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.engine.fault.WinInetFailure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What cookies a zone accepts, in the language of PrivacySetZonePreferenceW: logical rules over the tokens of a compact
 * policy, and the special rules {@code nopolicy}, {@code session} and {@code always} (R-PRIV-4). Plain templates are
 * texts in that language too; the lists of tokens by which Internet Explorer 6 distinguished good policies from bad
 * ones are not among them, so any policy is good.
 */
final class PrivacyPreference {
    private static final String SIGNATURE = "IE6-P3PSettings/V1:";
    private static final int NONE = CookieFlag.COOKIE_STATE_UNKNOWN;

    /** One logical rule: all wanted tokens and none of the others. */
    private record Rule(Set<String> wanted, Set<String> unwanted, int state) {
        boolean matches(Set<String> tokens) {
            return tokens.containsAll(wanted) && unwanted.stream().noneMatch(tokens::contains);
        }
    }

    private final int template;
    private final String text;
    private final List<Rule> rules = new ArrayList<>();
    private int withoutPolicy = NONE;
    private int always = NONE;
    private boolean acceptsSession;

    private PrivacyPreference(int template, String text) {
        this.template = template;
        this.text = text;
        String[] words = text.trim().split("\\s+");
        if (!words[0].equals(SIGNATURE)) {
            throw invalid();
        }
        for (int i = 1; i < words.length; i++) {
            read(words[i]);
        }
    }

    /** Returns the preference of a plain template for first or third parties. */
    static PrivacyPreference ofTemplate(int template, int type) {
        boolean first = type == Privacy.PRIVACY_TYPE_FIRST_PARTY;
        String rules = switch (template) {
            case Privacy.PRIVACY_TEMPLATE_NO_COOKIES -> "always=r";
            case Privacy.PRIVACY_TEMPLATE_HIGH -> "nopolicy=r /=a/";
            case Privacy.PRIVACY_TEMPLATE_MEDIUM_HIGH, Privacy.PRIVACY_TEMPLATE_MEDIUM ->
                first ? "nopolicy=l /=a/" : "nopolicy=r /=a/";
            case Privacy.PRIVACY_TEMPLATE_MEDIUM_LOW -> first ? "nopolicy=l /=a/" : "nopolicy=d /=a/";
            case Privacy.PRIVACY_TEMPLATE_LOW, Privacy.PRIVACY_TEMPLATE_ADVANCED -> "always=a";
            default -> throw invalid();
        };
        return new PrivacyPreference(template, SIGNATURE + " " + rules);
    }

    /**
     * Reads a preference.
     *
     * @throws WinInetFailure {@code ERROR_INVALID_PARAMETER} if it does not follow the language
     */
    static PrivacyPreference custom(int template, String text) {
        return new PrivacyPreference(template, text);
    }

    int template() {
        return template;
    }

    String text() {
        return text;
    }

    /** Whether decisions for single sites do not count. */
    boolean isFinal() {
        return template == Privacy.PRIVACY_TEMPLATE_NO_COOKIES || template == Privacy.PRIVACY_TEMPLATE_LOW;
    }

    boolean isCustom() {
        return template > Privacy.PRIVACY_TEMPLATE_MAX;
    }

    /** Tells what becomes of a cookie; one that no rule is about is accepted. */
    int decide(boolean session, @Nullable String compactPolicy) {
        if (always != NONE) {
            return always;
        }
        if (session && acceptsSession) {
            return CookieFlag.COOKIE_STATE_ACCEPT;
        }
        if (compactPolicy == null && withoutPolicy != NONE) {
            return withoutPolicy;
        }
        Set<String> tokens = compactPolicy == null ? Set.of() : tokens(compactPolicy);
        for (Rule rule : rules) {
            if (rule.matches(tokens)) {
                return rule.state();
            }
        }
        return CookieFlag.COOKIE_STATE_ACCEPT;
    }

    /** Takes the tokens out of {@code CP="..."}, or all words of a text without that. */
    private static Set<String> tokens(String policy) {
        int start = policy.indexOf("CP=\"");
        String list = start < 0 ? policy : policy.substring(start + 4);
        int quote = list.indexOf('"');
        return Set.copyOf(
                List.of((quote < 0 ? list : list.substring(0, quote)).trim().split("\\s+")));
    }

    private void read(String word) {
        int equals = word.lastIndexOf('=');
        if (equals < 0) {
            throw invalid();
        }
        if (word.startsWith("/")) {
            if (equals != word.length() - 3 || !word.endsWith("/")) {
                throw invalid();
            }
            rules.add(rule(word.substring(1, equals), state(word.charAt(equals + 1))));
            return;
        }
        if (equals != word.length() - 2) {
            throw invalid();
        }
        int state = state(word.charAt(equals + 1));
        switch (word.substring(0, equals)) {
            case "nopolicy" -> withoutPolicy = state;
            case "always" -> always = state;
            case "session" -> {
                if (state != CookieFlag.COOKIE_STATE_ACCEPT) {
                    throw invalid();
                }
                acceptsSession = true;
            }
            default -> throw invalid();
        }
    }

    private static Rule rule(String expression, int state) {
        Set<String> wanted = new HashSet<>();
        Set<String> unwanted = new HashSet<>();
        if (!expression.isEmpty()) {
            for (String term : expression.split("&", -1)) {
                boolean negated = term.startsWith("!");
                String token = negated ? term.substring(1) : term;
                if (token.isEmpty()) {
                    throw invalid();
                }
                (negated ? unwanted : wanted).add(token);
            }
        }
        return new Rule(wanted, unwanted, state);
    }

    private static int state(char decision) {
        return switch (decision) {
            case 'a' -> CookieFlag.COOKIE_STATE_ACCEPT;
            case 'p' -> CookieFlag.COOKIE_STATE_PROMPT;
            case 'r' -> CookieFlag.COOKIE_STATE_REJECT;
            case 'l' -> CookieFlag.COOKIE_STATE_LEASH;
            case 'd' -> CookieFlag.COOKIE_STATE_DOWNGRADE;
            default -> throw invalid();
        };
    }

    private static WinInetFailure invalid() {
        return new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
    }
}
