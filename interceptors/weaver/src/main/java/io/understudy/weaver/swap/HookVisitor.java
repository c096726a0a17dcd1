package io.understudy.weaver.swap;

import io.understudy.weaver.table.MethodHook;
import io.understudy.weaver.table.Target;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** Weaves one {@link MethodHook} into its method. */
final class HookVisitor extends MethodVisitor {
  private final MethodHook hook;
  private final boolean isStatic;
  private final int growth;

  HookVisitor(MethodVisitor next, MethodHook hook, boolean isStatic) {
    super(Opcodes.ASM9, next);
    this.hook = hook;
    this.isStatic = isStatic;
    // receiver, arguments and result, at most
    if (hook.point() == MethodHook.Point.FILTER && !filterable(hook.desc())) {
      throw new IllegalArgumentException(
          hook + ": only the result of a method without arguments can be filtered");
    }
    growth = (Type.getArgumentsAndReturnSizes(hook.desc()) >> 2) + 2;
  }

  private static boolean filterable(String descriptor) {
    return descriptor.startsWith("()") && Type.getReturnType(descriptor).getSize() > 0;
  }

  @Override
  public void visitCode() {
    super.visitCode();
    if (hook.point() == MethodHook.Point.ENTER) {
      call();
    } else if (hook.point() == MethodHook.Point.REPLACE) {
      Label body = new Label();
      loadArguments();
      call();
      super.visitJumpInsn(Opcodes.IFEQ, body);
      super.visitInsn(Opcodes.RETURN);
      super.visitLabel(body);
      super.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
    } else if (hook.point() == MethodHook.Point.ANSWER) {
      answer();
    }
  }

  private void answer() {
    Label body = new Label();
    loadArguments();
    call();
    super.visitInsn(Opcodes.DUP);
    super.visitJumpInsn(Opcodes.IFNULL, body);
    super.visitInsn(Opcodes.ICONST_0);
    super.visitInsn(Opcodes.AALOAD);
    super.visitTypeInsn(Opcodes.CHECKCAST, Type.getReturnType(hook.desc()).getInternalName());
    super.visitInsn(Opcodes.ARETURN);
    super.visitLabel(body);
    super.visitFrame(Opcodes.F_SAME1, 0, null, 1, new Object[] {"[Ljava/lang/Object;"});
    super.visitInsn(Opcodes.POP);
  }

  @Override
  public void visitInsn(int opcode) {
    if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
      if (hook.point() == MethodHook.Point.FILTER) {
        filter();
      } else if (hook.point() == MethodHook.Point.LEAVE) {
        call();
      }
    }
    super.visitInsn(opcode);
  }

  /** The result is on the stack; the hook wants the receiver below it. */
  private void filter() {
    if (!isStatic) {
      super.visitVarInsn(Opcodes.ALOAD, 0);
      if (Type.getReturnType(hook.desc()).getSize() == 1) {
        super.visitInsn(Opcodes.SWAP);
      } else {
        super.visitInsn(Opcodes.DUP_X2);
        super.visitInsn(Opcodes.POP);
      }
    }
    call();
  }

  private void loadArguments() {
    int slot = 0;
    if (!isStatic) {
      super.visitVarInsn(Opcodes.ALOAD, slot++);
    }
    for (Type type : Type.getArgumentTypes(hook.desc())) {
      super.visitVarInsn(type.getOpcode(Opcodes.ILOAD), slot);
      slot += type.getSize();
    }
  }

  private void call() {
    Target target = hook.target();
    super.visitMethodInsn(
        Opcodes.INVOKESTATIC, target.owner(), target.name(), target.desc(), false);
  }

  @Override
  public void visitMaxs(int maxStack, int maxLocals) {
    super.visitMaxs(maxStack + growth, maxLocals);
  }
}
