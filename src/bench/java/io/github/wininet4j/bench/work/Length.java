package io.github.wininet4j.bench.work;

/** How long a run is. */
public enum Length {
    /** A look, in minutes. */
    QUICK(3, 300, 6_000, 8),
    /** The figures to publish. */
    FULL(5, 1_000, 10_000, 1);

    private final int rounds;
    private final int roundMillis;
    private final int warmUpMillis;
    private final int divisor;

    Length(int rounds, int roundMillis, int warmUpMillis, int divisor) {
        this.rounds = rounds;
        this.roundMillis = roundMillis;
        this.warmUpMillis = warmUpMillis;
        this.divisor = divisor;
    }

    /** The number of rounds of each contestant. */
    public int rounds() {
        return rounds;
    }

    /** Returns how long a turn is, in milliseconds. */
    public int roundMillis() {
        return roundMillis;
    }

    /**
     * Returns how long a contestant may run before it is measured; it stops earlier once its rate settles:
     * milliseconds.
     */
    public int warmUpMillis() {
        return warmUpMillis;
    }

    /** Returns by what the big bodies are cut. */
    public int divisor() {
        return divisor;
    }
}
