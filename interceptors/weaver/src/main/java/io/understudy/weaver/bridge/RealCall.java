package io.understudy.weaver.bridge;

import io.understudy.weaver.table.NativeMethod;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** The call of the native itself: direct where Java allows it, else through its nest mate. */
final class RealCall {
  private final NativeMethod method;
  private final Mates.Member member;
  private final boolean itf;

  RealCall(Mates mates, NativeMethod method, String receiver, boolean itf) {
    this.method = method;
    this.itf = itf;
    this.member = method.reachable() ? null : mates.member(method, receiver, itf);
  }

  /** Leaves the result on the stack; arguments are those of the emitter's method. */
  void emit(Emitter e) {
    emit(e, -1, () -> {});
  }

  /**
   * As {@link #emit(Emitter)} with another value for one argument.
   *
   * @param changed its number, with the receiver; below 0: none
   * @param value leaves one of the argument's type on the stack
   */
  void emit(Emitter e, int changed, Runnable value) {
    if (member != null) {
      e.v.visitFieldInsn(
          Opcodes.GETSTATIC,
          member.host().home(),
          member.host().field(),
          "L" + member.host().type() + ";");
    }
    int n = Type.getArgumentTypes(method.desc()).length + (method.isStatic() ? 0 : 1);
    for (int i = 0; i < n; i++) {
      if (i == changed) {
        value.run();
      } else {
        e.argument(i);
      }
    }
    if (member != null) {
      e.v.visitMethodInsn(
          Opcodes.INVOKEVIRTUAL, member.host().type(), member.name(), member.desc(), false);
    } else {
      int call = method.isStatic() ? Opcodes.INVOKESTATIC : Opcodes.INVOKEVIRTUAL;
      if (itf && !method.isStatic()) {
        call = Opcodes.INVOKEINTERFACE;
      }
      e.v.visitMethodInsn(call, method.owner(), method.name(), method.desc(), itf);
    }
  }
}
