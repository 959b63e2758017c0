package io.github.wininet4j.cli.port;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what a source calls through the classes of MFC that stand on WinInet, such as {@code CInternetSession}. */
final class MfcReader {
    private static final String SESSION = "CInternetSession";

    /** A class is made of others within so many words, and of so many one after the other. */
    private static final int REACH = 50;

    private final String file;
    private final List<Token> tokens;
    private final Catalog catalog;
    private final List<SourceReader.Found> found = new ArrayList<>();

    private final MfcClasses classes;
    /** The classes of this source that are made of others. */
    private final Map<String, String> parents = new HashMap<>();

    private final Map<String, String> variables = new HashMap<>();
    private boolean used;

    private MfcReader(String file, List<Token> tokens, Catalog catalog) {
        this.file = file;
        this.tokens = tokens;
        this.catalog = catalog;
        this.classes = catalog.mfc();
    }

    /**
     * Reads a source.
     *
     * @param file its name in the report
     * @param tokens its tokens
     * @param catalog the names
     * @return what it uses
     */
    static List<SourceReader.Found> read(String file, List<Token> tokens, Catalog catalog) {
        MfcReader reader = new MfcReader(file, tokens, catalog);
        reader.declarations();
        if (reader.used) {
            reader.calls();
        }
        return reader.found;
    }

    private @Nullable Token word(int index) {
        boolean isWord =
                index >= 0 && index < tokens.size() && tokens.get(index).kind() == Token.Kind.WORD;
        return isWord ? tokens.get(index) : null;
    }

    private boolean is(int index, char symbol) {
        return index >= 0 && index < tokens.size() && tokens.get(index).is(symbol);
    }

    private void declarations() {
        for (int i = 0; i < tokens.size(); i++) {
            Token token = word(i);
            if (token == null) {
                continue;
            }
            if (token.text().equals("class") || token.text().equals("struct")) {
                derived(i);
            }
            if (isClass(token.text())) {
                used = true;
                declared(i, token);
            } else if (token.text().startsWith("AfxParseURL")) {
                used = true;
            }
        }
    }

    private boolean isClass(String name) {
        return classes.has(name) || parents.containsKey(name);
    }

    /** A class that is made of one of them takes over its methods. */
    private void derived(int index) {
        Token name = word(index + 1);
        if (name == null || isClass(name.text())) {
            return;
        }
        for (int i = index + 2; i < index + REACH && i < tokens.size() && !is(i, '{') && !is(i, ';'); i++) {
            Token base = word(i);
            if (base != null && isClass(base.text())) {
                parents.put(name.text(), base.text());
                return;
            }
        }
    }

    private void declared(int index, Token type) {
        int next = index + 1;
        while (is(next, '*') || is(next, '&') || is(next, '>')) {
            next++;
        }
        Token name = word(next);
        boolean isMade = "new".equals(text(index - 1));
        if (name != null) {
            variables.put(name.text(), type.text());
            isMade |= next == index + 1;
        }
        if (isMade && isSession(type.text())) {
            add(type, "InternetOpen");
        }
    }

    private @Nullable String text(int index) {
        Token token = word(index);
        return token == null ? null : token.text();
    }

    private boolean isSession(String type) {
        return chain(type).contains(SESSION);
    }

    /** A class and those that it is made of; classes that name each other end it. */
    private List<String> chain(String type) {
        List<String> chain = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String each = type; each != null && seen.size() < REACH && seen.add(each); each = parent(each)) {
            chain.add(each);
        }
        return chain;
    }

    private @Nullable String parent(String name) {
        String own = parents.get(name);
        return own == null ? classes.parents().get(name) : own;
    }

    private void calls() {
        for (int i = 0; i < tokens.size(); i++) {
            Token method = word(i);
            if (method == null || !is(i + 1, '(')) {
                continue;
            }
            String function = function(i, method.text());
            if (function != null) {
                add(method, function);
            }
        }
    }

    private @Nullable String function(int index, String method) {
        int object = is(index - 1, '.') ? index - 2 : index - 3;
        boolean qualified = is(index - 1, '.')
                || (is(index - 1, '>') && is(index - 2, '-'))
                || (is(index - 1, ':') && is(index - 2, ':'));
        String name = qualified ? text(object) : null;
        if (name != null) {
            String type = variables.getOrDefault(name, name);
            for (String each : chain(type)) {
                String function = classes.methods(each).get(method);
                if (function != null) {
                    return function;
                }
            }
        }
        return classes.distinct().get(method);
    }

    private void add(Token token, String function) {
        Item item = catalog.function(function);
        if (item != null) {
            found.add(new SourceReader.Found(new Use(file, token.line(), Use.How.MFC, function), item));
        }
    }
}
