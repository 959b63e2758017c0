package io.github.wininet4j.cli.port;

/** What a name stands for. */
enum Kind {
    FUNCTION("function", "Functions"),
    OPTION("option", "Options"),
    FLAG("flag", "Flags and other values"),
    STATUS("status", "Statuses"),
    ERROR("error", "Errors");

    private final String word;
    private final String title;

    Kind(String word, String title) {
        this.word = word;
        this.title = title;
    }

    /** Returns the word for one of them. */
    String word() {
        return word;
    }

    /** Returns the word for a number of them. */
    String plural(int count) {
        return count == 1 ? word : word.equals("status") ? "statuses" : word + "s";
    }

    /** Returns the heading over several. */
    String title() {
        return title;
    }
}
