package io.understudy.weaver.bridge;

import io.understudy.weaver.table.Bridged;
import io.understudy.weaver.table.Kind;
import io.understudy.weaver.table.Target;
import java.util.List;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** Generates the class that calls every configuration native once, as input. */
final class ConfigurationReader {
  static final String NAME = Target.BRIDGES + "$Configuration";
  private static final String SUPER = Emitter.ENGINE + "boundary/Configuration";

  private ConfigurationReader() {}

  static byte[] generate(List<Bridged> all) {
    ClassWriter w = Emitter.start(Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL, NAME, SUPER);
    String desc = "(L" + Emitter.THREAD + ";)V";
    MethodVisitor v = w.visitMethod(Opcodes.ACC_PUBLIC, "read", desc, null, null);
    Emitter e = new Emitter(v, "(Ljava/lang/Object;" + desc.substring(1));
    for (Bridged b : all) {
      if (b.rule().kind() == Kind.CONFIGURATION) {
        call(e, b);
      }
    }
    e.result(Type.VOID_TYPE);
    e.end();
    w.visitEnd();
    return w.toByteArray();
  }

  private static void call(Emitter e, Bridged b) {
    String desc = b.target().desc();
    e.constant(b.id());
    for (Type argument : Type.getArgumentTypes(desc)) {
      argument(e, b, argument);
    }
    e.argument(1);
    e.v.visitMethodInsn(
        Opcodes.INVOKESTATIC,
        Target.BRIDGES,
        "i" + b.id(),
        desc.replace(")", "L" + Emitter.THREAD + ";)"),
        false);
    Boxes.box(e, Type.getReturnType(desc));
    e.v.visitMethodInsn(Opcodes.INVOKESTATIC, SUPER, "put", "(ILjava/lang/Object;)V", false);
  }

  /** The only arguments that natives of configuration have: the run time, and the JDK's home. */
  private static void argument(Emitter e, Bridged b, Type type) {
    if (type.getInternalName().equals("java/lang/Runtime")) {
      e.v.visitMethodInsn(
          Opcodes.INVOKESTATIC, "java/lang/Runtime", "getRuntime", "()Ljava/lang/Runtime;", false);
    } else if (type.getInternalName().equals("java/lang/String")) {
      e.v.visitLdcInsn("java.home");
      e.v.visitMethodInsn(
          Opcodes.INVOKESTATIC,
          "java/lang/System",
          "getProperty",
          "(Ljava/lang/String;)Ljava/lang/String;",
          false);
    } else {
      throw new IllegalStateException(
          "native "
              + b.method()
              + " cannot be of kind Z: what its argument "
              + type.getClassName()
              + " would be at start is not known. Make it N.");
    }
  }
}
