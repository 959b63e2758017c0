package io.github.wininet4j.type;

/** The six parts of {@code URL_COMPONENTS} that are a pointer and a length. */
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

    private final String pointerName;
    private final String lengthName;

    UrlPart(String name) {
        this.pointerName = "lpsz" + name;
        this.lengthName = "dw" + name + "Length";
    }

    /** {@return the name of the member with the pointer} */
    public String pointerName() {
        return pointerName;
    }

    /** {@return the name of the member with the length} */
    public String lengthName() {
        return lengthName;
    }
}
