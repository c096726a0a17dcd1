package io.understudy.weaver.census;

import io.understudy.weaver.table.JdkImage;
import io.understudy.weaver.table.NativeMethod;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** Classes of java.base as the running JVM's image has them. For one thread. */
public final class RunningImage implements JdkImage {
  private final Map<String, ClassShape> shapes = new HashMap<>();

  @Override
  public List<NativeMethod> natives(String owner) {
    return shape(owner).natives;
  }

  @Override
  public boolean declares(String owner, String name, String desc) {
    return shape(owner).members.contains(name + desc);
  }

  @Override
  public boolean isInterface(String owner) {
    return shape(owner).isInterface;
  }

  private ClassShape shape(String owner) {
    return shapes.computeIfAbsent(owner, RunningImage::read);
  }

  private static ClassShape read(String owner) {
    try (InputStream in = Object.class.getModule().getResourceAsStream(owner + ".class")) {
      return in == null ? new ClassShape() : ClassShape.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Members of one class file. */
  static final class ClassShape extends ClassVisitor {
    final List<NativeMethod> natives = new ArrayList<>();
    final Set<String> members = new HashSet<>();
    boolean isInterface;
    private String name;
    private boolean isPublic;

    private ClassShape() {
      super(Opcodes.ASM9);
    }

    static ClassShape of(byte[] classFile) {
      ClassShape s = new ClassShape();
      int flags = ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES;
      new ClassReader(classFile).accept(s, flags);
      s.natives.sort(Comparator.comparing(NativeMethod::name).thenComparing(NativeMethod::desc));
      return s;
    }

    @Override
    public void visit(int v, int access, String n, String g, String superName, String[] faces) {
      name = n;
      isPublic = (access & Opcodes.ACC_PUBLIC) != 0;
      isInterface = (access & Opcodes.ACC_INTERFACE) != 0;
    }

    @Override
    public MethodVisitor visitMethod(int access, String n, String d, String g, String[] thrown) {
      members.add(n + d);
      if ((access & Opcodes.ACC_NATIVE) != 0) {
        boolean reachable = isPublic && (access & Opcodes.ACC_PUBLIC) != 0;
        natives.add(new NativeMethod(name, n, d, (access & Opcodes.ACC_STATIC) != 0, reachable));
      }
      return null;
    }
  }
}
