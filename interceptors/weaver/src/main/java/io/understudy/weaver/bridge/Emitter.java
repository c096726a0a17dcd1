package io.understudy.weaver.bridge;

import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** Writes the code of one static method, in words of the boundary's run time. */
final class Emitter {
  static final String ENGINE = "io/understudy/engine/";
  static final String THREAD = ENGINE + "turn/ManagedThread";
  static final String WRITER = ENGINE + "log/LogWriter";
  static final String FD = "java/io/FileDescriptor";
  private static final String BOUNDARY = ENGINE + "boundary/";

  final MethodVisitor v;
  final Type[] arguments;
  private final int[] slots;

  /** First slot behind the arguments. */
  final int free;

  Emitter(MethodVisitor v, String desc) {
    this.v = v;
    arguments = Type.getArgumentTypes(desc);
    slots = new int[arguments.length];
    int slot = 0;
    for (int i = 0; i < arguments.length; i++) {
      slots[i] = slot;
      slot += arguments[i].getSize();
    }
    free = slot;
    v.visitCode();
  }

  /** Starts a class; {@code superName} null = Object. */
  static ClassWriter start(int access, String name, String superName) {
    ClassWriter w =
        new ClassWriter(ClassWriter.COMPUTE_FRAMES | ClassWriter.COMPUTE_MAXS) {
          @Override
          protected String getCommonSuperClass(String a, String b) {
            return "java/lang/Object";
          }
        };
    String sup = superName == null ? "java/lang/Object" : superName;
    w.visit(Opcodes.V17, access, name, null, sup, null);
    // a class of bridges has no instances
    if (superName != null || (access & Opcodes.ACC_ABSTRACT) != 0) {
      MethodVisitor c = w.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
      c.visitCode();
      c.visitVarInsn(Opcodes.ALOAD, 0);
      c.visitMethodInsn(Opcodes.INVOKESPECIAL, sup, "<init>", "()V", false);
      c.visitInsn(Opcodes.RETURN);
      c.visitMaxs(0, 0);
      c.visitEnd();
    }
    return w;
  }

  void argument(int i) {
    v.visitVarInsn(arguments[i].getOpcode(Opcodes.ILOAD), slots[i]);
  }

  void storeArgument(int i) {
    v.visitVarInsn(arguments[i].getOpcode(Opcodes.ISTORE), slots[i]);
  }

  /** Argument, widened to long. */
  void longArgument(int i) {
    argument(i);
    widen(arguments[i]);
  }

  /** Argument i as FileDescriptor or int: its descriptor in a method's descriptor. */
  String argumentDesc(int i) {
    return arguments[i].getDescriptor();
  }

  void load(Type t, int slot) {
    v.visitVarInsn(t.getOpcode(Opcodes.ILOAD), slot);
  }

  void store(Type t, int slot) {
    v.visitVarInsn(t.getOpcode(Opcodes.ISTORE), slot);
  }

  /** A primitive on the stack as a long; of floating point, its bits. */
  void widen(Type t) {
    switch (t.getSort()) {
      case Type.LONG -> {}
      case Type.DOUBLE -> bits("java/lang/Double", "doubleToRawLongBits", "(D)J");
      case Type.FLOAT -> {
        bits("java/lang/Float", "floatToRawIntBits", "(F)I");
        v.visitInsn(Opcodes.I2L);
      }
      default -> v.visitInsn(Opcodes.I2L);
    }
  }

  private void bits(String owner, String name, String desc) {
    v.visitMethodInsn(Opcodes.INVOKESTATIC, owner, name, desc, false);
  }

  /** From a long on the stack. */
  void narrow(Type t) {
    if (t.getSort() == Type.LONG) {
      return;
    }
    if (t.getSort() == Type.DOUBLE) {
      bits("java/lang/Double", "longBitsToDouble", "(J)D");
      return;
    }
    v.visitInsn(Opcodes.L2I);
    switch (t.getSort()) {
      case Type.FLOAT -> bits("java/lang/Float", "intBitsToFloat", "(I)F");
      case Type.BYTE -> v.visitInsn(Opcodes.I2B);
      case Type.SHORT -> v.visitInsn(Opcodes.I2S);
      case Type.CHAR -> v.visitInsn(Opcodes.I2C);
      default -> {}
    }
  }

  void constant(int i) {
    if (i >= -1 && i <= 5) {
      v.visitInsn(Opcodes.ICONST_0 + i);
    } else {
      v.visitIntInsn(Opcodes.SIPUSH, i);
    }
  }

  /** Static method of the boundary's run time. */
  void run(String type, String name, String desc) {
    v.visitMethodInsn(Opcodes.INVOKESTATIC, BOUNDARY + type, name, desc, false);
  }

  /** Method of the log's writer. */
  void writer(String name, String desc) {
    v.visitMethodInsn(Opcodes.INVOKEVIRTUAL, WRITER, name, desc, false);
  }

  void current() {
    v.visitMethodInsn(
        Opcodes.INVOKESTATIC, ENGINE + "turn/Turn", "current", "()L" + THREAD + ";", false);
  }

  void jump(int opcode, Label to) {
    v.visitJumpInsn(opcode, to);
  }

  void label(Label l) {
    v.visitLabel(l);
  }

  void result(Type t) {
    v.visitInsn(t.getOpcode(Opcodes.IRETURN));
  }

  void end() {
    v.visitMaxs(0, 0);
    v.visitEnd();
  }
}
