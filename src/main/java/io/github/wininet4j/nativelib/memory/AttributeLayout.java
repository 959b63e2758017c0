package io.github.wininet4j.nativelib.memory;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import io.github.wininet4j.constant.GopherAttribute;
import io.github.wininet4j.type.GOPHER_ATTRIBUTE_TYPE;
import io.github.wininet4j.type.Structure;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code GOPHER_ATTRIBUTE_TYPE} in C memory: two numbers, and a union of structures of which the numbers say which. */
public final class AttributeLayout {
    private static final int CATEGORY = 0;
    private static final int ID = Integer.BYTES;
    private static final int UNION = 2 * Integer.BYTES;
    private static final Charset CP_ACP = Charset.forName("windows-1252");

    /** The members of the union; most are in the order of their numbers. */
    private static final List<Field> PARTS = parts();

    private AttributeLayout() {}

    private static List<Field> parts() {
        List<Field> parts = new ArrayList<>();
        for (Field field : GOPHER_ATTRIBUTE_TYPE.class.getDeclaredFields()) {
            if (Structure.class.isAssignableFrom(field.getType())) {
                parts.add(field);
            }
        }
        return List.copyOf(parts);
    }

    /**
     * Writes an attribute.
     *
     * @param attribute what to write
     * @param ansi whether its texts are of bytes
     * @param arena where it and its texts go
     * @return where it is
     */
    public static Pointer write(GOPHER_ATTRIBUTE_TYPE attribute, boolean ansi, Arena arena) {
        Pointer memory = arena.allocate(attribute.sizeof());
        memory.setInt(CATEGORY, attribute.CategoryId);
        memory.setInt(ID, attribute.AttributeId);
        for (Field part : PARTS) {
            if (value(part, attribute) instanceof Structure structure) {
                writePart(structure, memory.share(UNION), ansi, arena);
            }
        }
        return memory;
    }

    private static void writePart(Structure part, Pointer memory, boolean ansi, Arena arena) {
        StructureLayout layout = StructureLayout.of(part.getClass());
        if (!ansi) {
            layout.write(part, memory, arena);
            return;
        }
        layout.writeNumbers(part, memory);
        for (Field field : part.getClass().getDeclaredFields()) {
            if (value(field, part) instanceof String text) {
                memory.setPointer(layout.offset(field.getName()), arena.ansi(text.getBytes(CP_ACP)));
            }
        }
    }

    /**
     * Reads an attribute with texts of UTF-16.
     *
     * @param memory where it is
     * @return the attribute
     */
    public static GOPHER_ATTRIBUTE_TYPE read(Pointer memory) {
        GOPHER_ATTRIBUTE_TYPE attribute = new GOPHER_ATTRIBUTE_TYPE();
        attribute.CategoryId = memory.getInt(CATEGORY);
        attribute.AttributeId = memory.getInt(ID);
        for (Field part : PARTS) {
            if (part.getName().equals(name(attribute))) {
                try {
                    Structure structure =
                            (Structure) part.getType().getConstructor().newInstance();
                    StructureLayout.of(structure.getClass()).read(structure, memory.share(UNION));
                    part.set(attribute, structure);
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        return attribute;
    }

    /** Questions have no number of their own. */
    private static @Nullable String name(GOPHER_ATTRIBUTE_TYPE attribute) {
        if (attribute.AttributeId == GopherAttribute.GOPHER_ATTRIBUTE_ID_UNKNOWN) {
            return attribute.CategoryId == GopherAttribute.GOPHER_CATEGORY_ID_ASK ? "Ask" : "Unknown";
        }
        int place = attribute.AttributeId - GopherAttribute.GOPHER_ATTRIBUTE_ID_ADMIN;
        return place >= 0 && place < PARTS.size() ? PARTS.get(place).getName() : null;
    }

    private static @Nullable Object value(Field field, Structure structure) {
        try {
            return Modifier.isStatic(field.getModifiers()) ? null : field.get(structure);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns whether C functions on this machine can take one from Java: where pointers have 64 bits. */
    public static boolean isPassed() {
        return Native.POINTER_SIZE == Long.BYTES;
    }
}
