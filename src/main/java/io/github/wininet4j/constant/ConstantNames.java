package io.github.wininet4j.constant;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Map;

/** Finds the symbolic names of numbers by reading the constants of a class. */
final class ConstantNames {
    private ConstantNames() {}

    /**
     * Collects the constants of classes.
     *
     * @param prefix how the names to collect start
     * @param classes where the constants are; of several names of one number the first counts
     * @return number to name
     */
    static Map<Integer, String> of(String prefix, Class<?>... classes) {
        Map<Integer, String> names = new HashMap<>();
        for (Class<?> type : classes) {
            for (Field field : type.getFields()) {
                if (field.getName().startsWith(prefix) && Modifier.isStatic(field.getModifiers())) {
                    names.putIfAbsent(value(field), field.getName());
                }
            }
        }
        return Map.copyOf(names);
    }

    private static int value(Field field) {
        try {
            return field.getInt(null);
        } catch (IllegalAccessException e) {
            throw new LinkageError("public constant not readable: " + field, e);
        }
    }
}
