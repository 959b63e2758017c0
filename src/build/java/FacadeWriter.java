import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Writes the class of a facade, run by the build before it compiles. A proxy would do the same, but making one with a
 * hundred methods takes a fifth of a second at a program's first call.
 *
 * <p>Arguments: the folder of the sources, the folder to write to, and the facades by their qualified names. Only what
 * the interfaces declare counts, so nothing has to be told twice.
 */
final class FacadeWriter {
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    private final Path sources;
    private final Set<String> imports = new TreeSet<>(
            Set.of("io.github.wininet4j.function.FamilyRouter.Border", "io.github.wininet4j.function.RoutedFacade"));
    private final StringBuilder methods = new StringBuilder();
    private final StringBuilder families = new StringBuilder();

    private FacadeWriter(Path sources) {
        this.sources = sources;
    }

    public static void main(String[] arguments) throws IOException {
        for (String facade : List.of(arguments).subList(2, arguments.length)) {
            new FacadeWriter(Path.of(arguments[0])).write(facade, Path.of(arguments[1]));
        }
    }

    private void write(String facade, Path target) throws IOException {
        add(facade, facade);
        int dot = facade.lastIndexOf('.');
        String name = "Routed" + facade.substring(dot + 1);
        String text = """
                package %s;

                %s

                /** Generated: {@link %s}, each function by the object of its family. */
                final class %s extends RoutedFacade implements %3$s {
                %s
                    %4$s(Border border) {
                        super(border);
                    }
                %s}
                """.formatted(
                        facade.substring(0, dot),
                        imports.stream()
                                .filter(type -> isUsed(type.substring(type.lastIndexOf('.') + 1)))
                                .map(type -> "import " + type + ";")
                                .collect(Collectors.joining("\n")),
                        facade.substring(dot + 1),
                        name,
                        families,
                        methods);
        Path file = target.resolve(facade.substring(0, dot).replace('.', '/')).resolve(name + ".java");
        // The time of an unchanged file tells the compiler that there is nothing to do.
        if (!Files.exists(file) || !Files.readString(file).equals(text)) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
    }

    private boolean isUsed(String name) {
        return name.equals("Border")
                || name.equals("RoutedFacade")
                || Pattern.compile("\\b" + name + "\\b").matcher(methods).find();
    }

    /** Adds the methods of an interface and of those that it extends. */
    private void add(String type, String facade) throws IOException {
        Path file = sources.resolve(type.replace('.', '/') + ".java");
        CompilationUnitTree unit = parse(file);
        ClassTree declaration = (ClassTree) unit.getTypeDecls().get(0);
        for (ImportTree line : unit.getImports()) {
            imports.add((line.isStatic() ? "static " : "") + line.getQualifiedIdentifier());
        }
        if (!type.equals(facade)) {
            imports.add(type);
        }
        for (Tree parent : declaration.getImplementsClause()) {
            String name = qualified(parent.toString(), unit);
            if (Files.exists(sources.resolve(name.replace('.', '/') + ".java"))) {
                add(name, facade);
            }
        }
        int before = methods.length();
        for (Tree member : declaration.getMembers()) {
            if (member instanceof MethodTree method
                    && !method.getModifiers().getFlags().contains(Modifier.STATIC)
                    && !method.getModifiers().getFlags().contains(Modifier.DEFAULT)) {
                methods.append(type.equals(facade) ? own(method) : function(method, declaration));
            }
        }
        if (!type.equals(facade) && methods.length() > before) {
            addFamily(declaration.getSimpleName().toString());
        }
    }

    /** Adds the object of a family, found at the first call of one of its functions by whichever thread. */
    private void addFamily(String type) {
        families.append("    private volatile %s %s;\n".formatted(type, field(type)));
        methods.append("""

                    private %1$s %2$s() {
                        %1$s known = %2$s;
                        if (known == null) {
                            known = (%1$s) family(%1$s.class);
                            %2$s = known;
                        }
                        return known;
                    }
                """.formatted(type, field(type)));
    }

    private static String field(String type) {
        return Character.toLowerCase(type.charAt(0)) + type.substring(1);
    }

    private static CompilationUnitTree parse(Path file) throws IOException {
        try (StandardJavaFileManager files = COMPILER.getStandardFileManager(null, null, null)) {
            JavacTask task =
                    (JavacTask) COMPILER.getTask(null, files, null, null, null, files.getJavaFileObjects(file));
            return task.parse().iterator().next();
        }
    }

    private static String qualified(String name, CompilationUnitTree unit) {
        return unit.getImports().stream()
                .map(line -> line.getQualifiedIdentifier().toString())
                .filter(type -> type.endsWith("." + name))
                .findFirst()
                .orElse(unit.getPackageName() + "." + name);
    }

    private static String function(MethodTree method, ClassTree family) {
        String type = family.getSimpleName().toString();
        String arguments = method.getParameters().stream()
                .map(parameter -> parameter.getName().toString())
                .collect(Collectors.joining(", "));
        VariableTree first =
                method.getParameters().isEmpty() ? null : method.getParameters().get(0);
        String handle = first != null && first.getType().toString().equals("HINTERNET")
                ? first.getName().toString()
                : "null";
        return body(method, """
                        try {
                            begin(%1$s.class, "%2$s");
                            %3$s%4$s().%2$s(%5$s);
                        } catch (Throwable t) {
                            %6$sfailed(%1$s.class, "%2$s", %7$s, t);
                        }
                """.formatted(
                type, method.getName(), isVoid(method) ? "" : "return ", field(type), arguments, cast(method), handle));
    }

    private static String own(MethodTree method) {
        return body(method, "        %sown(\"%s\");\n".formatted(cast(method), method.getName()));
    }

    private static boolean isVoid(MethodTree method) {
        return method.getReturnType().toString().equals("void");
    }

    /** The beginning of a statement that returns an object as what the method declares. */
    private static String cast(MethodTree method) {
        return isVoid(method) ? "" : "return (" + method.getReturnType() + ") ";
    }

    private static String body(MethodTree method, String statements) {
        return """

                    @Override
                    public %s %s(%s) {
                %s    }
                """.formatted(
                        method.getReturnType(),
                        method.getName(),
                        method.getParameters().stream()
                                .map(parameter -> parameter.getType() + " " + parameter.getName())
                                .collect(Collectors.joining(", ")),
                        statements);
    }
}
