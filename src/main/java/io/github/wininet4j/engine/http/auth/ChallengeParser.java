package io.github.wininet4j.engine.http.auth;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads WWW-Authenticate and Proxy-Authenticate (RFC 9110 sections 11.2 to 11.7). A line may hold several challenges,
 * whose commas are those of their parameters as well: a word that is not followed by "=" begins the next challenge.
 * Malformed parts are skipped.
 */
public final class ChallengeParser {
    private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";
    private static final String TOKEN68_MARKS = "-._~+/";
    private static final int MAX_CHALLENGES = 32;

    private final String text;
    private int position;

    private ChallengeParser(String text) {
        this.text = text;
    }

    /** Returns the challenges of all lines in their order. */
    public static List<Challenge> parse(List<String> lines) {
        List<Challenge> challenges = new ArrayList<>();
        for (String line : lines) {
            challenges.addAll(new ChallengeParser(line).challenges());
        }
        return challenges;
    }

    /** Reads the parameters of Authentication-Info, which has no scheme (RFC 7615). */
    public static Map<String, String> parameters(String line) {
        ChallengeParser parser = new ChallengeParser(line);
        Map<String, String> parameters = new LinkedHashMap<>();
        parser.readParameters(parameters);
        return parameters;
    }

    private List<Challenge> challenges() {
        List<Challenge> found = new ArrayList<>();
        while (found.size() < MAX_CHALLENGES) {
            skipSeparators();
            if (position >= text.length()) {
                break;
            }
            String scheme = readToken();
            if (scheme.isEmpty()) {
                skipToComma();
            } else if (!isParameterAhead()) {
                found.add(readChallenge(scheme));
            } else {
                // A parameter without a challenge in front of it.
                readValue();
            }
        }
        return found;
    }

    private Challenge readChallenge(String scheme) {
        skipSpaces();
        String token = readToken68();
        Map<String, String> parameters = new LinkedHashMap<>();
        if (token == null) {
            readParameters(parameters);
        }
        return new Challenge(scheme, token, parameters);
    }

    /** Reads parameters up to the next scheme. */
    private void readParameters(Map<String, String> parameters) {
        while (position < text.length()) {
            int start = position;
            skipSeparators();
            int word = position;
            String name = readToken();
            if (name.isEmpty()) {
                if (position < text.length()) {
                    skipToComma();
                }
            } else if (isParameterAhead()) {
                parameters.putIfAbsent(name.toLowerCase(Locale.ROOT), readValue());
            } else {
                // The scheme of the next challenge.
                position = word == start ? start : word;
                return;
            }
        }
    }

    /** Whether "=" follows; the spaces before it are tolerated. */
    private boolean isParameterAhead() {
        int at = position;
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
        return at < text.length() && text.charAt(at) == '=';
    }

    private String readValue() {
        skipSpaces();
        position++;
        skipSpaces();
        if (position < text.length() && text.charAt(position) == '"') {
            return readQuoted();
        }
        int start = position;
        while (position < text.length() && text.charAt(position) != ',') {
            position++;
        }
        return text.substring(start, position).stripTrailing();
    }

    private String readQuoted() {
        StringBuilder value = new StringBuilder();
        position++;
        while (position < text.length() && text.charAt(position) != '"') {
            char c = text.charAt(position);
            if (c == '\\' && position + 1 < text.length()) {
                position++;
                c = text.charAt(position);
            }
            value.append(c);
            position++;
        }
        position++;
        return value.toString();
    }

    /** A token68 ends at a comma or the end; anything else is the name of a parameter. */
    private @Nullable String readToken68() {
        int at = position;
        while (at < text.length() && isToken68(text.charAt(at))) {
            at++;
        }
        while (at < text.length() && text.charAt(at) == '=') {
            at++;
        }
        int end = at;
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
        if (end == position || (at < text.length() && text.charAt(at) != ',')) {
            return null;
        }
        String token = text.substring(position, end);
        position = at;
        return token;
    }

    private String readToken() {
        int start = position;
        while (position < text.length() && isToken(text.charAt(position))) {
            position++;
        }
        return text.substring(start, position);
    }

    private void skipToComma() {
        while (position < text.length() && text.charAt(position) != ',') {
            if (text.charAt(position) == '"') {
                readQuoted();
            } else {
                position++;
            }
        }
    }

    private void skipSeparators() {
        while (position < text.length() && (isSpace(text.charAt(position)) || text.charAt(position) == ',')) {
            position++;
        }
    }

    private void skipSpaces() {
        while (position < text.length() && isSpace(text.charAt(position))) {
            position++;
        }
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t';
    }

    private static boolean isToken(char c) {
        return isAlphanumeric(c) || TOKEN_MARKS.indexOf(c) >= 0;
    }

    private static boolean isToken68(char c) {
        return isAlphanumeric(c) || TOKEN68_MARKS.indexOf(c) >= 0;
    }

    private static boolean isAlphanumeric(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
