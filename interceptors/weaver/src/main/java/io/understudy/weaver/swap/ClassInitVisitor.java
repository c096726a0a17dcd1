package io.understudy.weaver.swap;

import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Tells the engine when a thread is inside a static initialiser, where it must not hand the turn
 * over, and in one of the JDK not count.
 */
final class ClassInitVisitor extends MethodVisitor {
  private static final String CLASS_INIT = "io/understudy/engine/hook/ClassInit";

  private final boolean frames;
  private final Label start = new Label();
  private final Label end = new Label();

  private final int jdkClass;

  /**
   * Makes the visitor of one static initialiser.
   *
   * @param jdkClass hash of the class's name, or 0 for one of the server
   */
  ClassInitVisitor(MethodVisitor next, int majorVersion, int jdkClass) {
    super(Opcodes.ASM9, next);
    this.jdkClass = jdkClass;
    frames = majorVersion >= Opcodes.V1_6;
  }

  @Override
  public void visitCode() {
    super.visitCode();
    visitLdcInsn(jdkClass);
    call("enter", "(I)V");
    visitLabel(start);
    // an empty body would make an empty, and so illegal, range
    visitInsn(Opcodes.NOP);
  }

  @Override
  public void visitInsn(int opcode) {
    if (opcode == Opcodes.RETURN) {
      call("exit", "()V");
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
    call("exit", "()V");
    visitInsn(Opcodes.ATHROW);
    // last in the table: handlers of the body come first
    visitTryCatchBlock(start, end, end, null);
    super.visitMaxs(Math.max(maxStack, 1), maxLocals);
  }

  private void call(String name, String desc) {
    super.visitMethodInsn(Opcodes.INVOKESTATIC, CLASS_INIT, name, desc, false);
  }
}
