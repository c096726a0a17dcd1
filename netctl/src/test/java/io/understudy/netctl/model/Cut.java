package io.understudy.netctl.model;

import java.time.Duration;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * How a guard is taken out of netctl's code.
 *
 * @param owner class, without its package; empty: any
 * @param method in which, whoever declares it
 * @param read the field, or the number of the parameter, whose reads give the value instead; empty:
 *     the whole method returns it
 * @param value Boolean, Long, String, Duration.ZERO, or null: nothing is done
 */
record Cut(String owner, String method, String read, Object value) {
  /** A method that only returns a value. */
  static Cut returns(String owner, String method, Object value) {
    return new Cut(owner, method, "", value);
  }

  /** Reads of a field, or of a parameter. */
  static Cut reads(String owner, String method, String what, Object value) {
    return new Cut(owner, method, what, value);
  }

  boolean isIn(String className, String methodName) {
    return methodName.equals(method) && (owner.isEmpty() || className.endsWith("." + owner));
  }

  MethodVisitor out(MethodVisitor method, String descriptor) {
    return read.isEmpty() ? body(method, descriptor) : reads(method);
  }

  private MethodVisitor body(MethodVisitor method, String descriptor) {
    method.visitCode();
    Type result = Type.getReturnType(descriptor);
    if (value == null && result.getSort() == Type.OBJECT) {
      method.visitInsn(Opcodes.ACONST_NULL);
    }
    push(method);
    method.visitInsn(result.getOpcode(Opcodes.IRETURN));
    method.visitMaxs(0, 0);
    method.visitEnd();
    return new MethodVisitor(Opcodes.ASM9) {};
  }

  private MethodVisitor reads(MethodVisitor method) {
    return new MethodVisitor(Opcodes.ASM9, method) {
      @Override
      public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        if (opcode == Opcodes.GETFIELD && name.equals(read)) {
          super.visitInsn(Opcodes.POP);
          push(mv);
        } else {
          super.visitFieldInsn(opcode, owner, name, descriptor);
        }
      }

      @Override
      public void visitVarInsn(int opcode, int index) {
        boolean isRead = opcode == Opcodes.LLOAD || opcode == Opcodes.ILOAD;
        if (isRead && read.equals(String.valueOf(index))) {
          push(mv);
        } else {
          super.visitVarInsn(opcode, index);
        }
      }
    };
  }

  private void push(MethodVisitor method) {
    if (value instanceof Boolean truth) {
      method.visitInsn(truth ? Opcodes.ICONST_1 : Opcodes.ICONST_0);
    } else if (value instanceof Long || value instanceof String) {
      method.visitLdcInsn(value);
    } else if (value instanceof Duration) {
      method.visitFieldInsn(
          Opcodes.GETSTATIC, "java/time/Duration", "ZERO", "Ljava/time/Duration;");
    }
  }
}
