package io.github.wininet4j.trace;

import io.github.wininet4j.constant.HttpQuery;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.type.TextBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Keeps passwords, cookies and credentials out of what is shown. */
public final class HiddenSecrets {
    /** What stands in their place. */
    public static final String INSTEAD = "***";

    private static final Set<Integer> OPTIONS =
            Set.of(InternetOption.INTERNET_OPTION_PASSWORD, InternetOption.INTERNET_OPTION_PROXY_PASSWORD);

    private static final Set<String> HEADERS =
            Set.of("authorization", "proxy-authorization", "cookie", "set-cookie", "authentication-info");

    private static final Set<Integer> QUERIES = Set.of(
            HttpQuery.HTTP_QUERY_AUTHORIZATION,
            HttpQuery.HTTP_QUERY_PROXY_AUTHORIZATION,
            HttpQuery.HTTP_QUERY_COOKIE,
            HttpQuery.HTTP_QUERY_SET_COOKIE);

    /** Up to the last "@" before the path, since a password may hold one. */
    private static final Pattern IN_URL = Pattern.compile("(://[^/@:\\s]*):[^/\\s]*@");

    /** Lines end with CR LF, or with NUL in raw headers. */
    private static final Pattern IN_HEADERS = Pattern.compile(
            "(?<=^|[\\r\\n\\x00])((?:Proxy-)?Authorization|(?:Set-)?Cookie|Authentication-Info)(\\s*:)[^\\r\\n\\x00]*",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern IN_COMMAND =
            Pattern.compile("^(\\s*(?:PASS|ACCT)\\s).*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private HiddenSecrets() {}

    /**
     * Returns whether a header holds a secret.
     *
     * @param name its name
     * @return true for cookies and credentials
     */
    public static boolean isSecretHeader(String name) {
        return HEADERS.contains(name.strip().toLowerCase(Locale.ROOT));
    }

    /**
     * Replaces the passwords of URLs and the values of secret headers in a text.
     *
     * @param text the text
     * @return the text that may be shown
     */
    public static String inText(String text) {
        String shown = text.contains("://") ? IN_URL.matcher(text).replaceAll("$1:" + INSTEAD + "@") : text;
        return shown.indexOf(':') < 0 ? shown : IN_HEADERS.matcher(shown).replaceAll("$1$2 " + INSTEAD);
    }

    static String inCommand(String command) {
        return IN_COMMAND.matcher(command).replaceAll("$1" + INSTEAD);
    }

    /**
     * Returns whether an argument of a call must not be shown at all.
     *
     * @param parameter the name of the parameter
     * @param arguments all arguments
     * @param index the place of the argument
     * @return true if so
     */
    public static boolean isSecret(String parameter, List<@Nullable Object> arguments, int index) {
        return switch (parameter) {
            case "lpszPassword", "lpszCookieData", "pcwszCookieValue" -> true;
            case "lpBuffer" ->
                index > 0 && arguments.get(index - 1) instanceof Integer option && OPTIONS.contains(option);
            default -> false;
        };
    }

    /**
     * Returns whether a call will fill its buffer with a secret. To be asked before the call, which overwrites the name
     * of a header.
     *
     * @param function the name of the function
     * @param arguments its arguments
     * @return true for a query of cookies or credentials
     */
    public static boolean asksForSecret(String function, List<@Nullable Object> arguments) {
        if (!function.equals("HttpQueryInfo") || !(arguments.get(1) instanceof Integer level)) {
            return false;
        }
        int attribute = level & HttpQuery.HTTP_QUERY_HEADER_MASK;
        return attribute == HttpQuery.HTTP_QUERY_CUSTOM
                ? arguments.get(2) instanceof TextBuffer name && isSecretHeader(name.toString())
                : QUERIES.contains(attribute);
    }
}
