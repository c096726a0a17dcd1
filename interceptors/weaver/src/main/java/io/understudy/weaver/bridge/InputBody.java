package io.understudy.weaver.bridge;

import io.understudy.weaver.table.Bridged;
import io.understudy.weaver.table.Spec;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.Opcodes;

/** Input that never blocks: from the log, or real and logged. */
final class InputBody extends Body {
  InputBody(Emitter e, Bridged bridged, RealCall real, int shift) {
    super(e, bridged, real, shift);
  }

  @Override
  void write() {
    Label live = new Label();
    replayed(live);
    readResult();
    drainLocal();
    buffers.read();
    returnResult();
    recorded(live, () -> {});
  }

  /** What is read from a descriptor that is real on this node, too, must not fill it up. */
  private void drainLocal() {
    Spec managed = spec(Spec.Type.MANAGED_ONLY);
    if (managed == null
        || spec(Spec.Type.MEMORY_OUT) == null
        || !e.argumentDesc(managed.argument() + shift).equals("I")) {
      return;
    }
    Label no = new Label();
    e.argument(managed.argument() + shift);
    e.run("Effects", "drains", "(I)Z");
    e.jump(Opcodes.IFEQ, no);
    calls("enter");
    real.emit(e);
    e.store(returned, other);
    calls("leave");
    e.label(no);
  }
}
