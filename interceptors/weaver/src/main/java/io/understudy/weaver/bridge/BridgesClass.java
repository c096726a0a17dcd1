package io.understudy.weaver.bridge;

import io.understudy.weaver.table.BridgePlan;
import io.understudy.weaver.table.Bridged;
import io.understudy.weaver.table.JdkImage;
import io.understudy.weaver.table.NativeMethod;
import io.understudy.weaver.table.NativeTable;
import io.understudy.weaver.table.Sequence;
import io.understudy.weaver.table.Spec;
import java.util.LinkedHashMap;
import java.util.Map;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** Generates the class of all bridges, and its helpers. */
public final class BridgesClass {
  private final Mates mates;
  private final JdkImage image;
  private final String home;
  private final Map<String, byte[]> classes = new LinkedHashMap<>();

  private BridgesClass(BridgePlan plan, JdkImage image) {
    this.image = image;
    home = plan.home();
    mates = new Mates(home, plan.first());
  }

  /** Generates the bridges of a module other than java.base. */
  static BridgesClass ofModule(BridgePlan plan, JdkImage image) {
    BridgesClass g = new BridgesClass(plan, image);
    ClassWriter w = Emitter.start(Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL, g.home, null);
    g.bridges(w, plan);
    g.finish(w);
    return g;
  }

  /** Generates everything for java.base of the running JDK. */
  public static BridgesClass generate(NativeTable table, BridgePlan plan, JdkImage image) {
    BridgesClass g = new BridgesClass(plan, image);
    ClassWriter w = Emitter.start(Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL, g.home, null);
    g.bridges(w, plan);
    for (Sequence q : table.sequences()) {
      if (!q.isField() && image.declares(q.owner(), q.name(), q.desc())) {
        g.sequence(w, q);
      }
    }
    RealParts parts = new RealParts(g.mates, image);
    byte[] natives = parts.natives();
    byte[] threads = parts.threads();
    g.finish(w);
    g.classes.put(RealParts.NATIVES, natives);
    g.classes.put(ConfigurationReader.NAME, ConfigurationReader.generate(plan.bridged()));
    g.classes.put(RealParts.THREADS, threads);
    return g;
  }

  private void bridges(ClassWriter w, BridgePlan plan) {
    for (Bridged b : plan.bridged()) {
      boolean wrapped = b.rule().spec(Spec.Type.WRAPPED) != null;
      NativeMethod method = wrapped ? b.method().wrapped() : b.method();
      RealCall real = new RealCall(mates, method, b.receiver(), b.viaInterface());
      new Bridge(w, b, real).write();
    }
  }

  private void finish(ClassWriter w) {
    fields(w);
    w.visitEnd();
    for (Mates.Host h : mates.hosts()) {
      classes.put(h.type(), mates.abstractClass(h));
    }
    classes.put(home, w.toByteArray());
  }

  /** Class files for the boot loader by internal name, supertypes first. */
  public Map<String, byte[]> classes() {
    return new LinkedHashMap<>(classes);
  }

  Mates mates() {
    return mates;
  }

  /** {@code long n = Counters.next(i, first); return n == -1 ? real() : n}. */
  private void sequence(ClassWriter w, Sequence q) {
    NativeMethod m = new NativeMethod(q.owner(), q.name(), q.desc(), true, false);
    MethodVisitor v =
        w.visitMethod(
            Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, q.target().name(), q.desc(), null, null);
    Emitter e = new Emitter(v, q.desc());
    Type returned = Type.getReturnType(q.desc());
    Label plain = new Label();
    e.constant(q.index());
    v.visitLdcInsn(q.first());
    v.visitMethodInsn(
        Opcodes.INVOKESTATIC, Emitter.ENGINE + "hook/Counters", "next", "(IJ)J", false);
    e.store(Type.LONG_TYPE, e.free);
    e.load(Type.LONG_TYPE, e.free);
    v.visitLdcInsn(-1L);
    v.visitInsn(Opcodes.LCMP);
    e.jump(Opcodes.IFEQ, plain);
    e.load(Type.LONG_TYPE, e.free);
    e.narrow(returned);
    e.result(returned);
    e.label(plain);
    new RealCall(mates, m, q.owner(), image.isInterface(q.owner())).emit(e);
    e.result(returned);
    e.end();
  }

  /** One field for each nest mate. */
  private void fields(ClassWriter w) {
    MethodVisitor v = w.visitMethod(Opcodes.ACC_STATIC, "<clinit>", "()V", null, null);
    v.visitCode();
    for (Mates.Host h : mates.hosts()) {
      String type = "L" + h.type() + ";";
      w.visitField(Opcodes.ACC_STATIC | Opcodes.ACC_FINAL, h.field(), type, null, null).visitEnd();
      v.visitIntInsn(Opcodes.SIPUSH, h.number);
      v.visitMethodInsn(
          Opcodes.INVOKESTATIC,
          Emitter.ENGINE + "boundary/NestMates",
          "get",
          "(I)Ljava/lang/Object;",
          false);
      v.visitTypeInsn(Opcodes.CHECKCAST, h.type());
      v.visitFieldInsn(Opcodes.PUTSTATIC, home, h.field(), type);
    }
    v.visitInsn(Opcodes.RETURN);
    v.visitMaxs(0, 0);
    v.visitEnd();
  }
}
