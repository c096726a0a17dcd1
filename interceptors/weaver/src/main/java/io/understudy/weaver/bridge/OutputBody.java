package io.understudy.weaver.bridge;

import io.understudy.weaver.table.Bridged;
import io.understudy.weaver.table.Spec;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** Output: to the gate; the real call is made only where there is none. */
final class OutputBody extends Body {
  OutputBody(Emitter e, Bridged bridged, RealCall real, int shift) {
    super(e, bridged, real, shift);
  }

  @Override
  void write() {
    Label send = new Label();
    threadAndId();
    e.argument(shift);
    Spec vector = spec(Spec.Type.HASH_VECTOR);
    Spec urgent = spec(Spec.Type.URGENT);
    String head = "(L" + Emitter.THREAD + ";IL" + Emitter.FD + ";";
    if (urgent != null) {
      e.argument(urgent.argument() + shift);
      e.run("Output", "urgent", head + "B)J");
    } else if (vector != null) {
      e.argument(vector.argument() + shift);
      e.argument(Integer.parseInt(vector.detail()) + shift);
      e.run("Output", "vector", head + "JI)J");
    } else {
      Spec buffer = spec(Spec.Type.HASH);
      e.argument(buffer.argument() + shift);
      e.argument(Integer.parseInt(buffer.detail()) + shift);
      Spec address = spec(Spec.Type.SOCKADDR);
      if (address == null) {
        e.v.visitInsn(Opcodes.LCONST_0);
        e.constant(0);
      } else {
        e.argument(address.argument() + shift);
        e.argument(Integer.parseInt(address.detail()) + shift);
      }
      e.run("Output", "buffer", head + "JIJI)J");
    }
    e.store(Type.LONG_TYPE, other);
    e.load(Type.LONG_TYPE, other);
    e.v.visitLdcInsn(Long.MIN_VALUE); // Output.REAL
    e.v.visitInsn(Opcodes.LCMP);
    e.jump(Opcodes.IFEQ, send);
    e.load(Type.LONG_TYPE, other);
    e.narrow(returned);
    e.result(returned);
    e.label(send);
    sendNow();
    e.end();
  }

  private void sendNow() {
    calls("enter");
    recordingThrows(
        () -> {
          real.emit(e);
          storeResult();
        },
        () -> calls("leave"));
    calls("leave");
    e.constant(bridged.id());
    resultAsLong();
    e.run("Output", "sent", "(IJ)V");
    returnResult();
  }
}
