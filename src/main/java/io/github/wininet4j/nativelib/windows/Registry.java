package io.github.wininet4j.nativelib.windows;

import org.jspecify.annotations.Nullable;

/** The values of the registry, or a double of it. Numbers, texts and bytes only. */
interface Registry {
    /** Whose part of the registry. */
    enum Hive {
        /** The user's. */
        USER,
        /** The machine's. */
        MACHINE
    }

    /** Returns a number, or null if there is none of that name. */
    @Nullable
    Integer number(Hive hive, String key, String name);

    /** Returns a text, or null if there is none of that name. */
    @Nullable
    String text(Hive hive, String key, String name);

    /** Returns bytes, or null if there are none of that name. */
    byte @Nullable [] bytes(Hive hive, String key, String name);

    /** Sets a number. */
    void set(Hive hive, String key, String name, int value);

    /** Sets a text; null deletes the value. */
    void set(Hive hive, String key, String name, @Nullable String value);

    /** Sets bytes. */
    void set(Hive hive, String key, String name, byte[] value);
}
