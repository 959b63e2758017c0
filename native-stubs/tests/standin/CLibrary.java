package io.github.wininet4j.nativelib.capi;

import com.sun.jna.Pointer;

/** Takes the engine's place in the tests of how the library starts Java: prints each call and answers it with 1. */
public final class CLibrary {
    private static final int ID = 7;

    private static String[] names;

    private CLibrary() {}

    /** Called by the library. */
    public static int start(String functions) {
        names = functions.split("\n");
        System.out.println("start with " + names[0]);
        return ID;
    }

    private static long call(
            int id,
            int function,
            int lastError,
            long lastErrorPlace,
            long a,
            long b,
            long c,
            long d,
            long e,
            long f,
            long g,
            long h,
            long i) {
        System.out.println(names[function] + " " + a);
        new Pointer(lastErrorPlace).setInt(0, id == ID ? 1234 : 0);
        return 1;
    }

    private static native void notify(long callback, long handle, long context, int status, long info, int length);

    private static native int copy(byte[] to, long from);
}
