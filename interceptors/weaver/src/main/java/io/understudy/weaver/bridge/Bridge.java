package io.understudy.weaver.bridge;

import io.understudy.weaver.table.Bridged;
import io.understudy.weaver.table.Kind;
import io.understudy.weaver.table.Spec;
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
    boolean local = bridged.rule().spec(Spec.Type.LOCAL) != null;
    Label own = local ? new Label() : plain;
    guard(e, own);
    writeBodies(e, thread);
    if (local) {
      e.label(own);
      delegate(e, thread, "l");
      new LocalBody(body("l"), bridged, real, shift).write();
    }
    e.label(plain);
    foreignClose(e);
    real.emit(e);
    e.result(Type.getReturnType(desc));
    e.end();
  }

  /** A thread that is not managed does not close a managed descriptor: the turn does. */
  private void foreignClose(Emitter e) {
    Spec dies = bridged.rule().spec(Spec.Type.DIES);
    if (dies == null) {
      return;
    }
    Label close = new Label();
    int fd = dies.argument() + shift;
    e.argument(fd);
    e.run("ForeignCloses", "deferred", "(" + e.argumentDesc(fd) + ")Z");
    e.jump(Opcodes.IFEQ, close);
    if (dies.argument() < 0) {
      e.argument(0);
      e.run("ManagedDescriptors", "forget", "(L" + Emitter.FD + ";)V");
    }
    e.v.visitInsn(Opcodes.RETURN);
    e.label(close);
  }

  private void guard(Emitter e, Label plain) {
    descriptors(e, plain);
    if (bridged.rule().spec(Spec.Type.OWN) != null) {
      e.argument(0);
      e.run("PrimaryFiles", "has", "(Ljava/lang/Object;)Z");
      e.jump(Opcodes.IFEQ, plain);
    }
    StringBuilder paths = new StringBuilder("(");
    for (Spec s : bridged.rule().specs()) {
      if (s.type() == Spec.Type.PATH) {
        e.argument(s.argument() + shift);
        paths.append(e.argumentDesc(s.argument() + shift));
      }
    }
    if (paths.length() > 1) {
      e.run("FilePolicy", "isPrimarys", paths + ")Z");
      e.jump(Opcodes.IFEQ, plain);
    }
    if (bridged.rule().spec(Spec.Type.INPUT_STREAM) != null) {
      e.argument(0);
      e.run("InputStreams", "isInput", "(Ljava/io/FileInputStream;)Z");
      e.jump(Opcodes.IFEQ, plain);
    }
  }

  /** Goes on if one of the descriptors is managed. */
  private void descriptors(Emitter e, Label plain) {
    Label managed = new Label();
    boolean any = false;
    for (Spec s : bridged.rule().specs()) {
      if (s.type() == Spec.Type.MANAGED_ONLY) {
        any = true;
        int fd = s.argument() + shift;
        e.argument(fd);
        e.run("ManagedDescriptors", "isManaged", "(" + e.argumentDesc(fd) + ")Z");
        e.jump(Opcodes.IFNE, managed);
      }
    }
    if (any) {
      e.jump(Opcodes.GOTO, plain);
      e.label(managed);
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
          pipe(e, thread, managed.argument() + shift);
          unless(e, thread, managed.argument(), "LOCAL");
          Label no = isNot(e, managed.argument(), "FILE");
          delegate(e, thread, "f");
          new FileBody(body("f"), bridged, real, shift).write();
          e.label(no);
        }
        delegate(e, thread, "o");
        new OutputBody(body("o"), bridged, real, shift).write();
      }
      case FILE -> {
        Label no = managed == null ? null : isNot(e, managed.argument(), "FILE");
        delegate(e, thread, "f");
        new FileBody(body("f"), bridged, real, shift).write();
        if (no != null) {
          e.label(no);
          noFile(e, thread);
        }
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

  /** The writing end of a pipe in blocking mode: the engine waits for room. */
  private void pipe(Emitter e, Type thread, int fd) {
    Label no = new Label();
    e.argument(fd);
    e.run("PipeWrites", "block", "(" + e.argumentDesc(fd) + ")Z");
    e.jump(Opcodes.IFEQ, no);
    Spec vector = bridged.rule().spec(Spec.Type.HASH_VECTOR);
    Spec memory = vector == null ? bridged.rule().spec(Spec.Type.HASH) : vector;
    e.load(thread, e.free);
    e.constant(bridged.id());
    e.argument(fd);
    e.argument(memory.argument() + shift);
    e.argument(Integer.parseInt(memory.detail()) + shift);
    String head = "(L" + Emitter.THREAD + ";IL" + Emitter.FD + ";JI)J";
    e.run("PipeWrites", vector == null ? "buffer" : "vector", head);
    e.narrow(Type.getReturnType(desc));
    e.result(Type.getReturnType(desc));
    e.label(no);
  }

  /** A managed descriptor that is no file, as the watch service's: written on both nodes. */
  private void noFile(Emitter e, Type thread) {
    if (bridged.rule().spec(Spec.Type.HASH) != null) {
      delegate(e, thread, "e");
      new EffectBody(body("e"), bridged, real, shift).write();
    } else {
      delegate(e, thread, "i");
      new InputBody(body("i"), bridged, real, shift).write();
    }
  }

  /** Goes to a body of its own, that of an effect, when the descriptor has a flag. */
  private void unless(Emitter e, Type thread, int argument, String flag) {
    Label no = isNot(e, argument, flag);
    delegate(e, thread, "e");
    new EffectBody(body("e"), bridged, real, shift).write();
    e.label(no);
  }

  /** Jumps to the label that it returns unless the descriptor has a flag. */
  private Label isNot(Emitter e, int argument, String flag) {
    Label no = new Label();
    int fd = argument + shift;
    e.argument(fd);
    e.v.visitFieldInsn(
        Opcodes.GETSTATIC, Emitter.ENGINE + "boundary/ManagedDescriptors", flag, "I");
    e.run("ManagedDescriptors", "is", "(" + e.argumentDesc(fd) + "I)Z");
    e.jump(Opcodes.IFEQ, no);
    return no;
  }

  private void delegate(Emitter e, Type thread, String prefix) {
    for (int i = 0; i < e.arguments.length; i++) {
      e.argument(i);
    }
    e.load(thread, e.free);
    e.v.visitMethodInsn(
        Opcodes.INVOKESTATIC, bridged.home(), prefix + bridged.id(), bodyDesc(), false);
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
