package io.github.wininet4j.nativelib;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import io.github.wininet4j.nativelib.capi.CLibrary;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import org.jspecify.annotations.Nullable;

/**
 * Where the library is: what the configuration or the system property names, else the system's, else the one built
 * beside the jar.
 */
final class LibraryLocation {
    private static final String PROPERTY = "wininet4j.library";

    private LibraryLocation() {}

    /**
     * Finds the library.
     *
     * @param chosen a path or name, or null for the default
     * @return a path or name that can be loaded, or null
     */
    static @Nullable String find(@Nullable String chosen) {
        String named = chosen == null ? System.getProperty(PROPERTY) : chosen;
        if (named != null) {
            return loads(named) ? named : null;
        }
        if (Platform.isWindows()) {
            return "wininet";
        }
        Path built = besideTheClasses();
        return built != null && loads(built.toString()) ? built.toString() : null;
    }

    static String require(@Nullable String chosen) {
        String found = find(chosen);
        if (found == null) {
            String named = chosen == null ? System.getProperty(PROPERTY) : chosen;
            throw new IllegalArgumentException(
                    named == null
                            ? "no wininet library: this is not Windows, and there is no native/"
                                    + System.mapLibraryName("wininet")
                                    + " beside the jar; name one with -D" + PROPERTY
                            : "the wininet library '" + named + "' cannot be loaded");
        }
        return found;
    }

    static boolean isOwn(String location) {
        return CLibrary.isOwn(NativeLibrary.getInstance(location));
    }

    private static boolean loads(String location) {
        try {
            NativeLibrary.getInstance(location);
            return true;
        } catch (UnsatisfiedLinkError e) {
            return false;
        }
    }

    /** Beside {@code wininet4j.jar}, or beside the folder of classes while the project is built. */
    private static @Nullable Path besideTheClasses() {
        CodeSource source = LibraryLocation.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            return null;
        }
        try {
            Path place = Path.of(source.getLocation().toURI()).toAbsolutePath().getParent();
            Path library = place == null ? null : place.resolve("native").resolve(System.mapLibraryName("wininet"));
            return library != null && Files.exists(library) ? library : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
