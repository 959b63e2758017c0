package io.github.wininet4j.cli.port;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes a source apart into words, numbers, strings and symbols, and leaves comments out. It needs no more of a
 * language than where comments and strings begin and end; every loop moves forward, so any text is read to its end.
 */
final class Lexer {
    private static final String NONE = "";

    /** The language allows 16 characters between the quote and the parenthesis of a raw string. */
    private static final int MAX_DELIMITER = 16;

    /** No text needs more quotes around it; without a limit, looking for them could take for ever. */
    private static final int MAX_QUOTES = 64;

    /** Sources that people write have fewer by far, and each takes a hundred bytes of memory. */
    static final int MAX_TOKENS = 4_000_000;

    private final String text;
    private final Language language;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int line = 1;

    private Lexer(String text, Language language) {
        this.text = text;
        this.language = language;
    }

    /**
     * Reads a source.
     *
     * @param text the source
     * @param language its language
     * @return the tokens in their order
     * @throws DamagedFileException if there are more than {@value #MAX_TOKENS}
     */
    static List<Token> tokens(String text, Language language) throws DamagedFileException {
        Lexer lexer = new Lexer(text, language);
        while (lexer.at < text.length()) {
            lexer.next();
            if (lexer.tokens.size() > MAX_TOKENS) {
                throw new DamagedFileException("it has more than " + MAX_TOKENS + " words and symbols");
            }
        }
        return lexer.tokens;
    }

    private void next() {
        char c = text.charAt(at);
        if (Character.isWhitespace(c)) {
            moveTo(at + 1);
        } else if (!comment() && !string()) {
            if (Character.isDigit(c)) {
                number();
            } else if (isWordPart(c)) {
                word();
            } else {
                add(Token.Kind.SYMBOL, text.substring(at, at + 1));
                moveTo(at + 1);
            }
        }
    }

    private boolean looksAt(String what) {
        return text.startsWith(what, at);
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private void add(Token.Kind kind, String content) {
        tokens.add(new Token(kind, content, line));
    }

    /** Goes on at a position and counts the lines on the way. */
    private void moveTo(int position) {
        int end = Math.min(position, text.length());
        for (; at < end; at++) {
            char c = text.charAt(at);
            if (c == '\n' || (c == '\r' && (at + 1 == text.length() || text.charAt(at + 1) != '\n'))) {
                line++;
            }
        }
    }

    private boolean comment() {
        return switch (language) {
            case C, CSHARP -> lineComment("//") || blockComment("/*", "*/");
            case DELPHI -> lineComment("//") || blockComment("{", "}") || blockComment("(*", "*)");
            case BASIC -> lineComment("'");
        };
    }

    private boolean lineComment(String start) {
        if (!looksAt(start)) {
            return false;
        }
        skipLine();
        return true;
    }

    private void skipLine() {
        int end = at;
        while (end < text.length() && !isLineEnd(end)) {
            end++;
        }
        moveTo(end);
    }

    /** In C a backslash at the end makes the next line part of this one. */
    private boolean isLineEnd(int position) {
        char c = text.charAt(position);
        if (c != '\n' && c != '\r') {
            return false;
        }
        int before = c == '\n' && position > 0 && text.charAt(position - 1) == '\r' ? position - 2 : position - 1;
        return language != Language.C || before < 0 || text.charAt(before) != '\\';
    }

    private boolean blockComment(String start, String end) {
        if (!looksAt(start)) {
            return false;
        }
        int found = text.indexOf(end, at + start.length());
        moveTo(found < 0 ? text.length() : found + end.length());
        return true;
    }

    private boolean string() {
        char c = text.charAt(at);
        return switch (language) {
            case C -> cString(c);
            case CSHARP -> csharpString(c);
            case DELPHI -> c == '\'' && doubledQuotes(at, '\'', true);
            case BASIC -> c == '"' && doubledQuotes(at, '"', true);
        };
    }

    private boolean cString(char c) {
        if (c == 'R' && looksAt("R\"") && !follows()) {
            return rawString();
        }
        // A quote inside of a number groups its digits; numbers are read as a whole.
        return (c == '"' || c == '\'') && escaped(at, c);
    }

    /** A word of a letter before it belongs to the string, as in {@code LR"(...)"}. */
    private boolean follows() {
        return at > 0 && isWordPart(text.charAt(at - 1));
    }

    private boolean rawString() {
        int open = at + 2;
        while (open < text.length() && open - at - 2 <= MAX_DELIMITER && text.charAt(open) != '(') {
            open++;
        }
        if (open >= text.length() || text.charAt(open) != '(') {
            return escaped(at + 1, '"');
        }
        String end = ")" + text.substring(at + 2, open) + "\"";
        int close = text.indexOf(end, open);
        String content = text.substring(open + 1, close < 0 ? text.length() : close);
        add(Token.Kind.STRING, content);
        moveTo(close < 0 ? text.length() : close + end.length());
        return true;
    }

    private boolean csharpString(char c) {
        int quote = at;
        boolean verbatim = false;
        while (quote < text.length()
                && quote - at < MAX_DELIMITER
                && (text.charAt(quote) == '@' || text.charAt(quote) == '$')) {
            verbatim |= text.charAt(quote) == '@';
            quote++;
        }
        if (quote < text.length() && text.startsWith("\"\"\"", quote)) {
            int quotes = quote;
            while (quotes < text.length() && quotes - quote < MAX_QUOTES && text.charAt(quotes) == '"') {
                quotes++;
            }
            String fence = text.substring(quote, quotes);
            int close = text.indexOf(fence, quotes);
            add(Token.Kind.STRING, text.substring(quotes, close < 0 ? text.length() : close));
            moveTo(close < 0 ? text.length() : close + fence.length());
            return true;
        }
        if (quote < text.length() && text.charAt(quote) == '"') {
            return verbatim ? doubledQuotes(quote, '"', false) : escaped(quote, '"');
        }
        return c == '\'' && escaped(at, c);
    }

    /** A string in which a backslash takes the next character along; it ends with its line at the latest. */
    private boolean escaped(int quote, char mark) {
        StringBuilder content = new StringBuilder();
        int end = quote + 1;
        while (end < text.length() && text.charAt(end) != mark && !isLineEnd(end)) {
            if (text.charAt(end) == '\\' && end + 1 < text.length()) {
                end++;
            }
            content.append(text.charAt(end));
            end++;
        }
        boolean closed = end < text.length() && text.charAt(end) == mark;
        add(Token.Kind.STRING, mark == '"' ? content.toString() : NONE);
        moveTo(Math.max(closed ? end + 1 : end, at + 1));
        return true;
    }

    /** A string in which a doubled quote stands for one. */
    private boolean doubledQuotes(int quote, char mark, boolean endsWithLine) {
        StringBuilder content = new StringBuilder();
        int end = quote + 1;
        while (end < text.length()) {
            char c = text.charAt(end);
            if (c == mark) {
                if (end + 1 == text.length() || text.charAt(end + 1) != mark) {
                    break;
                }
                end++;
            } else if (endsWithLine && (c == '\n' || c == '\r')) {
                break;
            }
            content.append(c);
            end++;
        }
        boolean closed = end < text.length() && text.charAt(end) == mark;
        add(Token.Kind.STRING, content.toString());
        moveTo(closed ? end + 1 : end);
        return true;
    }

    private void number() {
        int end = at;
        while (end < text.length() && isNumberPart(end)) {
            end++;
        }
        add(Token.Kind.NUMBER, text.substring(at, end));
        moveTo(end);
    }

    private boolean isNumberPart(int position) {
        char c = text.charAt(position);
        boolean groups = language == Language.C
                && c == '\''
                && position + 1 < text.length()
                && Character.isLetterOrDigit(text.charAt(position + 1));
        return isWordPart(c) || groups;
    }

    private void word() {
        int end = at;
        while (end < text.length() && isWordPart(text.charAt(end))) {
            end++;
        }
        String word = text.substring(at, end);
        boolean hasString = end < text.length() && text.charAt(end) == '"';
        if (language == Language.BASIC && word.equalsIgnoreCase("Rem") && isStatementStart()) {
            skipLine();
        } else if (language == Language.C && hasString && word.length() > 1 && word.endsWith("R")) {
            // The R of a raw string with a prefix, such as LR or u8R.
            moveTo(end - 1);
            rawString();
        } else if (language == Language.C && hasString && word.matches("L|u|U|u8")) {
            moveTo(end);
        } else {
            add(Token.Kind.WORD, word);
            moveTo(end);
        }
    }

    private boolean isStatementStart() {
        if (tokens.isEmpty()) {
            return true;
        }
        Token last = tokens.get(tokens.size() - 1);
        return last.line() < line || last.is(':');
    }
}
