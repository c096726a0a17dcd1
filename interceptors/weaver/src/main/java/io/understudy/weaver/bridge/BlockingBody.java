package io.understudy.weaver.bridge;

import io.understudy.weaver.table.Bridged;
import io.understudy.weaver.table.Spec;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** Input that may block: a try with the turn kept, then the call with the turn given up. */
final class BlockingBody extends Body {
  private static final String DESCRIPTORS = Emitter.ENGINE + "boundary/ManagedDescriptors";

  /** Value of {@code Blocking.TRY}. */
  private static final int TRY = 2;

  BlockingBody(Emitter e, Bridged bridged, RealCall real, int shift) {
    super(e, bridged, real, shift);
  }

  @Override
  void write() {
    Label live = new Label();
    threadAndId();
    mayBlock();
    e.run("Blocking", "enter", "(L" + Emitter.THREAD + ";IZ)I");
    e.store(Type.INT_TYPE, how);
    e.load(Type.INT_TYPE, how);
    e.jump(Opcodes.IFNE, live);
    readResult();
    drainLocal();
    buffers.read();
    connected();
    datagram();
    returnResult();
    e.label(live);
    recordingThrows(this::call, this::back);
    back();
    buffers.adopt();
    record();
    e.end();
  }

  /** Leaves a boolean on the stack. */
  private void mayBlock() {
    Label no = new Label();
    Label done = new Label();
    Spec unless = spec(Spec.Type.BLOCKS_IF);
    if (unless != null) {
      e.argument(unless.argument() + shift);
      if (e.arguments[unless.argument() + shift].getSort() == Type.LONG) {
        e.v.visitInsn(Opcodes.LCONST_0);
        e.v.visitInsn(Opcodes.LCMP);
      }
      e.jump(Opcodes.IFEQ, no);
    }
    if (spec(Spec.Type.INPUT_STREAM) != null) {
      e.argument(0);
      e.run("InputStreams", "mayBlock", "(Ljava/io/FileInputStream;)Z");
      e.jump(Opcodes.IFEQ, no);
    }
    Spec descriptor = spec(Spec.Type.TRY_POLL);
    if (descriptor == null) {
      descriptor = spec(Spec.Type.DATAGRAM_EFFECT);
    }
    if (descriptor != null) {
      int fd = descriptor.argument() + shift;
      e.argument(fd);
      e.v.visitFieldInsn(Opcodes.GETSTATIC, DESCRIPTORS, "NONBLOCKING", "I");
      e.run("ManagedDescriptors", "is", "(" + e.argumentDesc(fd) + "I)Z");
      e.jump(Opcodes.IFNE, no);
    }
    e.constant(1);
    e.jump(Opcodes.GOTO, done);
    e.label(no);
    e.constant(0);
    e.label(done);
  }

  private void call() {
    Label call = new Label();
    Label done = new Label();
    e.load(Type.INT_TYPE, how);
    e.constant(TRY);
    e.jump(Opcodes.IF_ICMPNE, call);
    Spec timeout = spec(Spec.Type.TRY_TIMEOUT);
    if (timeout != null) {
      real.emit(e, timeout.argument() + shift, () -> zero(timeout));
      storeResult();
      e.load(returned, result);
      e.jump(Opcodes.IFNE, done);
    }
    Spec poll = spec(Spec.Type.TRY_POLL);
    if (poll != null) {
      e.argument(poll.argument() + shift);
      e.constant(Integer.parseInt(poll.detail()));
      e.run("Blocking", "ready", "(L" + Emitter.FD + ";I)Z");
      e.jump(Opcodes.IFNE, call);
    }
    loadThread();
    e.run("Blocking", "release", "(L" + Emitter.THREAD + ";)I");
    e.store(Type.INT_TYPE, how);
    e.label(call);
    if (timeout == null) {
      real.emit(e);
    } else {
      real.emit(e, timeout.argument() + shift, () -> remaining(timeout));
    }
    storeResult();
    e.label(done);
  }

  private void zero(Spec timeout) {
    boolean wide = e.arguments[timeout.argument() + shift].getSort() == Type.LONG;
    e.v.visitInsn(wide ? Opcodes.LCONST_0 : Opcodes.ICONST_0);
  }

  /** A thread that stood in the call when this node was promoted does not begin its wait anew. */
  private void remaining(Spec timeout) {
    int at = timeout.argument() + shift;
    loadThread();
    e.longArgument(at);
    e.run("Blocking", "timeout", "(L" + Emitter.THREAD + ";J)J");
    e.narrow(e.arguments[at]);
  }

  private void back() {
    loadThread();
    e.load(Type.INT_TYPE, how);
    e.run("Blocking", "back", "(L" + Emitter.THREAD + ";I)V");
  }

  /** The primary's socket is connected, or will be; that of this node is not. */
  private void connected() {
    Spec connects = spec(Spec.Type.CONNECTS);
    if (connects != null) {
      e.argument(connects.argument() + shift);
      e.run("ManagedDescriptors", "connected", "(L" + Emitter.FD + ";)V");
    }
  }

  /** The log holds a datagram, and this server has it by now. */
  private void datagram() {
    Spec memory = spec(Spec.Type.DATAGRAM);
    if (memory != null) {
      int at = memory.argument() + shift;
      e.argument(shift);
      e.argument(at);
      e.longArgument(at + 1);
      resultAsLong();
      if (memory.detail().isEmpty()) {
        e.v.visitInsn(Opcodes.LCONST_0);
      } else {
        e.argument(Integer.parseInt(memory.detail()) + shift);
      }
      e.run("Consumption", "memory", "(L" + Emitter.FD + ";JJJJ)V");
    }
    Spec vector = spec(Spec.Type.DATAGRAM_VECTOR);
    if (vector != null) {
      e.argument(shift);
      e.argument(vector.argument() + shift);
      e.argument(Integer.parseInt(vector.detail()) + shift);
      resultAsLong();
      e.run("Consumption", "vector", "(L" + Emitter.FD + ";JIJ)V");
    }
  }

  /** A pipe was filled for real on this node too, so it must be emptied. */
  private void drainLocal() {
    Spec poll = spec(Spec.Type.TRY_POLL);
    if (poll == null || spec(Spec.Type.MANAGED_ONLY) == null) {
      return;
    }
    Label no = new Label();
    e.argument(poll.argument() + shift);
    e.run("Effects", "drains", "(L" + Emitter.FD + ";)Z");
    e.jump(Opcodes.IFEQ, no);
    real.emit(e);
    e.store(returned, other);
    e.label(no);
  }
}
