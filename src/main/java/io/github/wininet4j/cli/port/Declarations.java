package io.github.wininet4j.cli.port;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The functions that a source declares under names of its own: {@code DllImport} with an entry point, {@code external}
 * with a name, {@code Declare} with an alias.
 */
final class Declarations {
    private static final int NONE = -1;

    /** How far one part of a declaration is from the next: a limit, so that a file of beginnings takes no time. */
    private static final int REACH = 500;

    private final List<Token> tokens;
    private final Language language;
    private final Catalog catalog;
    private final Map<String, Item> functions = new HashMap<>();
    private final Set<Integer> declared = new HashSet<>();

    private Declarations(List<Token> tokens, Language language, Catalog catalog) {
        this.tokens = tokens;
        this.language = language;
        this.catalog = catalog;
    }

    /** Collects those of a source. */
    static Declarations of(List<Token> tokens, Language language, Catalog catalog) {
        Declarations declarations = new Declarations(tokens, language, catalog);
        switch (language) {
            case CSHARP -> declarations.readCsharp();
            case DELPHI -> declarations.readDelphi();
            case BASIC -> {
                declarations.readDeclare();
                // Newer sources of the language have the attribute as well.
                declarations.readCsharp();
            }
            case C -> {}
        }
        return declarations;
    }

    /** Returns the function that a name of this source stands for, or null. */
    @Nullable
    Item find(String name) {
        return functions.get(key(name));
    }

    /** Returns whether the token with this index is the name of a declaration. */
    boolean isDeclared(int index) {
        return declared.contains(index);
    }

    private String key(String name) {
        return language.anyCase() ? name.toLowerCase(Locale.ROOT) : name;
    }

    /** Notes a declaration: its name, and if it has one, the function of another name that it stands for. */
    private void declare(int name, @Nullable String function) {
        if (name == NONE) {
            return;
        }
        Item item = function == null ? null : catalog.function(function);
        if (item != null) {
            functions.put(key(tokens.get(name).text()), item);
        }
        declared.add(name);
    }

    private void readCsharp() {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).isWord("DllImport") || tokens.get(i).isWord("LibraryImport")) {
                String entry = null;
                int end = i + 1;
                for (; end < tokens.size() && !isAttributeEnd(end); end++) {
                    if (tokens.get(end).isWord("EntryPoint")) {
                        entry = stringBefore(end, ',');
                    }
                }
                declare(nameBefore('(', end), entry);
                i = end;
            }
        }
    }

    private boolean isAttributeEnd(int index) {
        return tokens.get(index).is(']')
                || (language == Language.BASIC && tokens.get(index).is('>'));
    }

    private int end(int start) {
        return Math.min(tokens.size(), start + REACH);
    }

    /** The next string, if it comes before a symbol. */
    private @Nullable String stringBefore(int start, char symbol) {
        for (int i = start; i < end(start) && !tokens.get(i).is(symbol); i++) {
            if (tokens.get(i).isString()) {
                return tokens.get(i).text();
            }
        }
        return null;
    }

    /** The word before the parameters, beyond further attributes. */
    private int nameBefore(char symbol, int start) {
        int depth = 0;
        for (int i = start + 1; i < end(start); i++) {
            Token token = tokens.get(i);
            depth += token.is('[') ? 1 : 0;
            depth -= token.is(']') ? 1 : 0;
            if (depth <= 0 && token.is(symbol)) {
                return tokens.get(i - 1).kind() == Token.Kind.WORD ? i - 1 : NONE;
            }
            if (token.is(';') || token.is('{')) {
                return NONE;
            }
        }
        return NONE;
    }

    private void readDelphi() {
        int name = NONE;
        for (int i = 0; i < tokens.size(); i++) {
            if (isRoutine(i)) {
                name = i + 1;
            } else if (tokens.get(i).isWord("external") && name != NONE) {
                String entry = null;
                for (; i < tokens.size() && !tokens.get(i).is(';'); i++) {
                    if (tokens.get(i).isWord("name")) {
                        entry = stringBefore(i, ';');
                    }
                }
                declare(name, entry);
                name = NONE;
            }
        }
    }

    private boolean isRoutine(int index) {
        Token token = tokens.get(index);
        return (token.isWord("function") || token.isWord("procedure"))
                && index + 1 < tokens.size()
                && tokens.get(index + 1).kind() == Token.Kind.WORD;
    }

    private void readDeclare() {
        for (int i = 0; i < tokens.size(); i++) {
            if (!tokens.get(i).isWord("Declare")) {
                continue;
            }
            int name = NONE;
            String alias = null;
            for (int j = i + 1; j < tokens.size() && !tokens.get(j).is('('); j++) {
                boolean hasNext = j + 1 < tokens.size();
                if (hasNext
                        && (tokens.get(j).isWord("Function") || tokens.get(j).isWord("Sub"))) {
                    name = j + 1;
                } else if (hasNext && tokens.get(j).isWord("Alias")) {
                    alias = tokens.get(j + 1).text();
                }
                if (tokens.get(j).isWord("Declare")) {
                    break;
                }
            }
            declare(name, alias);
        }
    }
}
