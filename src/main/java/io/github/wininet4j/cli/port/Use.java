package io.github.wininet4j.cli.port;

/**
 * One place where something of WinInet is used.
 *
 * @param file the file as it was found
 * @param line the line from 1; 0 in a program or library
 * @param how in which way, such as {@code call} or {@code import}
 * @param name the name as C has it
 */
record Use(String file, int line, How how, String name) {
    /** The ways to use a name. */
    enum How {
        CALL("call"),
        NAMED("named"),
        MEMBER("member of an object, perhaps not of WinInet"),
        DECLARED("declared"),
        BY_NAME("loaded by name"),
        BY_NUMBER("by its number"),
        MFC("through MFC"),
        IMPORT("import"),
        DELAY_IMPORT("delay import");

        private final String text;

        How(String text) {
            this.text = text;
        }

        /** Returns the way in words. */
        String text() {
            return text;
        }
    }
}
