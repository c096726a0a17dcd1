package io.understudy.netctl.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Loads netctl a second time, as it is but for two things: its clock and its waits lead to {@link
 * Seams}, and one guard may be cut out of it.
 */
final class ModelLoader extends ClassLoader {
  private static final String OURS = "io.understudy.netctl.";
  private static final String SHARED = "io.understudy.netctl.model.";
  private static final String SEAMS = "io/understudy/netctl/model/Seams";

  private final Cut cut;
  private int cuts;

  /**
   * @param cut what is taken out of the code, or null
   */
  ModelLoader(Cut cut) {
    super(ModelLoader.class.getClassLoader());
    this.cut = cut;
  }

  /** How often the cut was made: a guard that is nowhere found is not removed. */
  int cuts() {
    return cuts;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(OURS) || name.startsWith(SHARED)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? define(name) : loaded;
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      ClassReader reader = new ClassReader(in);
      ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
      reader.accept(seams(writer, name), 0);
      byte[] bytes = writer.toByteArray();
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ClassVisitor seams(ClassVisitor next, String owner) {
    return new ClassVisitor(Opcodes.ASM9, next) {
      @Override
      public MethodVisitor visitMethod(
          int access, String name, String descriptor, String signature, String[] exceptions) {
        MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
        if (cut != null && cut.isIn(owner, name)) {
          cuts++;
          method = cut.out(method, descriptor);
        }
        return swaps(method);
      }
    };
  }

  private static MethodVisitor swaps(MethodVisitor next) {
    return new MethodVisitor(Opcodes.ASM9, next) {
      @Override
      public void visitMethodInsn(
          int opcode, String owner, String name, String descriptor, boolean isInterface) {
        if (owner.equals("java/lang/System") && name.equals("nanoTime")) {
          super.visitMethodInsn(Opcodes.INVOKESTATIC, SEAMS, name, descriptor, false);
        } else if (owner.equals("java/util/concurrent/CompletableFuture")
            && name.equals("get")
            && descriptor.startsWith("(J")) {
          super.visitMethodInsn(
              Opcodes.INVOKESTATIC,
              SEAMS,
              name,
              "(L" + owner + ";" + descriptor.substring(1),
              false);
        } else {
          super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
        }
      }
    };
  }
}
