package io.github.wininet4j.nativelib.memory;

import io.github.wininet4j.type.Structure;
import io.github.wininet4j.type.URL_COMPONENTS;
import org.jspecify.annotations.Nullable;

/** The six parts of {@code URL_COMPONENTS} that are a pointer and a length; of the A structure as well. */
public enum UrlPart {
    /** Scheme name. */
    SCHEME("Scheme"),
    /** Host name. */
    HOST("HostName"),
    /** User name. */
    USER("UserName"),
    /** Password. */
    PASSWORD("Password"),
    /** Path. */
    PATH("UrlPath"),
    /** Query and fragment. */
    EXTRA("ExtraInfo");

    private final String pointer;
    private final String length;

    UrlPart(String name) {
        this.pointer = "lpsz" + name;
        this.length = "dw" + name + "Length";
    }

    /**
     * Returns where the pointer is; the same in the A and the W structure.
     *
     * @return bytes from the start of the structure
     */
    public int pointerOffset() {
        return StructureLayout.of(URL_COMPONENTS.class).offset(pointer);
    }

    /**
     * Returns where the length is; the same in the A and the W structure.
     *
     * @return bytes from the start of the structure
     */
    public int lengthOffset() {
        return StructureLayout.of(URL_COMPONENTS.class).offset(length);
    }

    /**
     * Returns the buffer of this part.
     *
     * @param parts the structure
     * @param type the type of its buffers
     * @return the buffer, or null
     * @param <B> the type of its buffers
     */
    public <B> @Nullable B buffer(Structure parts, Class<B> type) {
        Object buffer = StructureLayout.of(parts.getClass()).get(parts, pointer);
        return buffer == null ? null : type.cast(buffer);
    }

    /**
     * Returns the length of this part.
     *
     * @param parts the structure
     * @return characters
     */
    public int length(Structure parts) {
        Object value = StructureLayout.of(parts.getClass()).get(parts, length);
        return value instanceof Integer number ? number : 0;
    }

    /**
     * Sets this part.
     *
     * @param parts the structure
     * @param buffer its buffer, or null
     * @param count its length in characters
     */
    public void set(Structure parts, @Nullable Object buffer, int count) {
        StructureLayout layout = StructureLayout.of(parts.getClass());
        layout.set(parts, pointer, buffer);
        layout.set(parts, length, count);
    }
}
