package io.github.wininet4j.type;

import org.jspecify.annotations.Nullable;

/**
 * {@code GOPHER_ATTRIBUTE_ENUMERATOR}: receives the attributes of a Gopher+ item; Windows retired Gopher (R-GOPHER-1).
 */
@FunctionalInterface
public interface GopherAttributeEnumerator {
    /**
     * Takes one attribute.
     *
     * @param lpAttributeInfo the attribute
     * @param dwError an error code or 0
     * @return true to go on
     */
    boolean enumerate(@Nullable GOPHER_ATTRIBUTE_TYPE lpAttributeInfo, int dwError);
}
