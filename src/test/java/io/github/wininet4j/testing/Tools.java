package io.github.wininet4j.testing;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opentest4j.TestAbortedException;

/** Programs that some tests need and that a machine may lack. */
public final class Tools {
    /** If set to 1, a missing tool fails the tests that need it instead of skipping them. */
    public static final String REQUIRE_VARIABLE = "WININET4J_REQUIRE_TOOLS";

    /** Where servers are installed that a user's search path may leave out. */
    private static final List<String> EXTRA_FOLDERS =
            List.of("/usr/sbin", "/usr/local/sbin", "/sbin", "/opt/homebrew/bin", "/usr/local/bin");

    /**
     * Names the folder into which the packages of servers are unpacked that cannot be installed beside each other; it
     * is {@code target/peers} if not given.
     */
    public static final String PEERS_VARIABLE = "WININET4J_PEERS";

    private Tools() {}

    /** Returns the folder of unpacked packages. */
    public static Path peers() {
        return Path.of(System.getenv().getOrDefault(PEERS_VARIABLE, "target/peers"))
                .toAbsolutePath();
    }

    /**
     * Finds a program.
     *
     * @param name its name, without {@code .exe}
     * @return its file; skips the test if there is none, or fails it if {@link #REQUIRE_VARIABLE} says so
     */
    public static Path require(String name) {
        return require(name, System.getenv());
    }

    static Path require(String name, Map<String, String> environment) {
        Optional<Path> found = find(name, environment);
        if (found.isPresent()) {
            return found.get();
        }
        throw missing(name, environment);
    }

    private static TestAbortedException missing(String name, Map<String, String> environment) {
        String message = name + " is not installed";
        if ("1".equals(environment.get(REQUIRE_VARIABLE))) {
            throw new AssertionError(message + ", and " + REQUIRE_VARIABLE + " is 1");
        }
        return new TestAbortedException(message);
    }

    /**
     * Looks for a file that a package of the system brings.
     *
     * @param file its path
     * @return the file; skips the test if it is not there, or fails it if {@link #REQUIRE_VARIABLE} says so
     */
    public static Path requireFile(Path file) {
        if (Files.isRegularFile(file)) {
            return file;
        }
        throw missing(file.toString(), System.getenv());
    }

    private static Optional<Path> find(String name, Map<String, String> environment) {
        List<String> folders = new ArrayList<>();
        folders.addAll(List.of(environment.getOrDefault("PATH", "").split(File.pathSeparator, -1)));
        folders.addAll(EXTRA_FOLDERS);
        folders.add(peers().resolve("usr/sbin").toString());
        folders.add(peers().resolve("usr/bin").toString());
        return folders.stream()
                .filter(folder -> !folder.isEmpty())
                .map(Path::of)
                .flatMap(folder -> List.of(folder.resolve(name), folder.resolve(name + ".exe")).stream())
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }
}
