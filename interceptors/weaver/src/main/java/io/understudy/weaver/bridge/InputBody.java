package io.understudy.weaver.bridge;

import io.understudy.weaver.table.Bridged;
import net.bytebuddy.jar.asm.Label;

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
    buffers.read();
    returnResult();
    e.label(live);
    calls("enter");
    recordingThrows(
        () -> {
          real.emit(e);
          storeResult();
        },
        () -> calls("leave"));
    calls("leave");
    record();
    e.end();
  }
}
