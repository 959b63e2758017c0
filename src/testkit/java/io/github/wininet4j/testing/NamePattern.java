package io.github.wininet4j.testing;

import io.github.wininet4j.BackEnd;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A sequence of names of statuses or functions with optional and repeated parts. */
final class NamePattern {
    private static final Pattern NAME = Pattern.compile("[A-Z][A-Za-z0-9_]*");

    private final String kind;
    private final String text;
    private final Pattern pattern;

    private NamePattern(String kind, String text, Pattern pattern) {
        this.kind = kind;
        this.text = text;
        this.pattern = pattern;
    }

    static NamePattern ofStatuses(String... items) {
        return of("status", StatusNames::isName, items);
    }

    static NamePattern ofCalls(String... items) {
        return of("function", NamePattern::isFunction, items);
    }

    private static boolean isFunction(String name) {
        return Stream.of(BackEnd.class.getMethods())
                .anyMatch(method -> method.getName().equals(name));
    }

    private static NamePattern of(String kind, Predicate<String> isName, String... items) {
        String text = String.join(" ", items);
        Matcher names = NAME.matcher(text);
        while (names.find()) {
            if (!isName.test(names.group())) {
                throw new IllegalArgumentException("no " + kind + " is called " + names.group());
            }
        }
        String regex = NAME.matcher(text).replaceAll("(?:$0;)").replace(" ", "");
        return new NamePattern(kind, text, Pattern.compile(regex));
    }

    void check(List<String> names) {
        if (!pattern.matcher(names.stream().map(name -> name + ";").collect(Collectors.joining()))
                .matches()) {
            throw new AssertionError(
                    "expected for each " + kind + ": " + text + "\nbut there were " + String.join(" ", names));
        }
    }
}
