package io.github.wininet4j.nativelib;

import com.sun.jna.Function;
import com.sun.jna.FunctionMapper;
import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import io.github.wininet4j.nativelib.capi.CLibrary;
import io.github.wininet4j.nativelib.memory.ForeignMemory;
import io.github.wininet4j.nativelib.memory.PointerSized;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A loaded library with the C functions of WinInet, and the calling thread's last error as that library keeps it. */
final class WinInetLibrary {
    private final String name;
    private final NativeLibrary library;

    /** Where our own library has the last error of the calling thread; null where it is the system's. */
    private final @Nullable Function lastErrorPlace;

    private final boolean own;
    private final ClientCertificates clientCertificates = new ClientCertificates(this);

    private WinInetLibrary(String name, NativeLibrary library) {
        this.name = name;
        this.library = library;
        this.lastErrorPlace = find("wininet4j_last_error");
        this.own = CLibrary.isOwn(library);
    }

    /**
     * Loads a library.
     *
     * @param name a path, or a name for the system's search
     * @throws UnsatisfiedLinkError if there is none
     */
    static WinInetLibrary load(String name) {
        return new WinInetLibrary(
                name, NativeLibrary.getInstance(name, Map.of(Library.OPTION_CALLING_CONVENTION, convention())));
    }

    /** WinInet's functions are stdcall; that differs from cdecl on 32-bit Windows only. */
    private static int convention() {
        return Platform.isWindows() ? Function.ALT_CONVENTION : Function.C_CONVENTION;
    }

    /**
     * Returns the library for a class whose methods have other names than the functions.
     *
     * @param names finds the functions; two with the same text have to find the same
     */
    NativeLibrary with(FunctionMapper names) {
        return NativeLibrary.getInstance(
                name, Map.of(Library.OPTION_CALLING_CONVENTION, convention(), Library.OPTION_FUNCTION_MAPPER, names));
    }

    /** Returns an exported function, or null. */
    @Nullable
    Function find(String name) {
        try {
            return library.getFunction(name);
        } catch (UnsatisfiedLinkError e) {
            return null;
        }
    }

    /** Returns the path or name by which it was loaded. */
    String name() {
        return name;
    }

    /** Returns whether it is the project's own. */
    boolean isOwn() {
        return own;
    }

    /** Returns how to follow its pointers. */
    ForeignMemory memory() {
        return own ? ForeignMemory.TRUSTED : ForeignMemory.CHECKED;
    }

    ClientCertificates clientCertificates() {
        return clientCertificates;
    }

    /**
     * Returns a function of another system library that goes with WinInet's, or null. A library that stands for
     * wininet.dll off Windows may export it itself.
     */
    @Nullable
    Function companion(String dll, String name) {
        Function own = find(name);
        if (own != null || !Platform.isWindows()) {
            return own;
        }
        try {
            return Function.getFunction(dll, name, Function.ALT_CONVENTION);
        } catch (UnsatisfiedLinkError e) {
            return null;
        }
    }

    /** Frees memory that the library has allocated for its caller; where there is no Windows it is of the C heap. */
    void free(long address) {
        if (address == 0) {
            return;
        }
        Function globalFree = companion("kernel32", "GlobalFree");
        if (globalFree == null) {
            Native.free(address);
        } else {
            globalFree.invokePointer(new Object[] {new Pointer(address)});
        }
    }

    /** Sets the error that the next call on this thread finds. */
    void putLastError(CapturedError.OfThread error) {
        if (lastErrorPlace == null) {
            Native.setLastError(error.code);
            return;
        }
        Pointer place = error.place;
        if (place == null || VirtualThreads.isCallerVirtual()) {
            place = Objects.requireNonNull(lastErrorPlace.invokePointer(new Object[0]));
            error.place = place;
        }
        place.setInt(0, error.code);
    }

    /** Takes the error that the call just made on this thread has left. */
    void takeLastError(CapturedError.OfThread error) {
        Pointer place = error.place;
        // JNA saves the system's value within the call; asking the system later would be too late (R-GEN-19).
        error.code = place == null ? Native.getLastError() : place.getInt(0);
    }

    /**
     * Asks for an option of pointer size, without a trace but in the last error.
     *
     * @param handle the handle
     * @param option the option
     * @return its value; 0 if it cannot be had
     */
    long option(long handle, int option) {
        Function function = find("InternetQueryOptionW");
        if (function == null) {
            return 0;
        }
        // Some options of pointer size are answered with 64 bits.
        try (Memory memory = new Memory(2L * Long.BYTES)) {
            memory.clear();
            memory.setInt(Long.BYTES, Native.POINTER_SIZE);
            Object[] arguments = {PointerSized.of(handle), option, memory, memory.share(Long.BYTES)};
            return function.invokeInt(arguments) == 0 ? 0 : PointerSized.get(memory);
        }
    }

    @Override
    public String toString() {
        return library.getFile() == null ? library.getName() : library.getFile().getPath();
    }
}
