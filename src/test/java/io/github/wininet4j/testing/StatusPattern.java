package io.github.wininet4j.testing;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A sequence of status names with optional and repeated parts. */
final class StatusPattern {
    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9_]*");

    private final String text;
    private final Pattern pattern;

    private StatusPattern(String text, Pattern pattern) {
        this.text = text;
        this.pattern = pattern;
    }

    static StatusPattern of(String... items) {
        String text = String.join(" ", items);
        Matcher names = NAME.matcher(text);
        while (names.find()) {
            if (!StatusNames.isName(names.group())) {
                throw new IllegalArgumentException("no status is called " + names.group());
            }
        }
        String regex = NAME.matcher(text).replaceAll("(?:$0;)").replace(" ", "");
        return new StatusPattern(text, Pattern.compile(regex));
    }

    void check(List<String> names) {
        if (!pattern.matcher(names.stream().map(name -> name + ";").collect(Collectors.joining()))
                .matches()) {
            throw new AssertionError("expected the statuses " + text + "\nbut there were " + String.join(" ", names));
        }
    }
}
