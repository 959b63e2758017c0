package io.github.wininet4j.fuzz.probe;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * What instrumented code has done: which of its blocks were entered, and how many steps it took. A step is a block, or
 * a character that a method of the JDK looks at or moves for it. One thread at a time is counted.
 */
public final class Probes {
    private static final int SIZE = 1 << 16;

    private static final byte[] HIT = new byte[SIZE];
    private static final String[] OWNERS = new String[SIZE];
    private static int count;
    private static int fresh;
    private static long steps;

    private static Consumer<byte[]> observer = input -> {};

    private Probes() {}

    /**
     * Lets somebody see every input.
     *
     * @param value is called with each, before it is run
     */
    public static void setObserver(Consumer<byte[]> value) {
        observer = value;
    }

    /**
     * Called with every input before it is run.
     *
     * @param input the input
     */
    public static void observe(byte[] input) {
        observer.accept(input);
    }

    /** Makes a block of a class known; returns its number. */
    static int add(String owner) {
        OWNERS[count] = owner;
        return count++;
    }

    /**
     * Forgets all blocks, for code that is loaded anew.
     */
    public static void reset() {
        Arrays.fill(HIT, (byte) 0);
        count = 0;
        fresh = 0;
        steps = 0;
    }

    /**
     * Called by instrumented code when it enters a block.
     *
     * @param block its number
     */
    public static void enter(int block) {
        if (HIT[block] == 0) {
            HIT[block] = 1;
            fresh++;
        }
        steps++;
    }

    /**
     * Called for what the JDK does for instrumented code.
     *
     * @param more steps
     */
    public static void charge(long more) {
        steps += more;
    }

    /**
     * Called with a text that instrumented code has put together.
     *
     * @param text the text
     */
    public static void chargeText(Object text) {
        steps += text.toString().length();
    }

    /** Returns how many blocks were entered for the first time since the last question. */
    public static int takeFresh() {
        int result = fresh;
        fresh = 0;
        return result;
    }

    /** Returns how many steps were made since the last question. */
    public static long takeSteps() {
        long result = steps;
        steps = 0;
        return result;
    }

    /**
     * Tells what part of a package's loaded code was entered.
     *
     * @param prefix the start of the names of its classes, with slashes
     * @return blocks entered, blocks there are
     */
    public static int[] covered(String prefix) {
        int entered = 0;
        int all = 0;
        for (int i = 0; i < count; i++) {
            if (OWNERS[i].startsWith(prefix)) {
                all++;
                entered += HIT[i];
            }
        }
        return new int[] {entered, all};
    }
}
