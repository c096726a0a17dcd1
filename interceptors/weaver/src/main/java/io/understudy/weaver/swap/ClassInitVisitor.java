package io.understudy.weaver.swap;

import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Tells the engine when a thread is inside a static initialiser, where it must not hand the turn
 * over, and in one of the JDK neither log nor count.
 */
final class ClassInitVisitor extends MethodVisitor {
  private static final String CLASS_INIT = "io/understudy/engine/hook/ClassInit";

  private final boolean frames;
  private final Label start = new Label();
  private final Label end = new Label();

  private final boolean jdk;

  ClassInitVisitor(MethodVisitor next, int majorVersion, boolean jdk) {
    super(Opcodes.ASM9, next);
    this.jdk = jdk;
    frames = majorVersion >= Opcodes.V1_6;
  }

  @Override
  public void visitCode() {
    super.visitCode();
    call(jdk ? "enterJdk" : "enter");
    visitLabel(start);
    // an empty body would make an empty, and so illegal, range
    visitInsn(Opcodes.NOP);
  }

  @Override
  public void visitInsn(int opcode) {
    if (opcode == Opcodes.RETURN) {
      call("exit");
    }
    super.visitInsn(opcode);
  }

  @Override
  public void visitMaxs(int maxStack, int maxLocals) {
    visitLabel(end);
    if (frames) {
      Object[] thrown = {"java/lang/Throwable"};
      visitFrame(Opcodes.F_FULL, 0, new Object[0], 1, thrown);
    }
    call("exit");
    visitInsn(Opcodes.ATHROW);
    // last in the table: handlers of the body come first
    visitTryCatchBlock(start, end, end, null);
    super.visitMaxs(Math.max(maxStack, 1), maxLocals);
  }

  private void call(String name) {
    super.visitMethodInsn(Opcodes.INVOKESTATIC, CLASS_INIT, name, "()V", false);
  }
}
