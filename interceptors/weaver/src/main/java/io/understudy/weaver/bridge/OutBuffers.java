package io.understudy.weaver.bridge;

import io.understudy.weaver.table.Spec;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** Memory, arrays and descriptors that a native fills, in the order of the rule's specs. */
final class OutBuffers {
  static final String WRITE_OBJECT =
      "(L" + Emitter.THREAD + ";L" + Emitter.WRITER + ";Ljava/lang/Object;Ljava/lang/Object;)V";
  private static final String FIELDS =
      "(L" + Emitter.THREAD + ";L" + Emitter.WRITER + ";Ljava/lang/Object;)V";

  private final Body body;

  OutBuffers(Body body) {
    this.body = body;
  }

  /** Without a number the receiver is meant; a static native's last argument. */
  private int argument(Spec s) {
    boolean last = s.argument() < 0 && body.shift == 0;
    return last ? body.thread - 1 : s.argument() + body.shift;
  }

  /** Behind the result of a real call. */
  void write() {
    Emitter e = body.e;
    for (Spec s : body.bridged.rule().specs()) {
      switch (s.type()) {
        case MEMORY_OUT -> {
          body.loadWriter();
          e.argument(argument(s));
          length(s.detail());
          e.run("Buffers", "write", "(L" + Emitter.WRITER + ";JJ)V");
        }
        case VECTOR_OUT -> {
          body.loadWriter();
          e.argument(argument(s));
          e.argument(Integer.parseInt(s.detail()) + body.shift);
          body.resultAsLong();
          e.run("Buffers", "writeVector", "(L" + Emitter.WRITER + ";JIJ)V");
        }
        case BYTES_OUT -> writeBytes(s);
        case OBJECTS_OUT, DESCRIPTORS_OUT -> {
          body.loadThread();
          body.loadWriter();
          e.argument(argument(s));
          e.v.visitInsn(Opcodes.ACONST_NULL);
          e.run("ObjectCodec", "write", WRITE_OBJECT);
        }
        case SELF_OUT -> {
          body.loadThread();
          body.loadWriter();
          e.argument(0);
          e.run("ObjectCodec", "writeFields", FIELDS);
        }
        case NEW_DESCRIPTOR -> {
          body.loadWriter();
          e.argument(argument(s));
          e.run("ManagedDescriptors", "number", "(L" + Emitter.FD + ";)I");
          e.v.visitInsn(Opcodes.I2L);
          e.writer("signed", "(J)V");
        }
        case BIND -> {
          body.loadWriter();
          e.argument(body.shift);
          e.run("Effects", "localPort", "(L" + Emitter.FD + ";)I");
          e.v.visitInsn(Opcodes.I2L);
          e.writer("signed", "(J)V");
        }
        case OPENS -> {
          body.loadWriter();
          e.argument(0);
          e.run("PrimaryFiles", "number", "(Ljava/lang/Object;)J");
          e.writer("signed", "(J)V");
        }
        case HASH, HASH_VECTOR, HASH_BYTES -> {
          body.loadWriter();
          hash(s);
          e.v.visitInsn(Opcodes.I2L);
          e.writer("signed", "(J)V");
        }
        case FIELDS -> {
          body.loadThread();
          body.loadWriter();
          e.argument(argument(s));
          e.run("ObjectCodec", "writeNumbers", FIELDS);
        }
        default -> {}
      }
    }
  }

  private void writeBytes(Spec s) {
    Emitter e = body.e;
    body.loadWriter();
    e.argument(argument(s));
    if (s.detail().isEmpty()) {
      e.constant(0);
      e.argument(argument(s));
      e.v.visitInsn(Opcodes.ARRAYLENGTH);
      e.v.visitInsn(Opcodes.I2L);
    } else {
      e.argument(Integer.parseInt(s.detail()) + body.shift);
      body.resultAsLong();
    }
    e.run("Buffers", "write", "(L" + Emitter.WRITER + ";[BIJ)V");
  }

  /** A length, as a long on the stack: ret, ret*12, arg1*8 or a number. */
  private void length(String detail) {
    Emitter e = body.e;
    int star = detail.indexOf('*');
    String base = star < 0 ? detail : detail.substring(0, star);
    if (base.equals("ret")) {
      body.resultAsLong();
    } else if (base.startsWith("arg")) {
      e.longArgument(Integer.parseInt(base.substring(3)) + body.shift);
    } else {
      body.resultAsLong();
      e.v.visitLdcInsn(Long.parseLong(base));
      e.run("Buffers", "fixed", "(JJ)J");
    }
    if (star > 0) {
      e.v.visitLdcInsn(Long.parseLong(detail.substring(star + 1)));
      e.v.visitInsn(Opcodes.LMUL);
    }
  }

  /** Behind the result of a record. */
  void read() {
    Emitter e = body.e;
    for (Spec s : body.bridged.rule().specs()) {
      switch (s.type()) {
        case MEMORY_OUT -> {
          e.argument(argument(s));
          e.run("Buffers", "read", "(J)V");
        }
        case VECTOR_OUT -> {
          e.argument(argument(s));
          e.argument(Integer.parseInt(s.detail()) + body.shift);
          body.resultAsLong();
          e.run("Buffers", "readVector", "(JIJ)V");
        }
        case BYTES_OUT -> {
          e.argument(argument(s));
          if (s.detail().isEmpty()) {
            e.constant(0);
          } else {
            e.argument(Integer.parseInt(s.detail()) + body.shift);
          }
          e.run("Buffers", "read", "([BI)V");
        }
        case OBJECTS_OUT -> {
          body.loadThread();
          e.argument(argument(s));
          e.run("ObjectCodec", "readInto", "(L" + Emitter.THREAD + ";Ljava/lang/Object;)V");
        }
        case SELF_OUT -> {
          body.loadThread();
          e.argument(0);
          e.run("ObjectCodec", "readFields", "(L" + Emitter.THREAD + ";Ljava/lang/Object;)V");
        }
        case NEW_DESCRIPTOR -> {
          e.argument(argument(s));
          e.run("Calls", "result", "()J");
          e.v.visitInsn(Opcodes.L2I);
          e.run("ManagedDescriptors", "standIn", "(L" + Emitter.FD + ";I)V");
        }
        case OPENS ->
            given(
                () -> {
                  e.run("Calls", "result", "()J");
                  e.v.visitInsn(Opcodes.L2I);
                });
        case HASH, HASH_VECTOR, HASH_BYTES -> {
          if (body instanceof EffectBody) {
            // a pipe of the JVM's own: the JDK wakes itself by bytes that it never set
            e.run("PrimaryFiles", "passHash", "()V");
          } else {
            e.constant(body.bridged.id());
            hash(s);
            e.run("PrimaryFiles", "compare", "(II)V");
          }
        }
        case FIELDS -> {
          body.loadThread();
          e.argument(argument(s));
          e.run("ObjectCodec", "readNumbers", "(L" + Emitter.THREAD + ";Ljava/lang/Object;)V");
        }
        case ADVANCE -> moved("advance", s);
        case POSITION -> moved("position", s);
        default -> {}
      }
    }
  }

  /**
   * A consumed call has opened a file that only the primary has.
   *
   * @param number leaves the descriptor's number on the stack
   */
  void given(Runnable number) {
    Emitter e = body.e;
    StringBuilder d = new StringBuilder("(");
    for (int i = 0; i < body.thread; i++) {
      e.argument(i);
      d.append(e.argumentDesc(i));
    }
    number.run();
    e.run("PrimaryFiles", "given", d + "I)V");
  }

  /** A consumed call has moved the place in a file that only the primary has. */
  private void moved(String how, Spec s) {
    Emitter e = body.e;
    Spec fd = body.spec(Spec.Type.MANAGED_ONLY);
    int owner = fd == null ? 0 : argument(fd);
    e.argument(owner);
    if (s.detail().equals("1") && body.isVoid()) {
      e.v.visitInsn(Opcodes.LCONST_1);
    } else {
      length(s.detail());
    }
    boolean number = e.arguments[owner].getSort() == Type.INT;
    e.run("PrimaryFiles", how, number ? "(IJ)V" : "(Ljava/lang/Object;J)V");
  }

  /** Hash of what the call writes, an int on the stack. */
  private void hash(Spec s) {
    Emitter e = body.e;
    int from = Integer.parseInt(s.detail()) + body.shift;
    e.argument(argument(s));
    switch (s.type()) {
      case HASH -> {
        e.longArgument(from);
        e.run("Buffers", "hash", "(JJ)I");
      }
      case HASH_VECTOR -> {
        e.argument(from);
        e.v.visitLdcInsn((long) Integer.MAX_VALUE);
        e.run("Buffers", "hash", "(JIJ)I");
      }
      default -> {
        e.argument(from);
        e.longArgument(from + 1);
        e.run("Buffers", "hash", "([BIJ)I");
      }
    }
  }

  /** Hash of what the call has read, an int on the stack; 0 if it reads nothing. */
  void hashRead() {
    Emitter e = body.e;
    for (Spec s : body.bridged.rule().specs()) {
      switch (s.type()) {
        case MEMORY_OUT -> {
          e.argument(argument(s));
          length(s.detail());
          e.run("Buffers", "hash", "(JJ)I");
          return;
        }
        case VECTOR_OUT -> {
          e.argument(argument(s));
          e.argument(Integer.parseInt(s.detail()) + body.shift);
          body.resultAsLong();
          e.run("Buffers", "hash", "(JIJ)I");
          return;
        }
        case BYTES_OUT -> {
          e.argument(argument(s));
          e.argument(Integer.parseInt(s.detail()) + body.shift);
          body.resultAsLong();
          e.run("Buffers", "hash", "([BIJ)I");
          return;
        }
        default -> {}
      }
    }
    e.constant(0);
  }

  /** A descriptor that the real call put into an argument gets its managed number. */
  void adopt() {
    Emitter e = body.e;
    Spec s = body.spec(Spec.Type.NEW_DESCRIPTOR);
    if (s == null) {
      return;
    }
    Label no = new Label();
    e.load(Type.INT_TYPE, body.result);
    e.jump(Opcodes.IFLE, no);
    e.argument(argument(s));
    e.constant(0);
    e.run("ManagedDescriptors", "take", "(L" + Emitter.FD + ";I)I");
    e.v.visitInsn(Opcodes.POP);
    e.label(no);
  }
}
