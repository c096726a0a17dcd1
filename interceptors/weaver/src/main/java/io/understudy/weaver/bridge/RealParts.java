package io.understudy.weaver.bridge;

import io.understudy.weaver.table.JdkImage;
import io.understudy.weaver.table.NativeMethod;
import io.understudy.weaver.table.Target;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** Generates the engine's ways to natives that it needs for itself. */
final class RealParts {
  static final String NATIVES = Target.BRIDGES + "$Natives";
  static final String THREADS = Target.BRIDGES + "$Threads";

  private static final String NET = "sun/nio/ch/Net";
  private static final String FD = "Ljava/io/FileDescriptor;";
  private static final String ADDRESS = "Ljava/net/InetAddress;";
  private static final String THREAD = "java/lang/Thread";
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final Mates mates;
  private final JdkImage image;

  RealParts(Mates mates, JdkImage image) {
    this.mates = mates;
    this.image = image;
  }

  /** Implements {@code RealNatives}. */
  byte[] natives() {
    ClassWriter w = start(NATIVES, Emitter.ENGINE + "boundary/RealNatives");
    call(w, "dup2", "(II)V", find("dup2", "sun/nio/ch/InheritedChannel"));
    call(
        w,
        "close",
        "(I)V",
        find("closeIntFD", "sun/nio/ch/UnixFileDispatcherImpl", "sun/nio/ch/FileDispatcherImpl"));
    call(w, "localPort", "(Ljava/io/FileDescriptor;)I", find("localPort", NET));
    call(w, "localAddress", "(" + FD + ")" + ADDRESS, find("localInetAddress", NET));
    call(w, "bind", "(" + FD + "ZZ" + ADDRESS + "I)V", find("bind0", NET));
    call(w, "listen", "(" + FD + "I)V", find("listen", NET));
    call(w, "connect", "(Z" + FD + ADDRESS + "I)I", find("connect0", NET));
    call(w, "shutdown", "(" + FD + "I)V", find("shutdown", NET));
    call(w, "blocking", "(" + FD + "Z)V", find("configureBlocking", "sun/nio/ch/IOUtil"));
    call(w, "poll", "(Ljava/io/FileDescriptor;IJ)I", find("poll", NET));
    String[] files = {"sun/nio/ch/UnixFileDispatcherImpl", "sun/nio/ch/FileDispatcherImpl"};
    call(w, "write", "(" + FD + "JI)I", find("write0", files));
    MethodVisitor v = w.visitMethod(Opcodes.ACC_PUBLIC, "socket", "(Z)I", null, null);
    Emitter e = new Emitter(v, "(Ljava/lang/Object;Z)I");
    Mates.Member m = load(e, find("socket0", NET));
    e.constant(1); // prefer IPv6
    e.argument(1);
    e.constant(0); // no SO_REUSEADDR
    e.constant(0); // no fast loopback
    invoke(e, m);
    e.result(Type.INT_TYPE);
    e.end();
    w.visitEnd();
    return w.toByteArray();
  }

  /** Implements {@code RealThread}. */
  byte[] threads() {
    ClassWriter w = start(THREADS, Emitter.ENGINE + "hook/RealThread");
    call(w, "start", "(Ljava/lang/Thread;)V", find("start0", THREAD));
    NativeMethod yield0 = findOrNull("yield0", THREAD);
    call(w, "yieldNow", "()V", yield0 == null ? find("yield", THREAD) : yield0);
    call(w, "halt", "(I)V", find("halt0", "java/lang/Shutdown"));
    call(w, "threads", "()[Ljava/lang/Thread;", find("getThreads", THREAD));
    MethodVisitor v = w.visitMethod(Opcodes.ACC_PUBLIC, "sleep", "(J)V", null, null);
    Emitter e = new Emitter(v, "(Ljava/lang/Object;J)V");
    NativeMethod nanos = findOrNull("sleepNanos0", THREAD);
    Mates.Member m = load(e, nanos == null ? find("sleep", THREAD) : nanos);
    e.argument(1);
    if (nanos == null) {
      v.visitLdcInsn(NANOS_PER_MILLI - 1);
      v.visitInsn(Opcodes.LADD);
      v.visitLdcInsn(NANOS_PER_MILLI);
      v.visitInsn(Opcodes.LDIV);
    }
    invoke(e, m);
    e.result(Type.VOID_TYPE);
    e.end();
    w.visitEnd();
    return w.toByteArray();
  }

  private static ClassWriter start(String name, String superName) {
    return Emitter.start(Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL, name, superName);
  }

  /** A method that hands its arguments to a native. */
  private void call(ClassWriter w, String name, String desc, NativeMethod n) {
    MethodVisitor v = w.visitMethod(Opcodes.ACC_PUBLIC, name, desc, null, null);
    Emitter e = new Emitter(v, "(Ljava/lang/Object;" + desc.substring(1));
    Mates.Member m = load(e, n);
    for (int i = 1; i < e.arguments.length; i++) {
      e.argument(i);
    }
    invoke(e, m);
    e.result(Type.getReturnType(desc));
    e.end();
  }

  private Mates.Member load(Emitter e, NativeMethod n) {
    Mates.Member m = mates.member(n, n.owner(), false);
    e.v.visitFieldInsn(
        Opcodes.GETSTATIC, m.host().home(), m.host().field(), "L" + m.host().type() + ";");
    return m;
  }

  private static void invoke(Emitter e, Mates.Member m) {
    e.v.visitMethodInsn(Opcodes.INVOKEVIRTUAL, m.host().type(), m.name(), m.desc(), false);
  }

  private NativeMethod find(String name, String... owners) {
    for (String owner : owners) {
      NativeMethod n = findOrNull(name, owner);
      if (n != null) {
        return n;
      }
    }
    throw new IllegalStateException(
        "refusing to start: this JDK has no native "
            + name
            + " in "
            + String.join(", ", owners)
            + ", which the agent needs; use a supported JDK build");
  }

  private NativeMethod findOrNull(String name, String owner) {
    for (NativeMethod n : image.natives(owner)) {
      if (n.name().equals(name)) {
        return n;
      }
    }
    return null;
  }
}
