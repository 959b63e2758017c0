package io.github.wininet4j.type;

import org.jspecify.annotations.Nullable;

/** Gopher+ attribute: a question that the item asks. */
public final class GOPHER_ASK_ATTRIBUTE_TYPE implements Structure {
    /** Kind of the question. */
    public @Nullable String QuestionType;

    /** Its text. */
    public @Nullable String QuestionText;

    /** Creates a structure of zeros. */
    public GOPHER_ASK_ATTRIBUTE_TYPE() {}

    @Override
    public int sizeof() {
        return 16;
    }

    @Override
    public String toString() {
        return Structure.describe(this);
    }
}
