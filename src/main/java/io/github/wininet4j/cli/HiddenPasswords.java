package io.github.wininet4j.cli;

import io.github.wininet4j.constant.InternetOption;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Keeps passwords out of what is printed. */
final class HiddenPasswords {
    static final String INSTEAD = "***";

    private static final Set<Integer> OPTIONS =
            Set.of(InternetOption.INTERNET_OPTION_PASSWORD, InternetOption.INTERNET_OPTION_PROXY_PASSWORD);

    /** Up to the last "@" before the path, since a password may hold one. */
    private static final Pattern IN_URL = Pattern.compile("(://[^/@:\\s]*):[^/\\s]*@");

    private HiddenPasswords() {}

    /** Returns the text with the passwords of its URLs replaced. */
    static String inUrls(String text) {
        return text.contains("://") ? IN_URL.matcher(text).replaceAll("$1:" + INSTEAD + "@") : text;
    }

    /**
     * Returns whether an argument of a call is a password.
     *
     * @param parameter the name of the parameter
     * @param args all arguments
     * @param index the place of the argument
     * @return true if it must not be printed
     */
    static boolean isPassword(String parameter, @Nullable Object[] args, int index) {
        return parameter.equals("lpszPassword")
                || (parameter.equals("lpBuffer")
                        && index > 0
                        && args[index - 1] instanceof Integer option
                        && OPTIONS.contains(option));
    }
}
