package io.understudy.weaver.bridge;

import io.understudy.engine.boundary.NestMates;
import io.understudy.weaver.table.NativeMethod;
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

    private final String home;

    private Host(String home, int number, String owner) {
      this.home = home;
      this.number = number;
      this.owner = owner;
    }

    /** The class of the bridges that use it. */
    String home() {
      return home;
    }

    /** The abstract class. */
    String type() {
      return home + "$Mate" + number;
    }

    /** Field of the bridges' class that holds the instance. */
    String field() {
      return "mate" + number;
    }
  }

  private final Map<String, Host> hosts = new LinkedHashMap<>();
  private final String home;
  private final int first;

  /**
   * No mates yet.
   *
   * @param home class of the bridges
   * @param first number of the first host
   */
  Mates(String home, int first) {
    this.home = home;
    this.first = first;
  }

  /** The way to a native through its nest mate. */
  Member member(NativeMethod method, String receiver, boolean itf) {
    Host h = hosts.computeIfAbsent(method.owner(), o -> new Host(home, first + hosts.size(), o));
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
        Emitter.start(Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL, h.owner + NestMates.SUFFIX, h.type());
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
