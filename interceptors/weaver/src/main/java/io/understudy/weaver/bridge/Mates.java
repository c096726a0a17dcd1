package io.understudy.weaver.bridge;

import io.understudy.weaver.table.NativeMethod;
import io.understudy.weaver.table.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * The natives that only their own class may call. For each such class: an abstract class that
 * bridges can name, and a hidden nest mate of the JDK's class that implements it.
 */
final class Mates {
  /** One native; {@code name} is its method in the abstract class. */
  record Member(Host host, String name, NativeMethod method, String receiver, boolean itf) {
    String desc() {
      return method.staticDesc(receiver);
    }
  }

  /** One class of the JDK. */
  static final class Host {
    final int number;
    final String owner;
    final Map<String, Member> members = new LinkedHashMap<>();

    private Host(int number, String owner) {
      this.number = number;
      this.owner = owner;
    }

    /** The abstract class. */
    String type() {
      return Target.BRIDGES + "$Mate" + number;
    }

    /** Field of the bridges' class that holds the instance. */
    String field() {
      return "mate" + number;
    }
  }

  private final Map<String, Host> hosts = new LinkedHashMap<>();

  /** The way to a native through its nest mate. */
  Member member(NativeMethod method, String receiver, boolean itf) {
    Host h = hosts.computeIfAbsent(method.owner(), o -> new Host(hosts.size(), o));
    return h.members.computeIfAbsent(
        method.name() + method.desc() + receiver,
        k -> new Member(h, "m" + h.members.size(), method, receiver, itf));
  }

  List<Host> hosts() {
    return new ArrayList<>(hosts.values());
  }

  byte[] abstractClass(Host h) {
    ClassWriter w = Emitter.start(Opcodes.ACC_PUBLIC | Opcodes.ACC_ABSTRACT, h.type(), null);
    for (Member m : h.members.values()) {
      w.visitMethod(
              Opcodes.ACC_PUBLIC | Opcodes.ACC_ABSTRACT,
              m.name(),
              m.desc(),
              null,
              new String[] {"java/lang/Throwable"})
          .visitEnd();
    }
    w.visitEnd();
    return w.toByteArray();
  }

  byte[] nestMate(Host h) {
    ClassWriter w =
        Emitter.start(Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL, h.owner + "$$Understudy", h.type());
    for (Member m : h.members.values()) {
      MethodVisitor v = w.visitMethod(Opcodes.ACC_PUBLIC, m.name(), m.desc(), null, null);
      v.visitCode();
      int slot = 1;
      for (Type t : Type.getArgumentTypes(m.desc())) {
        v.visitVarInsn(t.getOpcode(Opcodes.ILOAD), slot);
        slot += t.getSize();
      }
      NativeMethod n = m.method();
      int call = n.isStatic() ? Opcodes.INVOKESTATIC : Opcodes.INVOKEVIRTUAL;
      if (m.itf()) {
        call = Opcodes.INVOKEINTERFACE;
      }
      String owner = n.isStatic() ? n.owner() : m.receiver();
      v.visitMethodInsn(call, owner, n.name(), n.desc(), m.itf());
      v.visitInsn(Type.getReturnType(n.desc()).getOpcode(Opcodes.IRETURN));
      v.visitMaxs(0, 0);
      v.visitEnd();
    }
    w.visitEnd();
    return w.toByteArray();
  }
}
