package io.github.wininet4j.fuzz.probe;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** Loads the project's classes once more, with probes in those of some packages. */
public final class ProbedLoader extends ClassLoader {
    private static final String ROOT = "io.github.wininet4j.";
    private static final String PROBES = ROOT + "fuzz.probe.";

    private final List<String> prefixes;
    private final boolean countsSteps;

    /**
     * Creates a loader and forgets what earlier ones counted.
     *
     * @param packages the packages that get probes, below the root package
     * @param countsSteps whether methods of the JDK count by the characters they handle
     */
    public ProbedLoader(List<String> packages, boolean countsSteps) {
        super(ProbedLoader.class.getClassLoader());
        this.prefixes = packages.stream().map(name -> ROOT + name + ".").toList();
        this.countsSteps = countsSteps;
        Probes.reset();
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(ROOT) || name.startsWith(PROBES)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : define(name);
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = in.readAllBytes();
            byte[] code = isProbed(name) ? probed(name, bytes) : bytes;
            return defineClass(name, code, 0, code.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isProbed(String name) {
        String top = name.indexOf('$') < 0 ? name : name.substring(0, name.indexOf('$'));
        return prefixes.stream().anyMatch(name::startsWith)
                && !top.endsWith("Test")
                && (!top.endsWith("Target") || top.endsWith("SelfTestTarget"));
    }

    private byte[] probed(String name, byte[] bytes) {
        ClassReader reader = new ClassReader(bytes);
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, writer) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access, String method, String descriptor, String signature, String[] exceptions) {
                        MethodVisitor next = super.visitMethod(access, method, descriptor, signature, exceptions);
                        return new ProbedMethod(next, name.replace('.', '/'), countsSteps);
                    }
                },
                0);
        return writer.toByteArray();
    }
}
