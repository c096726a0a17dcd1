package io.understudy.weaver.swap;

import io.understudy.weaver.table.ConstantRead;
import io.understudy.weaver.table.Sequence;
import io.understudy.weaver.table.Target;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Swaps the sites in one method. Each swap is one instruction for one (constants: two), so frames
 * and locals stay as they are and the stack grows by one at most.
 */
final class SiteVisitor extends MethodVisitor {
  private static final String ENUM = "java/lang/Enum";

  private final ClassSites sites;
  private final String className;
  private final Handles handles;
  private final Changes changes;

  /**
   * Makes the visitor of one method.
   *
   * @param className internal name of the class that holds it
   */
  SiteVisitor(MethodVisitor next, ClassSites sites, String className, Changes changes) {
    super(Opcodes.ASM9, next);
    this.sites = sites;
    this.className = className;
    this.changes = changes;
    handles = new Handles(sites, changes);
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean itf) {
    boolean special = opcode == Opcodes.INVOKESPECIAL;
    Target target = sites.call(special, owner, name, descriptor, itf);
    if (target == null) {
      super.visitMethodInsn(opcode, owner, name, descriptor, itf);
    } else {
      changes.add();
      call(target);
    }
  }

  @Override
  public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
    if (opcode == Opcodes.GETSTATIC && sites.field(owner, name)) {
      changes.add();
      read(owner, name, descriptor);
    } else if (opcode == Opcodes.GETFIELD && isCachedHash(owner, name)) {
      changes.add();
      visitInsn(Opcodes.POP);
      visitInsn(Opcodes.ICONST_0);
    } else {
      super.visitFieldInsn(opcode, owner, name, descriptor);
    }
  }

  private void read(String owner, String name, String descriptor) {
    ConstantRead constant = sites.constant(owner, name);
    if (constant != null) {
      call(constant.target());
      return;
    }
    Sequence sequence = sites.sequence(owner, name);
    super.visitFieldInsn(Opcodes.GETSTATIC, owner, name, descriptor);
    visitIntInsn(Opcodes.SIPUSH, sequence.index());
    call(sequence.target());
  }

  /** JDK 25 keeps an enum's hash in a field, which an unmanaged thread may have filled. */
  private boolean isCachedHash(String owner, String name) {
    return owner.equals(ENUM) && className.equals(ENUM) && name.equals("hash");
  }

  private void call(Target target) {
    super.visitMethodInsn(
        Opcodes.INVOKESTATIC, target.owner(), target.name(), target.desc(), false);
  }

  @Override
  public void visitInvokeDynamicInsn(
      String name, String descriptor, Handle bootstrap, Object... arguments) {
    Object[] swapped = handles.swap(arguments);
    super.visitInvokeDynamicInsn(
        name, Handles.captured(descriptor, bootstrap, arguments, swapped), bootstrap, swapped);
  }

  @Override
  public void visitLdcInsn(Object value) {
    super.visitLdcInsn(handles.swap(value));
  }

  @Override
  public void visitMaxs(int maxStack, int maxLocals) {
    super.visitMaxs(maxStack + 1, maxLocals);
  }
}
