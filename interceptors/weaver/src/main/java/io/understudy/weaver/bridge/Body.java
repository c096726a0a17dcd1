package io.understudy.weaver.bridge;

import io.understudy.weaver.table.Bridged;
import io.understudy.weaver.table.Spec;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** What all bodies share: slots, results, and the record of a call. */
abstract class Body {
  static final Type THROWABLE = Type.getType(Throwable.class);
  private static final Type LOG_WRITER = Type.getObjectType(Emitter.WRITER);

  final Emitter e;
  final Bridged bridged;
  final RealCall real;
  final int shift;
  final Type returned;
  final OutBuffers buffers;

  /** Slots: the thread is the last argument; two for a result, two for a second one. */
  final int thread;

  final int result;
  final int other;
  final int how;
  private final int thrown;
  private final int writer;

  Body(Emitter e, Bridged bridged, RealCall real, int shift) {
    this.e = e;
    this.bridged = bridged;
    this.real = real;
    this.shift = shift;
    returned = Type.getReturnType(bridged.method().desc());
    thread = e.arguments.length - 1;
    result = e.free;
    other = e.free + 2;
    how = e.free + 4;
    thrown = e.free + 5;
    writer = e.free + 6;
    buffers = new OutBuffers(this);
  }

  abstract void write();

  /** The number of a descriptor that the call closes is free from here on. */
  void dies() {
    Spec dies = spec(Spec.Type.DIES);
    if (dies != null) {
      int fd = dies.argument() + shift;
      loadThread();
      e.argument(fd);
      String d = "(L" + Emitter.THREAD + ";" + e.argumentDesc(fd) + ")V";
      e.run("ManagedDescriptors", "closed", d);
    }
  }

  /**
   * The end of a body: the real call, and its record.
   *
   * @param live where a node that records goes on
   * @param behind follows the real call, before it is recorded
   */
  void recorded(Label live, Runnable behind) {
    e.label(live);
    calls("enter");
    recordingThrows(
        () -> {
          real.emit(e);
          storeResult();
          behind.run();
        },
        () -> calls("leave"));
    calls("leave");
    record();
    e.end();
  }

  boolean isVoid() {
    return returned.getSort() == Type.VOID;
  }

  boolean isObject() {
    return returned.getSort() >= Type.ARRAY;
  }

  Spec spec(Spec.Type type) {
    return bridged.rule().spec(type);
  }

  void loadThread() {
    e.argument(thread);
  }

  void threadAndId() {
    loadThread();
    e.constant(bridged.id());
  }

  /** The result on the stack goes to its slot. */
  void storeResult() {
    if (!isVoid()) {
      e.store(returned, result);
    }
  }

  void resultAsLong() {
    e.load(returned, result);
    e.widen(returned);
  }

  /** Calls one of {@code Calls}' methods that take the thread. */
  void calls(String name) {
    loadThread();
    e.run("Calls", name, "(L" + Emitter.THREAD + ";)V");
  }

  /** Jumps to {@code live} unless the call's record was taken. */
  void replayed(Label live) {
    threadAndId();
    e.run("Calls", "replayed", "(L" + Emitter.THREAD + ";I)Z");
    e.jump(Opcodes.IFEQ, live);
  }

  /** Reads the result of the record to its slot. */
  void readResult() {
    if (isVoid()) {
      return;
    }
    if (isObject()) {
      loadThread();
      receiver();
      String desc = "(L" + Emitter.THREAD + ";Ljava/lang/Object;)Ljava/lang/Object;";
      e.run("ObjectCodec", "read", desc);
      e.v.visitTypeInsn(Opcodes.CHECKCAST, returned.getInternalName());
    } else {
      e.run("Calls", "result", "()J");
      e.narrow(returned);
    }
    storeResult();
  }

  void returnResult() {
    if (!isVoid()) {
      e.load(returned, result);
    }
    e.result(returned);
  }

  /** Records result and buffers, unless nothing is recorded any more; then returns. */
  void record() {
    Label no = new Label();
    e.constant(bridged.id());
    e.run("Calls", "begin", "(I)L" + Emitter.WRITER + ";");
    e.store(LOG_WRITER, writer);
    loadWriter();
    e.jump(Opcodes.IFNULL, no);
    writeResult();
    buffers.write();
    loadWriter();
    e.writer("end", "()V");
    e.label(no);
    returnResult();
  }

  void loadWriter() {
    e.load(LOG_WRITER, writer);
  }

  /** The receiver, or null, on the stack. */
  private void receiver() {
    if (shift == 0) {
      e.v.visitInsn(Opcodes.ACONST_NULL);
    } else {
      e.argument(0);
    }
  }

  private void writeResult() {
    if (isVoid()) {
      return;
    }
    if (isObject()) {
      loadThread();
      loadWriter();
      e.load(returned, result);
      receiver();
      e.run("ObjectCodec", "write", OutBuffers.WRITE_OBJECT);
    } else {
      loadWriter();
      resultAsLong();
      e.writer("signed", "(J)V");
    }
  }

  /** Runs {@code code}; when it throws, runs {@code cleanUp}, records and throws on. */
  void recordingThrows(Runnable code, Runnable cleanUp) {
    Label from = new Label();
    Label to = new Label();
    Label handler = new Label();
    Label done = new Label();
    e.v.visitTryCatchBlock(from, to, handler, "java/lang/Throwable");
    e.label(from);
    code.run();
    e.label(to);
    e.jump(Opcodes.GOTO, done);
    e.label(handler);
    e.store(THROWABLE, thrown);
    cleanUp.run();
    threadAndId();
    e.load(THROWABLE, thrown);
    e.run("Calls", "threw", "(L" + Emitter.THREAD + ";ILjava/lang/Throwable;)V");
    e.load(THROWABLE, thrown);
    e.v.visitInsn(Opcodes.ATHROW);
    e.label(done);
  }
}
