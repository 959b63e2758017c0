import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
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
            Set.of("io.github.wininet4j.function.FamilyRouter", "io.github.wininet4j.function.RoutedFacade"));
    private final StringBuilder methods = new StringBuilder();
    private int functions;

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

                /** Generated: {@link %s}, each function by the router. */
                final class %s extends RoutedFacade implements %3$s {
                    %4$s(FamilyRouter router) {
                        super(router, %3$s.class, %d);
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
                        functions,
                        methods);
        Path file = target.resolve(facade.substring(0, dot).replace('.', '/')).resolve(name + ".java");
        // The time of an unchanged file tells the compiler that there is nothing to do.
        if (!Files.exists(file) || !Files.readString(file).equals(text)) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
    }

    private boolean isUsed(String name) {
        return name.equals("FamilyRouter")
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
        for (Tree member : declaration.getMembers()) {
            if (member instanceof MethodTree method
                    && !method.getModifiers().getFlags().contains(Modifier.STATIC)
                    && !method.getModifiers().getFlags().contains(Modifier.DEFAULT)) {
                methods.append(type.equals(facade) ? own(method) : function(method, declaration));
            }
        }
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

    private String function(MethodTree method, ClassTree family) {
        String arguments = method.getParameters().stream()
                .map(parameter -> parameter.getName().toString())
                .collect(Collectors.joining(", "));
        return body(
                method,
                "call(%d, %s.class, \"%s\", new Object[] {%s})"
                        .formatted(functions++, family.getSimpleName(), method.getName(), arguments));
    }

    private static String own(MethodTree method) {
        return body(method, "own(\"" + method.getName() + "\")");
    }

    private static String body(MethodTree method, String call) {
        String result = method.getReturnType().toString();
        return """

                    @Override
                    public %s %s(%s) {
                        %s%s;
                    }
                """.formatted(
                        result,
                        method.getName(),
                        method.getParameters().stream()
                                .map(parameter -> parameter.getType() + " " + parameter.getName())
                                .collect(Collectors.joining(", ")),
                        result.equals("void") ? "" : "return (" + result + ") ",
                        call);
    }
}
