package io.github.wininet4j.nativelib;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import io.github.wininet4j.nativelib.capi.CLibrary;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
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
        for (String place : places(named(chosen))) {
            if (obstacle(place) == null) {
                return place;
            }
        }
        return null;
    }

    static String require(@Nullable String chosen) {
        String named = named(chosen);
        List<String> obstacles = new ArrayList<>();
        for (String place : places(named)) {
            String obstacle = obstacle(place);
            if (obstacle == null) {
                return place;
            }
            obstacles.add(place + " " + obstacle);
        }
        String all = String.join(", ", obstacles);
        throw new IllegalArgumentException(
                named == null
                        ? "no wininet library: " + (all.isEmpty() ? "it is not known where the jar is" : all)
                                + "; name one with -D" + PROPERTY
                        : "no wininet library: " + all);
    }

    static boolean isOwn(String location) {
        return CLibrary.isOwn(NativeLibrary.getInstance(location));
    }

    private static @Nullable String named(@Nullable String chosen) {
        return chosen == null ? System.getProperty(PROPERTY) : chosen;
    }

    private static List<String> places(@Nullable String named) {
        if (named != null) {
            return List.of(named);
        }
        return Platform.isWindows() ? List.of("wininet") : besideTheClasses();
    }

    /** Says what keeps a library from being loaded, or returns null. */
    private static @Nullable String obstacle(String place) {
        File file = new File(place);
        if (file.isAbsolute() && !file.exists()) {
            return "does not exist";
        }
        try {
            NativeLibrary.getInstance(place);
            return null;
        } catch (UnsatisfiedLinkError e) {
            return "cannot be loaded: " + reason(e);
        }
    }

    /** What the system said first; JNA puts its own words around it and a search of the class path after it. */
    private static String reason(UnsatisfiedLinkError error) {
        Throwable[] tries = error.getSuppressed();
        String message = String.valueOf((tries.length == 0 ? error : tries[0]).getMessage());
        return message.lines().findFirst().orElse("");
    }

    /**
     * Beside {@code wininet4j.jar} or the folder of classes: in the folder {@code native} where the project is built,
     * side by side in the folder that C programs are given.
     */
    private static List<String> besideTheClasses() {
        CodeSource source = LibraryLocation.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            return List.of();
        }
        try {
            Path place = Path.of(source.getLocation().toURI()).toAbsolutePath().getParent();
            String name = System.mapLibraryName("wininet");
            return place == null
                    ? List.of()
                    : List.of(
                            place.resolve("native").resolve(name).toString(),
                            place.resolve(name).toString());
        } catch (URISyntaxException e) {
            return List.of();
        }
    }
}
