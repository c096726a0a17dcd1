package io.understudy.weaver.bridge;

import io.understudy.weaver.table.Bridged;
import io.understudy.weaver.table.Spec;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * A call on a file that is the primary's alone: real there and logged, from the log on a backup.
 */
final class FileBody extends Body {
  FileBody(Emitter e, Bridged bridged, RealCall real, int shift) {
    super(e, bridged, real, shift);
  }

  @Override
  void write() {
    Label live = new Label();
    dies();
    replayed(live);
    readResult();
    if (spec(Spec.Type.RESULT_DESCRIPTOR) != null) {
      given();
    }
    buffers.read();
    returnResult();
    recorded(live, this::take);
  }

  /** The backup keeps what it needs to open the file at its promotion. */
  private void given() {
    buffers.given(() -> e.load(returned, result));
  }

  private void take() {
    if (spec(Spec.Type.RESULT_DESCRIPTOR) != null) {
      e.load(returned, result);
      e.v.visitFieldInsn(
          Opcodes.GETSTATIC, Emitter.ENGINE + "boundary/ManagedDescriptors", "FILE", "I");
      e.run("ManagedDescriptors", "take", "(II)I");
      e.store(returned, result);
    } else if (spec(Spec.Type.OPENS) != null) {
      e.argument(0);
      e.run("PrimaryFiles", "take", "(Ljava/lang/Object;)I");
      e.v.visitInsn(Opcodes.POP);
    }
  }
}
