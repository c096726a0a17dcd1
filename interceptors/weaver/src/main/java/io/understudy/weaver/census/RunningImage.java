package io.understudy.weaver.census;

import io.understudy.weaver.table.BridgePlan;
import io.understudy.weaver.table.Bridged;
import io.understudy.weaver.table.JdkImage;
import io.understudy.weaver.table.NativeMethod;
import io.understudy.weaver.table.NativeTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Classes of java.base, or of java.base and one other module, as the running JVM's image has them.
 * For one thread.
 */
public final class RunningImage implements JdkImage {
  private static final String CLASS = ".class";

  private final Map<String, ClassShape> shapes = new HashMap<>();
  private String module = NativeMethod.BASE;
  private List<String> listed;

  private final ModuleReader other;

  /** java.base. */
  public RunningImage() {
    other = null;
  }

  /**
   * A module, and java.base.
   *
   * @param module one that this JDK has, whether or not this JVM has resolved it
   */
  public RunningImage(String module) {
    try {
      other =
          module.equals(NativeMethod.BASE)
              ? null
              : ModuleFinder.ofSystem().find(module).orElseThrow().open();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.module = module;
  }

  /** All natives of this JDK that have a bridge, whether or not this JVM uses their modules. */
  public static List<Bridged> bridged(NativeTable table) {
    List<Bridged> all = new ArrayList<>();
    for (String module : table.modules()) {
      if (ModuleFinder.ofSystem().find(module).isPresent()) {
        all.addAll(BridgePlan.of(table, module, new RunningImage(module)).bridged());
      }
    }
    return all;
  }

  @Override
  public List<NativeMethod> methods(String owner) {
    return shape(owner).methods;
  }

  @Override
  public List<String> matching(Collection<String> patterns) {
    Set<String> found = new LinkedHashSet<>();
    for (String p : patterns) {
      if (!p.endsWith("*")) {
        found.add(p);
      } else if (other != null) {
        String start = p.substring(0, p.length() - 1);
        for (String name : list()) {
          if (name.startsWith(start)) {
            found.add(name);
          }
        }
      }
    }
    return List.copyOf(found);
  }

  private List<String> list() {
    if (listed == null) {
      try (Stream<String> all = other.list()) {
        listed =
            all.filter(n -> n.endsWith(CLASS))
                .map(n -> n.substring(0, n.length() - CLASS.length()))
                .sorted()
                .toList();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return listed;
  }

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
    ClassShape known = shapes.get(owner);
    if (known == null) {
      known = read(owner);
      shapes.put(owner, known);
    }
    return known;
  }

  private ClassShape read(String owner) {
    try {
      Optional<InputStream> own = other == null ? Optional.empty() : other.open(owner + CLASS);
      if (own.isPresent()) {
        try (InputStream in = own.get()) {
          return ClassShape.of(module, in.readAllBytes());
        }
      }
      try (InputStream in = Object.class.getModule().getResourceAsStream(owner + CLASS)) {
        return in == null
            ? new ClassShape(NativeMethod.BASE)
            : ClassShape.of(NativeMethod.BASE, in.readAllBytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Members of one class file. */
  static final class ClassShape extends ClassVisitor {
    final List<NativeMethod> natives = new ArrayList<>();
    final List<NativeMethod> methods = new ArrayList<>();
    final Set<String> members = new HashSet<>();
    boolean isInterface;
    private String name;
    private boolean isPublic;

    private final String module;

    private ClassShape(String module) {
      super(Opcodes.ASM9);
      this.module = module;
    }

    static ClassShape of(String module, byte[] classFile) {
      ClassShape s = new ClassShape(module);
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
      boolean reachable = isPublic && (access & Opcodes.ACC_PUBLIC) != 0;
      boolean isStatic = (access & Opcodes.ACC_STATIC) != 0;
      if ((access & Opcodes.ACC_NATIVE) != 0) {
        // other modules do not export their natives
        reachable &= module.equals(NativeMethod.BASE);
        natives.add(new NativeMethod(module, name, n, d, isStatic, reachable));
      } else if (n.charAt(0) != '<') {
        methods.add(new NativeMethod(module, name, n, d, isStatic, reachable));
      }
      return null;
    }
  }
}
