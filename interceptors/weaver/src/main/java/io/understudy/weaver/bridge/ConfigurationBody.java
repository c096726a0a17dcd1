package io.understudy.weaver.bridge;

import io.understudy.weaver.table.Bridged;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** A value of the process: the settled one for every thread, the real one before it is settled. */
final class ConfigurationBody {
  private final Emitter e;
  private final Bridged bridged;
  private final RealCall real;
  private final Type returned;

  ConfigurationBody(Emitter e, Bridged bridged, RealCall real) {
    this.e = e;
    this.bridged = bridged;
    this.real = real;
    returned = Type.getReturnType(bridged.method().desc());
  }

  void write() {
    Type object = Type.getType(Object.class);
    Label unsettled = new Label();
    e.constant(bridged.id());
    e.run("Configuration", "get", "(I)Ljava/lang/Object;");
    e.store(object, e.free);
    e.load(object, e.free);
    e.jump(Opcodes.IFNULL, unsettled);
    e.load(object, e.free);
    Boxes.unbox(e, returned);
    e.result(returned);
    e.label(unsettled);
    real.emit(e);
    e.result(returned);
    e.end();
  }
}
