package io.understudy.weaver.bridge;

import io.understudy.weaver.table.Bridged;
import io.understudy.weaver.table.Spec;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** An effect on a kernel object: real on both nodes, with the primary's result. */
final class EffectBody extends Body {
  private static final String DESCRIPTORS = Emitter.ENGINE + "boundary/ManagedDescriptors";

  private static final Type INTS = Type.getType(int[].class);

  /** Argument of Net.bind0 that holds the port. */
  private static final int PORT = 4;

  EffectBody(Emitter e, Bridged bridged, RealCall real, int shift) {
    super(e, bridged, real, shift);
  }

  @Override
  void write() {
    Label live = new Label();
    dies();
    replayed(live);
    readResult();
    if (spec(Spec.Type.BIND) != null) {
      e.run("Calls", "result", "()J");
      e.v.visitInsn(Opcodes.L2I);
      e.storeArgument(PORT + shift);
    }
    buffers.read();
    descriptors(true);
    alsoReal();
    descriptors(false);
    mode();
    returnResult();
    e.label(live);
    calls("enter");
    recordingThrows(
        () -> {
          Label held = new Label();
          shuts(held);
          real.emit(e);
          storeResult();
          take();
          takeAll();
          e.label(held);
        },
        () -> calls("leave"));
    calls("leave");
    mode();
    record();
    e.end();
  }

  /** The sending half of a stream is shut by the gate; what is left, here. */
  private void shuts(Label nothingLeft) {
    Spec shuts = spec(Spec.Type.SHUTS);
    if (shuts == null) {
      return;
    }
    int how = shuts.argument() + shift;
    loadThread();
    e.argument(shift);
    e.argument(how);
    e.run("Output", "shutdown", "(L" + Emitter.THREAD + ";L" + Emitter.FD + ";I)I");
    e.storeArgument(how);
    e.argument(how);
    e.jump(Opcodes.IFLT, nothingLeft);
  }

  /** Around the backup's own call: its two descriptors get the primary's numbers. */
  private void descriptors(boolean before) {
    Spec s = spec(Spec.Type.DESCRIPTORS_OUT);
    if (s == null) {
      return;
    }
    if (before) {
      loadThread();
      e.v.visitInsn(Opcodes.ACONST_NULL);
      String desc = "(L" + Emitter.THREAD + ";Ljava/lang/Object;)Ljava/lang/Object;";
      e.run("ObjectCodec", "read", desc);
      e.v.visitTypeInsn(Opcodes.CHECKCAST, INTS.getInternalName());
      e.store(INTS, how);
      e.argument(s.argument() + shift);
      e.constant(-1);
      e.v.visitMethodInsn(Opcodes.INVOKESTATIC, "java/util/Arrays", "fill", "([II)V", false);
    } else {
      e.argument(s.argument() + shift);
      e.load(INTS, how);
      e.run("ManagedDescriptors", "giveAll", "([I[I)V");
    }
  }

  private void takeAll() {
    Spec s = spec(Spec.Type.DESCRIPTORS_OUT);
    if (s != null) {
      e.argument(s.argument() + shift);
      e.run("ManagedDescriptors", "takeAll", "([I)V");
    }
  }

  private void alsoReal() {
    Label no = new Label();
    Label done = new Label();
    Label from = new Label();
    Label to = new Label();
    Label failed = new Label();
    Label left = new Label();
    e.run("Effects", "real", "()Z");
    e.jump(Opcodes.IFEQ, no);
    calls("enter");
    e.v.visitTryCatchBlock(from, to, failed, "java/lang/Throwable");
    e.label(from);
    real.emit(e);
    if (!isVoid()) {
      e.store(returned, other);
    }
    compare();
    e.label(to);
    e.jump(Opcodes.GOTO, left);
    e.label(failed);
    e.v.visitInsn(Opcodes.POP);
    e.constant(bridged.id());
    e.run("Effects", "failed", "(I)V");
    e.label(left);
    calls("leave");
    e.jump(Opcodes.GOTO, done);
    e.label(no);
    Spec dies = spec(Spec.Type.DIES);
    if (dies != null && dies.argument() < 0) {
      e.argument(0);
      e.run("ManagedDescriptors", "forget", "(L" + Emitter.FD + ";)V");
    }
    if (spec(Spec.Type.RESULT_DESCRIPTOR) != null) {
      if (returned.getSort() == Type.LONG) {
        e.v.visitLdcInsn(-1L);
      } else {
        e.constant(-1);
      }
      give();
    }
    e.label(done);
  }

  private void compare() {
    if (spec(Spec.Type.RESULT_DESCRIPTOR) != null) {
      e.load(returned, other);
      give();
    } else if (!isVoid() && !isObject()) {
      e.constant(bridged.id());
      e.load(returned, other);
      e.widen(returned);
      resultAsLong();
      e.run("Effects", "compare", "(IJJ)V");
    }
  }

  /** The backup's descriptor, on the stack, gets the primary's number. */
  private void give() {
    String d = returned.getDescriptor();
    e.load(returned, result);
    flags();
    boolean pair = returned.getSort() == Type.LONG;
    e.run("ManagedDescriptors", pair ? "givePair" : "give", "(" + d + d + "I)V");
  }

  /** The primary's new descriptor gets its number. */
  private void take() {
    if (spec(Spec.Type.RESULT_DESCRIPTOR) == null) {
      return;
    }
    String d = returned.getDescriptor();
    e.load(returned, result);
    flags();
    boolean pair = returned.getSort() == Type.LONG;
    e.run("ManagedDescriptors", pair ? "takePair" : "take", "(" + d + "I)" + d);
    e.store(returned, result);
  }

  private void flags() {
    Spec stream = spec(Spec.Type.STREAM);
    Spec mode = spec(Spec.Type.MODE);
    Spec by = stream == null ? mode : stream;
    if (by == null) {
      e.constant(0);
      return;
    }
    Label set = new Label();
    Label done = new Label();
    e.argument(by.argument() + shift);
    e.jump(Opcodes.IFEQ, set);
    e.constant(0);
    e.jump(Opcodes.GOTO, done);
    e.label(set);
    String flag = stream == null ? "NONBLOCKING" : "DATAGRAM";
    e.v.visitFieldInsn(Opcodes.GETSTATIC, DESCRIPTORS, flag, "I");
    e.label(done);
  }

  private void mode() {
    Spec mode = spec(Spec.Type.MODE);
    if (mode != null && spec(Spec.Type.RESULT_DESCRIPTOR) == null) {
      e.argument(shift);
      e.argument(mode.argument() + shift);
      e.run("ManagedDescriptors", "blocking", "(L" + Emitter.FD + ";Z)V");
    }
  }
}
