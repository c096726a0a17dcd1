package io.understudy.weaver.bridge;

import io.understudy.weaver.table.Spec;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** Memory, arrays and descriptors that a native fills, in the order of the rule's specs. */
final class OutBuffers {
  static final String WRITE_OBJECT =
      "(L" + Emitter.THREAD + ";L" + Emitter.WRITER + ";Ljava/lang/Object;)V";

  private final Body body;

  OutBuffers(Body body) {
    this.body = body;
  }

  private int argument(Spec s) {
    return s.argument() + body.shift;
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
        case OBJECTS_OUT -> {
          body.loadThread();
          body.loadWriter();
          e.argument(argument(s));
          e.run("ObjectCodec", "write", WRITE_OBJECT);
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
        case NEW_DESCRIPTOR -> {
          e.argument(argument(s));
          e.run("Calls", "result", "()J");
          e.v.visitInsn(Opcodes.L2I);
          e.run("ManagedDescriptors", "standIn", "(L" + Emitter.FD + ";I)V");
        }
        default -> {}
      }
    }
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
