package io.github.wininet4j.cli.port;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds what a source uses of WinInet. */
final class SourceReader {
    /** What takes the name of a function as a string. */
    private static final Set<String> LOADERS =
            Set.of("getprocaddress", "getprocedureaddress", "getexport", "trygetexport", "dlsym");

    /** Words before a call; any other word is the type of a declaration. */
    private static final Set<String> BEFORE_CALL = Set.of(
            "return",
            "else",
            "do",
            "case",
            "throw",
            "co_return",
            "co_await",
            "await",
            "and",
            "or",
            "not",
            "in",
            "is",
            "then",
            "if",
            "elseif",
            "while",
            "until",
            "call",
            "xor",
            "mod",
            "div",
            "begin",
            "try",
            "repeat",
            "andalso",
            "orelse",
            "to",
            "finally",
            "set",
            "print",
            "debug",
            "checked",
            "unchecked");

    private static final Pattern OPTION_FUNCTION = Pattern.compile("Internet(Set|Query)Option(Ex)?[AW]?");

    /** How names begin that WinHTTP declares, too. */
    private static final List<String> SHARED =
            List.of("HTTP_STATUS_", "INTERNET_SCHEME_", "INTERNET_DEFAULT_", "ICU_", "SECURITY_FLAG_");

    /** Arguments are searched so far, in pieces of the source: a file of open parentheses is to take no time. */
    private static final int REACH = 500;

    private final String file;
    private final Language language;
    private final Catalog catalog;
    private final List<Token> tokens;
    private final Declarations declarations;
    private final List<Found> found = new ArrayList<>();

    /**
     * A use and what is known about its name.
     *
     * @param use the use
     * @param item what is known
     */
    record Found(Use use, Item item) {}

    private SourceReader(String file, String text, Language language, Catalog catalog) throws DamagedFileException {
        this.file = file;
        this.language = language;
        this.catalog = catalog;
        tokens = Lexer.tokens(text, language);
        declarations = Declarations.of(tokens, language, catalog);
    }

    /**
     * Reads a source.
     *
     * @param file its name in the report
     * @param text its text
     * @param language its language
     * @param catalog the names
     * @return what it uses, in the order of the source
     * @throws DamagedFileException if there is too much in it
     */
    static List<Found> read(String file, String text, Language language, Catalog catalog) throws DamagedFileException {
        SourceReader reader = new SourceReader(file, text, language, catalog);
        for (int i = 0; i < reader.tokens.size(); i++) {
            reader.look(i);
        }
        if (reader.isOfWinHttp()) {
            reader.found.clear();
        }
        if (language == Language.C) {
            reader.found.addAll(MfcReader.read(file, reader.tokens, catalog));
        }
        return reader.found;
    }

    /** WinHTTP has some names of WinInet as well; in a source that calls only WinHTTP they are its own. */
    private boolean isOfWinHttp() {
        return tokens.stream()
                        .anyMatch(token -> token.kind() == Token.Kind.WORD
                                && token.text().toLowerCase(Locale.ROOT).startsWith("winhttp"))
                && found.stream().allMatch(each -> SHARED.stream().anyMatch(each.item.name()::startsWith));
    }

    private void look(int index) {
        Token token = tokens.get(index);
        if (token.kind() != Token.Kind.WORD) {
            return;
        }
        if (LOADERS.contains(token.text().toLowerCase(Locale.ROOT))) {
            loadedNames(index);
            return;
        }
        Item own = declarations.find(token.text());
        Item item = own == null ? catalog.find(token.text(), language.anyCase()) : own;
        if (item == null) {
            return;
        }
        add(token, item.kind() == Kind.FUNCTION ? how(index) : ofValue(index), item);
        if (OPTION_FUNCTION.matcher(item.name()).matches()) {
            optionByNumber(index);
        }
    }

    private void add(Token token, Use.How how, Item item) {
        found.add(new Found(new Use(file, token.line(), how, item.name()), item));
    }

    private @Nullable Token token(int index) {
        return index < 0 || index >= tokens.size() ? null : tokens.get(index);
    }

    private boolean is(int index, char symbol) {
        Token token = token(index);
        return token != null && token.is(symbol);
    }

    private Use.How how(int index) {
        if (declarations.isDeclared(index)) {
            return Use.How.DECLARED;
        }
        int before = index - 1;
        if (language == Language.C) {
            if (is(before, '.') || (is(before, '>') && is(before - 1, '-'))) {
                return Use.How.MEMBER;
            }
            if (is(before, ':') && is(before - 1, ':')) {
                before -= 2;
                if (isType(before)) {
                    return Use.How.MEMBER;
                }
            }
        }
        boolean takesArguments = is(index + 1, '(');
        // Where a statement may call without parentheses, the word before tells nothing.
        boolean typed = isType(before) && takesArguments && sameLine(before, index);
        return typed ? Use.How.DECLARED : takesArguments ? Use.How.CALL : Use.How.NAMED;
    }

    /** Programs that have no header declare what they need. */
    private Use.How ofValue(int index) {
        Token before = token(index - 1);
        boolean declared = switch (language) {
            case C -> (before != null && before.isWord("define") && is(index - 2, '#')) || isSet(index);
            case BASIC -> before != null && before.isWord("const");
            case CSHARP, DELPHI -> isSet(index);
        };
        return declared ? Use.How.DECLARED : Use.How.NAMED;
    }

    private boolean isSet(int index) {
        return is(index + 1, '=') && !is(index + 2, '=');
    }

    private boolean isType(int index) {
        Token token = token(index);
        return token != null
                && token.kind() == Token.Kind.WORD
                && !BEFORE_CALL.contains(token.text().toLowerCase(Locale.ROOT));
    }

    private boolean sameLine(int first, int second) {
        return language != Language.BASIC
                || tokens.get(first).line() == tokens.get(second).line();
    }

    /** The strings between the parentheses that follow; of several in a row C makes one. */
    private void loadedNames(int index) {
        int depth = 0;
        StringBuilder name = new StringBuilder();
        for (int i = index + 1; i < Math.min(tokens.size(), index + REACH); i++) {
            Token token = tokens.get(i);
            depth += token.is('(') ? 1 : 0;
            depth -= token.is(')') ? 1 : 0;
            if (depth <= 0) {
                return;
            }
            if (token.isString()) {
                name.append(token.text());
                Token next = token(i + 1);
                if (next == null || !next.isString()) {
                    Item item = catalog.function(name.toString());
                    if (item != null) {
                        add(token, Use.How.BY_NAME, item);
                    }
                    name.setLength(0);
                }
            }
        }
    }

    /** The second argument of a call, if it is a number alone. */
    private void optionByNumber(int index) {
        int depth = 0;
        for (int i = index + 1; i < Math.min(tokens.size(), index + REACH); i++) {
            Token token = tokens.get(i);
            depth += token.is('(') ? 1 : 0;
            depth -= token.is(')') ? 1 : 0;
            if (depth <= 0 || token.is(';')) {
                return;
            }
            if (depth == 1 && token.is(',')) {
                Token number = token(i + 1);
                if (number != null && number.kind() == Token.Kind.NUMBER && is(i + 2, ',')) {
                    addOption(number);
                }
                return;
            }
        }
    }

    private void addOption(Token number) {
        String digits = number.text().replaceAll("[uUlL]+$", "");
        try {
            String name = catalog.optionName(Integer.decode(digits));
            Item item = name == null ? null : catalog.find(name, false);
            if (item != null) {
                add(number, Use.How.BY_NUMBER, item);
            }
        } catch (NumberFormatException e) {
            // Beyond 32 bits: no option has such a number.
        }
    }
}
