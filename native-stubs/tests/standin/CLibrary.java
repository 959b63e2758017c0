package io.github.wininet4j.nativelib.capi;

import com.sun.jna.Callback;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;

/** Takes the engine's place in the tests of how the library starts Java: prints each call and answers it with 1. */
public final class CLibrary {
    /** The entry. */
    public interface Dispatch extends Callback {
        /** Takes a call. */
        long call(int function, Pointer arguments, Pointer lastError);
    }

    private static Dispatch dispatch;

    private CLibrary() {}

    /** Called by the library. */
    public static void start(String libraryPath) {
        NativeLibrary library = NativeLibrary.getInstance(libraryPath);
        String[] names = library.getFunction("wininet4j_functions")
                .invokeString(new Object[0], false)
                .split("\n");
        System.out.println("start " + libraryPath);
        dispatch = (function, arguments, lastError) -> {
            System.out.println(names[function] + " " + arguments.getLong(0));
            lastError.setInt(0, 1234);
            return 1;
        };
        library.getFunction("wininet4j_install").invokeVoid(new Object[] {dispatch});
    }
}
