package io.understudy.engine.boundary;

import io.understudy.engine.log.LogReader;
import io.understudy.engine.log.LogWriter;
import io.understudy.engine.turn.Turn;

/** Objects of the log that are known by value or by name, not field by field. */
final class CodecValues {
  private static final int ENUM = 8;
  private static final int DOUBLES = 9;
  private static final int INTS = 10;
  private static final int CHARS = 11;
  private static final int CLASS = 12;
  private static final int THREAD = 13;
  private static final int BOOLEAN = 14;

  private CodecValues() {}

  /** False: it is none of these. */
  static boolean write(LogWriter w, Object o) {
    if (o instanceof Enum<?> e) {
      w.byteValue(ENUM);
      w.string(e.getDeclaringClass().getName());
      w.string(e.name());
    } else if (o instanceof double[] doubles) {
      w.byteValue(DOUBLES);
      w.unsigned(doubles.length);
      for (double d : doubles) {
        w.signed(Double.doubleToRawLongBits(d));
      }
    } else if (o instanceof int[] ints) {
      w.byteValue(INTS);
      w.unsigned(ints.length);
      for (int i : ints) {
        w.signed(i);
      }
    } else if (o instanceof char[] chars) {
      w.byteValue(CHARS);
      w.string(new String(chars));
    } else if (o instanceof Class<?> c) {
      w.byteValue(CLASS);
      w.string(c.getName());
    } else if (o instanceof Thread thread) {
      w.byteValue(THREAD);
      w.unsigned(Turn.id(thread));
    } else if (o instanceof Boolean b) {
      w.byteValue(BOOLEAN);
      w.byteValue(b ? 1 : 0);
    } else {
      return false;
    }
    return true;
  }

  static Object read(LogReader r, int tag) throws ReflectiveOperationException {
    return switch (tag) {
      case ENUM -> constant(Class.forName(r.string(), true, null), r.string());
      case DOUBLES -> {
        double[] doubles = new double[(int) r.unsigned()];
        for (int i = 0; i < doubles.length; i++) {
          doubles[i] = Double.longBitsToDouble(r.signed());
        }
        yield doubles;
      }
      case INTS -> {
        int[] ints = new int[(int) r.unsigned()];
        for (int i = 0; i < ints.length; i++) {
          ints[i] = (int) r.signed();
        }
        yield ints;
      }
      case CHARS -> r.string().toCharArray();
      case CLASS -> find(r.string());
      case THREAD -> Turn.thread((int) r.unsigned());
      case BOOLEAN -> r.byteValue() != 0;
      default -> throw new ClassNotFoundException("object tag ".concat(Integer.toString(tag)));
    };
  }

  private static Object constant(Class<?> type, String name) throws ClassNotFoundException {
    for (Object each : type.getEnumConstants()) {
      if (((Enum<?>) each).name().equals(name)) {
        return each;
      }
    }
    throw new ClassNotFoundException("no constant ".concat(name));
  }

  /**
   * Of a frame on a stack. The JDK only asks its loader, to print it; a class that this node does
   * not find under the name (hidden, or of a loader of the server) prints like one of the JDK.
   */
  private static Class<?> find(String name) {
    try {
      return Class.forName(name, false, ClassLoader.getSystemClassLoader());
    } catch (ClassNotFoundException | LinkageError e) {
      return Object.class;
    }
  }
}
