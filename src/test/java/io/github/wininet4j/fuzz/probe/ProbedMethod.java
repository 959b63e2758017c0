package io.github.wininet4j.fuzz.probe;

import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** Puts a probe at the start of each block, and routes calls of the JDK's text methods through {@link JdkCalls}. */
final class ProbedMethod extends MethodVisitor {
    private static final String PROBES = "io/github/wininet4j/fuzz/probe/Probes";
    private static final Handle BOOTSTRAP = new Handle(
            Opcodes.H_INVOKESTATIC,
            "io/github/wininet4j/fuzz/probe/JdkCalls",
            "link",
            "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;"
                    + "Ljava/lang/String;I)Ljava/lang/invoke/CallSite;",
            false);

    private final String owner;
    private final boolean countsSteps;

    /** Whether the next instruction begins a block. */
    private boolean atStart = true;

    ProbedMethod(MethodVisitor next, String owner, boolean countsSteps) {
        super(Opcodes.ASM9, next);
        this.owner = owner;
        this.countsSteps = countsSteps;
    }

    private void probe() {
        if (atStart) {
            atStart = false;
            super.visitLdcInsn(Probes.add(owner));
            super.visitMethodInsn(Opcodes.INVOKESTATIC, PROBES, "enter", "(I)V", false);
        }
    }

    @Override
    public void visitLabel(Label label) {
        super.visitLabel(label);
        atStart = true;
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
        probe();
        super.visitJumpInsn(opcode, label);
        atStart = true;
    }

    @Override
    public void visitInsn(int opcode) {
        probe();
        super.visitInsn(opcode);
    }

    @Override
    public void visitVarInsn(int opcode, int index) {
        probe();
        super.visitVarInsn(opcode, index);
    }

    @Override
    public void visitFieldInsn(int opcode, String type, String name, String descriptor) {
        probe();
        super.visitFieldInsn(opcode, type, name, descriptor);
    }

    @Override
    public void visitMethodInsn(int opcode, String type, String name, String descriptor, boolean ofInterface) {
        probe();
        boolean isStatic = opcode == Opcodes.INVOKESTATIC;
        if (!countsSteps || opcode == Opcodes.INVOKESPECIAL || !JdkCalls.count(type, name)) {
            super.visitMethodInsn(opcode, type, name, descriptor, ofInterface);
            return;
        }
        String whole = isStatic ? descriptor : "(" + Type.getObjectType(type).getDescriptor() + descriptor.substring(1);
        super.visitInvokeDynamicInsn(name, whole, BOOTSTRAP, type.replace('/', '.'), isStatic ? 1 : 0);
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
        probe();
        super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
        if (countsSteps && name.equals("makeConcatWithConstants")) {
            super.visitInsn(Opcodes.DUP);
            super.visitMethodInsn(Opcodes.INVOKESTATIC, PROBES, "chargeText", "(Ljava/lang/Object;)V", false);
        }
    }
}
