package io.understudy.weaver.swap;

import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Passes the class file of every hidden class to the engine first. The only way to {@code
 * ClassLoader.defineClass0} leads through the JDK's implementation of JavaLangAccess.
 */
final class HiddenClassVisitor extends MethodVisitor {
  /** Implementations of jdk.internal.access.JavaLangAccess: JDK 17, JDK 25. */
  private static final String[] HOLDERS = {"java/lang/System$2", "java/lang/System$1"};

  private static final String METHOD = "defineClass";
  private static final String FORM =
      "(Ljava/lang/ClassLoader;Ljava/lang/Class;Ljava/lang/String;[B"
          + "Ljava/security/ProtectionDomain;ZILjava/lang/Object;)Ljava/lang/Class;";
  private static final int LOADER = 1;
  private static final int CLASS_FILE = 4;

  HiddenClassVisitor(MethodVisitor next) {
    super(Opcodes.ASM9, next);
  }

  /** Whether this class may be the one; the other JDK has a class of that name, too. */
  static boolean mayConcern(String className) {
    return className.equals(HOLDERS[0]) || className.equals(HOLDERS[1]);
  }

  static boolean concerns(String className, String method, String descriptor) {
    return mayConcern(className) && method.equals(METHOD) && descriptor.equals(FORM);
  }

  @Override
  public void visitCode() {
    super.visitCode();
    super.visitVarInsn(Opcodes.ALOAD, LOADER);
    super.visitVarInsn(Opcodes.ALOAD, CLASS_FILE);
    super.visitMethodInsn(
        Opcodes.INVOKESTATIC,
        "io/understudy/engine/hook/HiddenClasses",
        "filter",
        "(Ljava/lang/ClassLoader;[B)[B",
        false);
    super.visitVarInsn(Opcodes.ASTORE, CLASS_FILE);
  }
}
