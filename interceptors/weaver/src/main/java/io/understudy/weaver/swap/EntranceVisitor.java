package io.understudy.weaver.swap;

import java.util.Set;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** Has the engine look who enters a method of the server. */
final class EntranceVisitor extends MethodVisitor {
  private static final String ENTRANCE = "io/understudy/engine/hook/Entrance";
  private static final String LAMBDA = "lambda$";
  private static final Set<String> METHODS =
      Set.of("run()V", "call()Ljava/lang/Object;", "finalize()V");

  private final String method;

  EntranceVisitor(MethodVisitor next, String owner, String name) {
    super(Opcodes.ASM9, next);
    this.method = owner.replace('/', '.') + "." + name;
  }

  /** Whether the class may declare such a method; false is certain. */
  static boolean mayConcern(ClassFile file) {
    return file.holds("run")
        || file.holds("call")
        || file.holds("finalize")
        || file.holdsPrefix(LAMBDA);
  }

  /** Whether threads may enter the server's code by this method of a class of its own. */
  static boolean concerns(String name, String descriptor) {
    return METHODS.contains(name + descriptor)
        || (name.startsWith(LAMBDA) && descriptor.endsWith(")V"));
  }

  @Override
  public void visitCode() {
    super.visitCode();
    visitLdcInsn(method);
    visitMethodInsn(Opcodes.INVOKESTATIC, ENTRANCE, "entered", "(Ljava/lang/String;)V", false);
  }

  @Override
  public void visitMaxs(int maxStack, int maxLocals) {
    super.visitMaxs(Math.max(maxStack, 1), maxLocals);
  }
}
