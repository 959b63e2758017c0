package io.github.wininet4j.cli;

/** Entry point of the runnable jar. */
public final class Main {

    private Main() {}

    /**
     * Prints how to call the program.
     *
     * @param args the command and its arguments
     */
    public static void main(String[] args) {
        System.out.println("usage: java -jar wininet4j.jar COMMAND [ARGUMENT...]");
    }
}
