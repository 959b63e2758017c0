package io.github.wininet4j.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The libraries that the jar expects beside it, for a jar that was moved without them. */
final class MissingLibraries {
    /** What programs that use the engine alone may leave out. */
    private static final Pattern OPTIONAL = Pattern.compile("(.*/)?(jna|jspecify)-.*");

    private MissingLibraries() {}

    /**
     * Says in one line what is missing.
     *
     * @param classPath the class path of the JVM; only a jar that is all of it, as with {@code java -jar}, depends on
     *     what is beside it
     * @return the line, or null if all is there
     */
    static @Nullable String line(String classPath) {
        Path jar = Path.of(classPath.isEmpty() || classPath.contains(File.pathSeparator) ? "." : classPath);
        if (!Files.isRegularFile(jar)) {
            return null;
        }
        List<String> missing = new ArrayList<>();
        for (String name : named(jar)) {
            if (!OPTIONAL.matcher(name).matches() && !Files.exists(jar.resolveSibling(name))) {
                missing.add(name);
            }
        }
        return missing.isEmpty()
                ? null
                : jar.getFileName() + " needs " + String.join(", ", missing)
                        + " beside it: copy the folder lib too, or take wininet4j-all.jar, which has all in it";
    }

    private static List<String> named(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            @Nullable
            String names =
                    manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            return names == null ? List.of() : List.of(names.split(" ", -1));
        } catch (IOException e) {
            // What Java runs from can be read; if not, there is nothing to say about it.
            return List.of();
        }
    }
}
