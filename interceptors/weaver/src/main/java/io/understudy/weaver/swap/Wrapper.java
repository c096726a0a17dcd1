package io.understudy.weaver.swap;

import io.understudy.weaver.table.NativeMethod;
import io.understudy.weaver.table.Target;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * Gives a native another name, and a method in Java its own. The JVM finds the code of the native
 * by taking the prefix off ({@code Instrumentation.setNativeMethodPrefix}).
 */
final class Wrapper {
  private Wrapper() {}

  /** Writes both; returns the visitor of the renamed native. */
  static MethodVisitor wrap(
      ClassVisitor to, int access, String name, String descriptor, Target target) {
    int plain = access & ~Opcodes.ACC_NATIVE;
    MethodVisitor v = to.visitMethod(plain, name, descriptor, null, null);
    v.visitCode();
    int slot = 0;
    for (Type t : Type.getArgumentTypes(target.desc())) {
      v.visitVarInsn(t.getOpcode(Opcodes.ILOAD), slot);
      slot += t.getSize();
    }
    v.visitMethodInsn(Opcodes.INVOKESTATIC, target.owner(), target.name(), target.desc(), false);
    Type returned = Type.getReturnType(descriptor);
    v.visitInsn(returned.getOpcode(Opcodes.IRETURN));
    v.visitMaxs(Math.max(slot, returned.getSize()), slot);
    v.visitEnd();
    int hidden = (access & ~(Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED)) | Opcodes.ACC_PRIVATE;
    return to.visitMethod(hidden, NativeMethod.PREFIX + name, descriptor, null, null);
  }
}
