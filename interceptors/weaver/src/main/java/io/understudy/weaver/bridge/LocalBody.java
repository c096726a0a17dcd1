package io.understudy.weaver.bridge;

import io.understudy.weaver.table.Bridged;
import io.understudy.weaver.table.Spec;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** A call on a file that each node has its own of: real on both, then compared by the engine. */
final class LocalBody extends Body {
  private static final String HEAD =
      "(L" + Emitter.THREAD + ";ILjava/lang/String;Ljava/lang/Throwable;";
  private static final String OBJECT = "Ljava/lang/Object;";

  private static final Type STRING = Type.getType(String.class);

  private final int failure;
  private final int named;

  LocalBody(Emitter e, Bridged bridged, RealCall real, int shift) {
    super(e, bridged, real, shift);
    failure = e.free + 7;
    named = e.free + 8;
  }

  @Override
  void write() {
    callReal();
    name();
    e.store(STRING, named);
    threadAndId();
    e.load(STRING, named);
    e.load(THROWABLE, failure);
    String how = spec(Spec.Type.LOCAL).detail();
    if (isObject()) {
      e.load(returned, result);
      e.run("LocalFiles", how, HEAD + OBJECT + ")" + OBJECT);
      e.v.visitTypeInsn(Opcodes.CHECKCAST, returned.getInternalName());
      e.result(returned);
      e.end();
      return;
    }
    if (isVoid()) {
      e.v.visitInsn(Opcodes.LCONST_0);
    } else {
      resultAsLong();
    }
    switch (how) {
      case "opened" -> {
        if (spec(Spec.Type.OPENS) == null) {
          e.v.visitInsn(Opcodes.ACONST_NULL);
        } else {
          e.argument(0);
        }
        e.run("LocalFiles", how, HEAD + "J" + OBJECT + ")J");
      }
      case "fields" -> {
        e.argument(spec(Spec.Type.FIELDS).argument() + shift);
        e.run("LocalFiles", how, HEAD + "J" + OBJECT + ")J");
      }
      case "read" -> {
        hashRead();
        e.run("LocalFiles", how, HEAD + "JI)J");
      }
      default -> e.run("LocalFiles", how, HEAD + "J)J");
    }
    if (isVoid()) {
      e.v.visitInsn(Opcodes.POP2);
    } else {
      e.narrow(returned);
    }
    e.result(returned);
    e.end();
  }

  /** Class loading reads jars all day long: their bytes are not compared. */
  private void hashRead() {
    Label no = new Label();
    Label done = new Label();
    loadThread();
    e.load(STRING, named);
    e.run("LocalFiles", "isCompared", "(L" + Emitter.THREAD + ";Ljava/lang/String;)Z");
    e.jump(Opcodes.IFEQ, no);
    buffers.hashRead();
    e.jump(Opcodes.GOTO, done);
    e.label(no);
    e.constant(0);
    e.label(done);
  }

  /** Leaves result and exception, or zeros, in their slots. */
  private void callReal() {
    Label from = new Label();
    Label to = new Label();
    Label handler = new Label();
    Label done = new Label();
    e.v.visitInsn(Opcodes.ACONST_NULL);
    e.store(THROWABLE, failure);
    zero();
    calls("enter");
    e.v.visitTryCatchBlock(from, to, handler, "java/lang/Throwable");
    e.label(from);
    real.emit(e);
    storeResult();
    e.label(to);
    e.jump(Opcodes.GOTO, done);
    e.label(handler);
    e.store(THROWABLE, failure);
    e.label(done);
    calls("leave");
  }

  private void zero() {
    if (isVoid()) {
      return;
    }
    if (isObject()) {
      e.v.visitInsn(Opcodes.ACONST_NULL);
    } else if (returned.getSort() == Type.LONG) {
      e.v.visitInsn(Opcodes.LCONST_0);
    } else {
      e.v.visitInsn(Opcodes.ICONST_0);
    }
    storeResult();
  }

  /** The file's name on the stack. */
  private void name() {
    Spec path = spec(Spec.Type.PATH);
    Spec fd = spec(Spec.Type.MANAGED_ONLY);
    int by = path != null ? path.argument() + shift : fd != null ? fd.argument() + shift : 0;
    e.argument(by);
    e.run("FileNames", "of", "(" + e.argumentDesc(by) + ")Ljava/lang/String;");
  }
}
