package io.github.wininet4j.type;

import org.jspecify.annotations.Nullable;

/**
 * The six parts of a URL by {@link UrlPart}, in the wide structure as in that of the A functions.
 *
 * @param <B> what its pointers point to
 */
public interface UrlParts<B> extends Structure {
    /**
     * Returns the buffer of a part.
     *
     * @param part which one
     * @return its buffer, or null
     */
    @Nullable
    B buffer(UrlPart part);

    /**
     * Returns the length of a part.
     *
     * @param part which one
     * @return characters, of the form of the structure
     */
    int length(UrlPart part);

    /**
     * Sets a part.
     *
     * @param part which one
     * @param buffer its buffer, or null
     * @param length its length in characters, of the form of the structure
     */
    void set(UrlPart part, @Nullable B buffer, int length);
}
