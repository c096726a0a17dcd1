package io.understudy.engine.boundary;

import io.understudy.engine.log.Log;
import io.understudy.engine.log.LogReader;
import io.understudy.engine.log.LogWriter;
import io.understudy.engine.turn.ManagedThread;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jdk.internal.misc.Unsafe;

/**
 * Objects that natives return (addresses, interfaces, environment): null, strings, arrays, what
 * {@link CodecValues} knows, and the classes of {@link CodecFields} field by field, with back
 * references. The first of these is the receiver of the call, which is not in the log.
 */
public final class ObjectCodec {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final int NULL = 0;
  private static final int BACK = 1;
  private static final int STRING = 2;
  private static final int BYTES = 3;
  private static final int LONGS = 4;
  private static final int ARRAY = 5;
  private static final int OBJECT = 6;
  private static final int MAP = 7;

  private final List<Object> seen = new ArrayList<>();

  private ObjectCodec(Object receiver) {
    seen.add(receiver);
  }

  /**
   * Appends an object to the record.
   *
   * @param receiver of the call, to which the object may refer, or null
   */
  public static void write(ManagedThread t, LogWriter w, Object o, Object receiver) {
    t.depth++;
    try {
      new ObjectCodec(receiver).write(w, o);
    } finally {
      t.depth--;
    }
  }

  /** Reads an object of the record that was taken. */
  public static Object read(ManagedThread t, Object receiver) {
    t.depth++;
    try {
      return new ObjectCodec(receiver).read(Log.reader());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the log holds an object of an unknown class", e);
    } finally {
      t.depth--;
    }
  }

  /** Fills an array from the record that was taken. */
  public static void readInto(ManagedThread t, Object target) {
    Object source = read(t, null);
    if (source != null && target != null) {
      int n = Math.min(Array.getLength(source), Array.getLength(target));
      System.arraycopy(source, 0, target, 0, n);
    }
  }

  /** Appends the primitive fields of an object that a native has filled. */
  public static void writeNumbers(ManagedThread t, LogWriter w, Object o) {
    if (o instanceof long[] numbers) {
      for (long n : numbers) {
        w.signed(n);
      }
      return;
    }
    t.depth++;
    try {
      for (Field f : CodecFields.of(o.getClass())) {
        if (f.getType().isPrimitive()) {
          w.signed(getPrimitive(o, UNSAFE.objectFieldOffset(f), f.getType()));
        }
      }
    } finally {
      t.depth--;
    }
  }

  /** Appends the fields of an object that the native has filled. */
  public static void writeFields(ManagedThread t, LogWriter w, Object o) {
    t.depth++;
    try {
      new ObjectCodec(o).fields(w, o);
    } finally {
      t.depth--;
    }
  }

  /** Fills the primitive fields of an object from the record that was taken. */
  public static void readNumbers(ManagedThread t, Object o) {
    if (o instanceof long[] numbers) {
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = Log.reader().signed();
      }
      return;
    }
    t.depth++;
    try {
      for (Field f : CodecFields.of(o.getClass())) {
        if (f.getType().isPrimitive()) {
          putPrimitive(o, UNSAFE.objectFieldOffset(f), f.getType(), Log.reader().signed());
        }
      }
    } finally {
      t.depth--;
    }
  }

  /** Fills the fields of an object from the record that was taken. */
  public static void readFields(ManagedThread t, Object o) {
    t.depth++;
    try {
      new ObjectCodec(o).fields(Log.reader(), o);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the log holds an object of an unknown class", e);
    } finally {
      t.depth--;
    }
  }

  static void encode(LogWriter w, Object o) {
    new ObjectCodec(null).write(w, o);
  }

  static Object decode(LogReader r) throws ReflectiveOperationException {
    return new ObjectCodec(null).read(r);
  }

  private void write(LogWriter w, Object o) {
    if (o == null) {
      w.byteValue(NULL);
    } else if (o instanceof String s) {
      w.byteValue(STRING);
      w.string(s);
    } else if (o instanceof byte[] bytes) {
      w.byteValue(BYTES);
      w.unsigned(bytes.length);
      w.bytes(bytes, 0, bytes.length);
    } else if (o instanceof long[] longs) {
      w.byteValue(LONGS);
      w.unsigned(longs.length);
      for (long v : longs) {
        w.signed(v);
      }
    } else if (!CodecValues.write(w, o)) {
      writeReference(w, o);
    }
  }

  private void writeReference(LogWriter w, Object o) {
    for (int i = 0; i < seen.size(); i++) {
      if (isSame(seen.get(i), o)) {
        w.byteValue(BACK);
        w.unsigned(i);
        return;
      }
    }
    seen.add(o);
    if (o instanceof Object[] array) {
      w.byteValue(ARRAY);
      w.string(array.getClass().getComponentType().getName());
      w.unsigned(array.length);
      for (Object element : array) {
        write(w, element);
      }
      return;
    }
    if (o instanceof HashMap<?, ?> map) {
      w.byteValue(MAP);
      w.unsigned(map.size());
      for (Map.Entry<?, ?> e : map.entrySet()) {
        write(w, e.getKey());
        write(w, e.getValue());
      }
      return;
    }
    CodecFields.of(o.getClass());
    w.byteValue(OBJECT);
    w.string(o.getClass().getName());
    fields(w, o);
  }

  private void fields(LogWriter w, Object o) {
    for (Field f : CodecFields.of(o.getClass())) {
      long at = UNSAFE.objectFieldOffset(f);
      if (f.getType().isPrimitive()) {
        w.signed(getPrimitive(o, at, f.getType()));
      } else {
        write(w, UNSAFE.getReference(o, at));
      }
    }
  }

  @SuppressWarnings("ReferenceEquality") // back references are about identity
  private static boolean isSame(Object a, Object b) {
    return a == b;
  }

  private Object read(LogReader r) throws ReflectiveOperationException {
    int tag = r.byteValue();
    return switch (tag) {
      case NULL -> null;
      case BACK -> seen.get((int) r.unsigned());
      case STRING -> r.string();
      case BYTES -> {
        byte[] bytes = new byte[(int) r.unsigned()];
        r.bytes(bytes, 0);
        yield bytes;
      }
      case LONGS -> {
        long[] longs = new long[(int) r.unsigned()];
        for (int i = 0; i < longs.length; i++) {
          longs[i] = r.signed();
        }
        yield longs;
      }
      case ARRAY -> readArray(r);
      case OBJECT -> readObject(r);
      case MAP -> readMap(r);
      default -> CodecValues.read(r, tag);
    };
  }

  private Object readArray(LogReader r) throws ReflectiveOperationException {
    Class<?> component = Class.forName(r.string(), false, null);
    Object[] array = (Object[]) Array.newInstance(component, (int) r.unsigned());
    seen.add(array);
    for (int i = 0; i < array.length; i++) {
      array[i] = read(r);
    }
    return array;
  }

  private Object readObject(LogReader r) throws ReflectiveOperationException {
    Class<?> type = Class.forName(r.string(), true, null);
    Object o = UNSAFE.allocateInstance(type);
    seen.add(o);
    fields(r, o);
    return o;
  }

  private Map<Object, Object> readMap(LogReader r) throws ReflectiveOperationException {
    Map<Object, Object> map = new HashMap<>();
    seen.add(map);
    for (int n = (int) r.unsigned(); n > 0; n--) {
      Object key = read(r);
      map.put(key, read(r));
    }
    return map;
  }

  private void fields(LogReader r, Object o) throws ReflectiveOperationException {
    for (Field f : CodecFields.of(o.getClass())) {
      long at = UNSAFE.objectFieldOffset(f);
      if (f.getType().isPrimitive()) {
        putPrimitive(o, at, f.getType(), r.signed());
      } else {
        UNSAFE.putReference(o, at, read(r));
      }
    }
  }

  private static long getPrimitive(Object o, long at, Class<?> type) {
    if (type == long.class || type == double.class) {
      return UNSAFE.getLong(o, at);
    }
    if (type == int.class || type == float.class) {
      return UNSAFE.getInt(o, at);
    }
    return type == short.class || type == char.class
        ? UNSAFE.getShort(o, at)
        : UNSAFE.getByte(o, at);
  }

  private static void putPrimitive(Object o, long at, Class<?> type, long value) {
    if (type == long.class || type == double.class) {
      UNSAFE.putLong(o, at, value);
    } else if (type == int.class || type == float.class) {
      UNSAFE.putInt(o, at, (int) value);
    } else if (type == short.class || type == char.class) {
      UNSAFE.putShort(o, at, (short) value);
    } else {
      UNSAFE.putByte(o, at, (byte) value);
    }
  }
}
