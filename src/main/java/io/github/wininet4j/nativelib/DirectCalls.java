package io.github.wininet4j.nativelib;

/**
 * Patterns of classes with one method that JNA binds to a C function, by the number of its arguments. They are never
 * used as they are: each function has a hidden class of its own.
 *
 * <p>Where pointers have 64 bits, each argument takes a place of 64 bits, of which a function looks at those that its
 * parameter has.
 */
final class DirectCalls {
    private DirectCalls() {}

    /** With as many arguments as the name says. */
    static final class With0 {
        private With0() {}

        static native long call();
    }

    /** With as many arguments as the name says. */
    static final class With1 {
        private With1() {}

        static native long call(long a);
    }

    /** With as many arguments as the name says. */
    static final class With2 {
        private With2() {}

        static native long call(long a, long b);
    }

    /** With as many arguments as the name says. */
    static final class With3 {
        private With3() {}

        static native long call(long a, long b, long c);
    }

    /** With as many arguments as the name says. */
    static final class With4 {
        private With4() {}

        static native long call(long a, long b, long c, long d);
    }

    /** With as many arguments as the name says. */
    static final class With5 {
        private With5() {}

        static native long call(long a, long b, long c, long d, long e);
    }

    /** With as many arguments as the name says. */
    static final class With6 {
        private With6() {}

        static native long call(long a, long b, long c, long d, long e, long f);
    }

    /** With as many arguments as the name says. */
    static final class With7 {
        private With7() {}

        static native long call(long a, long b, long c, long d, long e, long f, long g);
    }

    /** With as many arguments as the name says. */
    static final class With8 {
        private With8() {}

        static native long call(long a, long b, long c, long d, long e, long f, long g, long h);
    }

    /** With as many arguments as the name says. */
    static final class With9 {
        private With9() {}

        static native long call(long a, long b, long c, long d, long e, long f, long g, long h, long i);
    }
}
