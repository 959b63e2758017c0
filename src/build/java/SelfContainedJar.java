import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * Lays out what the jar with everything in it contains, run by the build before it packs that jar: the classes of the
 * project and of its libraries, one file for each service, the licences of the libraries each in a folder of its own,
 * and a module that requires none of the libraries.
 *
 * <p>Arguments: the version and the module-info.java of the project, the folder to write to, and the class path,
 * classes of the project first.
 */
final class SelfContainedJar {
    private static final String SERVICES = "META-INF/services/";

    /** Annotations, which neither programs nor their compilers need. */
    private static final Pattern LEFT_OUT = Pattern.compile("jspecify-.*");

    /** Of a library alone: how it was packed and built. Its classes for newer versions of Java are its module only. */
    private static final Pattern OF_THE_PACKING = Pattern.compile("module-info\\.class|META-INF/"
            + "(MANIFEST\\.MF|INDEX\\.LIST|DEPENDENCIES|.*\\.(SF|RSA|DSA)|(maven|versions)/.*)");

    private static final Pattern LEGAL = Pattern.compile("META-INF/[^/]+");

    /** Modules that are in the jar or left out of it, or have its classes opened to them. */
    private static final Pattern LIBRARY =
            Pattern.compile("com\\.sun\\.jna\\b|org\\.apache\\.|org\\.mozilla\\.|org\\.jspecify\\b");

    /** Types of JNA in methods of the project. */
    private static final List<String> EXPORTED = List.of(
            "exports com.sun.jna",
            "exports com.sun.jna.platform.win32",
            "exports com.sun.jna.ptr",
            "exports com.sun.jna.win32");

    private final Path target;
    private final Map<String, Set<String>> services = new TreeMap<>();
    private final Set<String> ofLibraries = new TreeSet<>();

    /** Modules of Java with "static " or nothing. JNA does not say that it needs these, the second for windows. */
    private final Map<String, String> required = new TreeMap<>(Map.of("java.logging", "", "java.desktop", "static "));

    private SelfContainedJar(Path target) {
        this.target = target;
    }

    public static void main(String[] arguments) throws IOException {
        List<Path> classPath = Arrays.stream(arguments[3].split(File.pathSeparator, -1))
                .map(Path::of)
                .filter(path -> !LEFT_OUT.matcher(path.getFileName().toString()).matches())
                .toList();
        SelfContainedJar jar = new SelfContainedJar(Path.of(arguments[2]));
        jar.empty();
        jar.addProject(classPath.get(0));
        for (Path library : classPath.subList(1, classPath.size())) {
            jar.addLibrary(library);
            ModuleFinder.of(library).findAll().forEach(module -> jar.addModule(module.descriptor()));
        }
        jar.writeServices();
        jar.compileModule(arguments[0], Path.of(arguments[1]));
    }

    private void empty() throws IOException {
        if (Files.exists(target)) {
            try (Stream<Path> all = Files.walk(target)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
        Files.createDirectories(target);
    }

    private void addProject(Path classes) throws IOException {
        try (Stream<Path> all = Files.walk(classes, FileVisitOption.FOLLOW_LINKS)) {
            for (Path each : all.filter(Files::isRegularFile).toList()) {
                String name = classes.relativize(each).toString().replace(File.separatorChar, '/');
                try (InputStream content = Files.newInputStream(each)) {
                    if (name.startsWith(SERVICES)) {
                        addService(name, content);
                    } else if (!name.equals("module-info.class")) {
                        add(name, content);
                    }
                }
            }
        }
    }

    private void addLibrary(Path library) throws IOException {
        String folder = library.getFileName().toString().replaceFirst("\\.jar$", "");
        try (JarFile jar = new JarFile(library.toFile())) {
            for (JarEntry entry :
                    jar.stream().filter(each -> !each.isDirectory()).toList()) {
                String name = entry.getName();
                try (InputStream content = jar.getInputStream(entry)) {
                    if (name.startsWith(SERVICES)) {
                        addService(name, content);
                        String service = name.substring(SERVICES.length());
                        ofLibraries.add("uses " + service);
                        ofLibraries.add("provides " + service + " with " + String.join(", ", services.get(name)));
                    } else if (!OF_THE_PACKING.matcher(name).matches()) {
                        boolean legal = LEGAL.matcher(name).matches();
                        add(legal ? name.replace("META-INF/", "META-INF/licenses/" + folder + "/") : name, content);
                    }
                }
            }
        }
    }

    /** What an automatic module uses and requires is not known; those here use no services of their own. */
    private void addModule(ModuleDescriptor module) {
        if (module.isAutomatic()) {
            return;
        }
        module.uses().forEach(service -> ofLibraries.add("uses " + service));
        for (ModuleDescriptor.Requires each : module.requires()) {
            if (each.name().startsWith("java.") && !each.name().equals("java.base")) {
                boolean optional = each.modifiers().contains(ModuleDescriptor.Requires.Modifier.STATIC);
                required.merge(each.name(), optional ? "static " : "", (one, other) -> one.isEmpty() ? one : other);
            }
        }
    }

    /** Fails if two libraries have the same file: one of them would not get its own. */
    private void add(String name, InputStream content) throws IOException {
        Path file = target.resolve(name);
        Files.createDirectories(file.getParent());
        Files.copy(content, file);
    }

    private void addService(String name, InputStream content) throws IOException {
        Set<String> providers = services.computeIfAbsent(name, key -> new LinkedHashSet<>());
        new String(content.readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .forEach(providers::add);
    }

    private void writeServices() throws IOException {
        for (Map.Entry<String, Set<String>> service : services.entrySet()) {
            Path file = target.resolve(service.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, String.join("\n", service.getValue()) + "\n");
        }
    }

    private void compileModule(String version, Path source) throws IOException {
        String text = Files.readString(source).replaceAll("(?s)/\\*.*?\\*/|//[^\n]*", "");
        int start = text.indexOf('{', text.indexOf("module "));
        String head = text.substring(0, start).strip();
        Set<String> statements = new LinkedHashSet<>();
        Arrays.stream(text.substring(start + 1, text.lastIndexOf('}')).split(";", -1))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty() && !isOfLibrary(statement))
                .forEach(statements::add);
        statements.addAll(EXPORTED);
        statements.addAll(ofLibraries);
        addRequired(statements);
        Path folder = Files.createDirectories(target.resolveSibling(target.getFileName() + "-module"));
        Path file = folder.resolve("module-info.java");
        Files.writeString(file, head + " {\n    " + String.join(";\n    ", statements) + ";\n}\n");
        List<String> options = List.of(
                "--release=17",
                "--module-version=" + version,
                "-proc:none",
                "-nowarn",
                "-d",
                folder.toString(),
                "--patch-module",
                head.replaceFirst("(?s).*\\s", "") + "=" + target,
                file.toString());
        if (ToolProvider.getSystemJavaCompiler().run(null, null, null, options.toArray(String[]::new)) != 0) {
            throw new IOException("the module of the jar with everything in it does not compile: " + file);
        }
        Files.copy(folder.resolve("module-info.class"), target.resolve("module-info.class"));
    }

    /** Each module once. */
    private void addRequired(Set<String> statements) {
        Set<String> named = statements.stream()
                .filter(statement -> statement.startsWith("requires "))
                .map(statement -> statement.replaceFirst(".*\\s", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        required.forEach((module, modifier) -> {
            if (named.add(module)) {
                statements.add("requires " + modifier + module);
            }
        });
    }

    private static boolean isOfLibrary(String statement) {
        boolean opened = statement.startsWith("opens ");
        boolean required = statement.startsWith("requires ");
        return (opened || required) && LIBRARY.matcher(statement).find();
    }
}
