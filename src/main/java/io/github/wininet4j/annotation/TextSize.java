package io.github.wininet4j.annotation;

/** What the stated size of a text that goes in means. A text never goes on beyond its NUL. */
public enum TextSize {
    /** So many characters at most; 0 stands for all up to the NUL. */
    UP_TO_NUL_IF_ZERO,

    /** So many characters at most; 0 stands for no text. */
    NONE_IF_ZERO,

    /** As {@link #UP_TO_NUL_IF_ZERO} in a wide form; an A form takes 0 with an empty text only (R-SEND-25). */
    EMPTY_IF_ZERO_IN_ANSI,

    /** As {@link #NONE_IF_ZERO} in an A form; a wide form does not look at the size (R-CENT-12). */
    IGNORED_IN_WIDE
}
