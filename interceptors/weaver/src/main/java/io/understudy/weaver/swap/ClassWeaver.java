package io.understudy.weaver.swap;

import io.understudy.weaver.table.MethodHook;
import io.understudy.weaver.table.Target;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** Weaves one class file: constant pool first, code only if that tells of a site. */
final class ClassWeaver {
  private static final String CLASS_INITIALISER = "<clinit>";
  private final Weave weave;

  ClassWeaver(Weave weave) {
    this.weave = weave;
  }

  /**
   * Weaves a class.
   *
   * @param classInit also weave the static initialiser
   * @return the woven class file, or null if there is nothing to weave
   */
  byte[] weave(byte[] bytes, Caller caller, boolean classInit) {
    ClassFile file = new ClassFile(bytes);
    boolean sites = mayConcern(file, caller);
    boolean initialiser = classInit && file.holds(CLASS_INITIALISER);
    boolean entrances = caller.application() && EntranceVisitor.mayConcern(file);
    if (!sites && !initialiser && !entrances) {
      return null;
    }
    ClassReader reader = new ClassReader(bytes);
    ClassWriter writer = new ClassWriter(reader, 0);
    Changes changes = new Changes();
    reader.accept(new Methods(writer, caller, changes, file, sites, initialiser, entrances), 0);
    return changes.count() == 0 ? null : writer.toByteArray();
  }

  /** Whether the class may hold a site or needs a hook; false is certain. */
  boolean mayConcern(ClassFile file, Caller caller) {
    return weave.mayConcern(file, caller);
  }

  private final class Methods extends ClassVisitor {
    private final Caller caller;
    private final Changes changes;
    private final ClassFile file;
    private final boolean sites;
    private final boolean initialiser;
    private final boolean entrances;
    private final ClassSites rules;

    Methods(
        ClassVisitor next,
        Caller caller,
        Changes changes,
        ClassFile file,
        boolean sites,
        boolean initialiser,
        boolean entrances) {
      super(Opcodes.ASM9, next);
      this.caller = caller;
      this.changes = changes;
      this.file = file;
      this.sites = sites;
      this.initialiser = initialiser;
      this.entrances = entrances;
      rules = weave.in(caller, file);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      Target wrapper = rules.wrapper(name, descriptor);
      if (wrapper != null) {
        changes.add();
        return Wrapper.wrap(cv, access, name, descriptor, wrapper);
      }
      MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
      if ((access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) != 0) {
        return next;
      }
      boolean isInitialiser = name.equals(CLASS_INITIALISER);
      if (sites) {
        next = sites(next, access, name, descriptor);
      }
      if (entrances && EntranceVisitor.concerns(name, descriptor)) {
        changes.add();
        next = new EntranceVisitor(next, caller.name(), name);
      }
      if (initialiser && isInitialiser) {
        changes.add();
        int jdkClass = caller.application() ? 0 : caller.name().hashCode() | 1;
        next = new ClassInitVisitor(next, file.majorVersion(), jdkClass);
      }
      return next;
    }

    private MethodVisitor sites(MethodVisitor writer, int access, String name, String descriptor) {
      MethodVisitor next = new SiteVisitor(writer, rules, caller.name(), changes);
      for (MethodHook hook : weave.hooks(caller.name())) {
        if (hook.name().equals(name) && hook.desc().equals(descriptor)) {
          changes.add();
          next = new HookVisitor(next, hook, (access & Opcodes.ACC_STATIC) != 0);
        }
      }
      if (HiddenClassVisitor.concerns(caller.name(), name, descriptor)) {
        changes.add();
        next = new HiddenClassVisitor(next);
      }
      return next;
    }
  }
}
