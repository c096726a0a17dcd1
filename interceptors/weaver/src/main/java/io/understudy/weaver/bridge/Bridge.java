package io.understudy.weaver.bridge;

import io.understudy.weaver.table.Bridged;
import io.understudy.weaver.table.Kind;
import io.understudy.weaver.table.Spec;
import io.understudy.weaver.table.Target;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * The bridge of one native: the test whether it concerns a managed thread, and behind it one body
 * for each way in which the call can be treated.
 */
final class Bridge {
  private final ClassWriter to;
  private final Bridged bridged;
  private final RealCall real;
  private final String desc;

  /** 1 when the receiver is argument 0. */
  private final int shift;

  Bridge(ClassWriter to, Bridged bridged, RealCall real) {
    this.to = to;
    this.bridged = bridged;
    this.real = real;
    this.desc = bridged.target().desc();
    this.shift = bridged.method().isStatic() ? 0 : 1;
  }

  void write() {
    Emitter e = method(bridged.target().name(), desc, Opcodes.ACC_PUBLIC);
    if (bridged.rule().kind() == Kind.UNSUPPORTED) {
      Label harmless = new Label();
      guard(e, harmless);
      e.constant(bridged.id());
      e.run("Boundary", "unsupported", "(I)V");
      e.label(harmless);
      real.emit(e);
      e.result(Type.getReturnType(desc));
      e.end();
      return;
    }
    if (bridged.rule().kind() == Kind.CONFIGURATION) {
      new InputBody(body("i"), bridged, real, shift).write();
      new ConfigurationBody(e, bridged, real).write();
      return;
    }
    Label plain = new Label();
    Type thread = Type.getObjectType(Emitter.THREAD);
    e.current();
    e.store(thread, e.free);
    e.load(thread, e.free);
    e.jump(Opcodes.IFNULL, plain);
    guard(e, plain);
    writeBodies(e, thread);
    e.label(plain);
    real.emit(e);
    e.result(Type.getReturnType(desc));
    e.end();
  }

  private void guard(Emitter e, Label plain) {
    Spec managed = bridged.rule().spec(Spec.Type.MANAGED_ONLY);
    if (managed != null) {
      int fd = managed.argument() + shift;
      e.argument(fd);
      e.run("ManagedDescriptors", "isManaged", "(" + e.argumentDesc(fd) + ")Z");
      e.jump(Opcodes.IFEQ, plain);
    }
    if (bridged.rule().spec(Spec.Type.INPUT_STREAM) != null) {
      e.argument(0);
      e.run("InputStreams", "isInput", "(Ljava/io/FileInputStream;)Z");
      e.jump(Opcodes.IFEQ, plain);
    }
  }

  private void writeBodies(Emitter e, Type thread) {
    Spec datagram = bridged.rule().spec(Spec.Type.DATAGRAM_EFFECT);
    Spec managed = bridged.rule().spec(Spec.Type.MANAGED_ONLY);
    switch (bridged.rule().kind()) {
      case BLOCKING_INPUT -> {
        if (datagram != null) {
          unless(e, thread, datagram.argument(), "DATAGRAM");
        }
        delegate(e, thread, "b");
        new BlockingBody(body("b"), bridged, real, shift).write();
      }
      case OUTPUT -> {
        if (managed != null) {
          unless(e, thread, managed.argument(), "LOCAL");
        }
        delegate(e, thread, "o");
        new OutputBody(body("o"), bridged, real, shift).write();
      }
      case EFFECT -> {
        delegate(e, thread, "e");
        new EffectBody(body("e"), bridged, real, shift).write();
      }
      default -> {
        delegate(e, thread, "i");
        new InputBody(body("i"), bridged, real, shift).write();
      }
    }
  }

  /** Goes to a body of its own, that of an effect, when the descriptor has a flag. */
  private void unless(Emitter e, Type thread, int argument, String flag) {
    Label no = new Label();
    int fd = argument + shift;
    e.argument(fd);
    e.v.visitFieldInsn(
        Opcodes.GETSTATIC, Emitter.ENGINE + "boundary/ManagedDescriptors", flag, "I");
    e.run("ManagedDescriptors", "is", "(" + e.argumentDesc(fd) + "I)Z");
    e.jump(Opcodes.IFEQ, no);
    delegate(e, thread, "e");
    new EffectBody(body("e"), bridged, real, shift).write();
    e.label(no);
  }

  private void delegate(Emitter e, Type thread, String prefix) {
    for (int i = 0; i < e.arguments.length; i++) {
      e.argument(i);
    }
    e.load(thread, e.free);
    e.v.visitMethodInsn(
        Opcodes.INVOKESTATIC, Target.BRIDGES, prefix + bridged.id(), bodyDesc(), false);
    e.result(Type.getReturnType(desc));
  }

  /** Package-private: {@link ConfigurationReader} calls those of configuration. */
  private Emitter body(String prefix) {
    return method(prefix + bridged.id(), bodyDesc(), 0);
  }

  private String bodyDesc() {
    return desc.replace(")", "L" + Emitter.THREAD + ";)");
  }

  private Emitter method(String name, String d, int access) {
    MethodVisitor v = to.visitMethod(access | Opcodes.ACC_STATIC, name, d, null, null);
    return new Emitter(v, d);
  }
}
