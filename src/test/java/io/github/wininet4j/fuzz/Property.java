package io.github.wininet4j.fuzz;

/** What must hold for every input. An assertion library would cost more than what is asserted. */
public final class Property {
    private Property() {}

    /**
     * Fails unless something holds.
     *
     * @param holds whether it does
     * @param property what it is
     * @throws AssertionError if it does not
     */
    public static void check(boolean holds, String property) {
        if (!holds) {
            throw new AssertionError("does not hold: " + property);
        }
    }

    /**
     * Returns whether a text consists of some characters.
     *
     * @param text the text
     * @param first the lowest character
     * @param last the highest character
     * @param but characters that do not belong to them
     * @return whether there is no other one
     */
    public static boolean isOf(String text, char first, char last, String but) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < first || c > last || but.indexOf(c) >= 0) {
                return false;
            }
        }
        return true;
    }
}
