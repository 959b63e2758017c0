package io.github.wininet4j.type;

/**
 * A C structure: public fields with the C names, in the C order. Its layout is checked against the ABI table by a test.
 * Each has a {@code toString} that shows its members.
 */
public non-sealed interface Structure extends LPVOID {
    /**
     * Puts a structure into words, for its {@code toString}: each member with its name. Passwords, cookies, keys and
     * header lines are not shown, long texts are cut.
     *
     * @param structure the structure
     * @return one line
     */
    static String describe(Structure structure) {
        return StructureText.of(structure);
    }
}
