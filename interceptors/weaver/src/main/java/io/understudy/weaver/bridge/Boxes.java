package io.understudy.weaver.bridge;

import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** Numbers as objects: all that fit into a long as {@link Long}. */
final class Boxes {
  private static final String LONG = "java/lang/Long";

  private Boxes() {}

  /** From a value of this type on the stack to an object. */
  static void box(Emitter e, Type type) {
    if (type.getSort() >= Type.ARRAY) {
      return;
    }
    e.widen(type);
    e.v.visitMethodInsn(Opcodes.INVOKESTATIC, LONG, "valueOf", "(J)L" + LONG + ";", false);
  }

  /** From an object on the stack to a value of this type. */
  static void unbox(Emitter e, Type type) {
    if (type.getSort() >= Type.ARRAY) {
      e.v.visitTypeInsn(Opcodes.CHECKCAST, type.getInternalName());
      return;
    }
    e.v.visitTypeInsn(Opcodes.CHECKCAST, LONG);
    e.v.visitMethodInsn(Opcodes.INVOKEVIRTUAL, LONG, "longValue", "()J", false);
    e.narrow(type);
  }
}
