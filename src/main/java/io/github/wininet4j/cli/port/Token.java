package io.github.wininet4j.cli.port;

/**
 * A piece of a source that is neither space nor comment.
 *
 * @param kind what it is
 * @param text a word, the content of a string, or a single character
 * @param line the line from 1 in which it begins
 */
record Token(Kind kind, String text, int line) {
    /** What a piece is. */
    enum Kind {
        WORD,
        NUMBER,
        STRING,
        SYMBOL
    }

    /** Returns whether it is this character. */
    boolean is(char symbol) {
        return kind == Kind.SYMBOL && text.charAt(0) == symbol;
    }

    /** Returns whether it is this word, in upper or lower case. */
    boolean isWord(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    /** Returns whether it is a string. */
    boolean isString() {
        return kind == Kind.STRING;
    }
}
