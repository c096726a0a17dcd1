package io.understudy.agent.records;

import io.understudy.engine.boundary.CodecFields;
import java.lang.reflect.Field;

/** Reads an object as {@link io.understudy.engine.boundary.ObjectCodec} writes it, for people. */
final class ObjectText {
  /** Nothing that a native returns is nested so deep; hostile bytes may claim it. */
  private static final int DEEPEST = 32;

  private ObjectText() {}

  static String read(Cursor in) {
    StringBuilder out = new StringBuilder();
    object(in, out, 0);
    return out.toString();
  }

  private static void object(Cursor in, StringBuilder out, int depth) {
    if (depth > DEEPEST) {
      throw new IllegalStateException("an object in a record is nested too deep");
    }
    int tag = in.byteValue();
    switch (tag) {
      case 0 -> out.append("null");
      case 1 -> out.append("back reference ").append(in.number());
      case 2 -> out.append('"').append(in.string()).append('"');
      case 3 -> { // byte[]: its length stands twice
        in.number();
        out.append(Preview.of(in.bytes()));
      }
      case 4 -> { // long[]
        out.append('[');
        for (int n = in.length(); n > 0; n--) {
          out.append(in.signed()).append(n > 1 ? " " : "");
        }
        out.append(']');
      }
      case 5 -> array(in, out, depth);
      case 6 -> fields(in, out, depth, String.valueOf(in.string()));
      case 7 -> map(in, out, depth);
      case 8 -> out.append(in.string()).append('.').append(in.string()); // constant of an enum
      case 9, 10 -> { // double[], int[]: a double by its bits
        out.append('[');
        for (int n = in.length(); n > 0; n--) {
          out.append(in.signed()).append(n > 1 ? " " : "");
        }
        out.append(']');
      }
      case 11, 12 -> out.append(in.string()); // char[], class
      case 13 -> out.append("thread #").append(in.number());
      case 14 -> out.append(in.byteValue() != 0);
      default -> throw new IllegalStateException("an object in a record has the tag " + tag);
    }
  }

  private static void array(Cursor in, StringBuilder out, int depth) {
    out.append(in.string()).append('[');
    for (int n = in.length(); n > 0; n--) {
      object(in, out, depth + 1);
      out.append(n > 1 ? " " : "");
    }
    out.append(']');
  }

  /** The fields of an object of this class, which the record does not name. */
  static String fields(Cursor in, String className) {
    StringBuilder out = new StringBuilder();
    fields(in, out, 0, className);
    return out.toString();
  }

  private static void map(Cursor in, StringBuilder out, int depth) {
    out.append('{');
    for (int n = in.length(); n > 0; n--) {
      object(in, out, depth + 1);
      out.append('=');
      object(in, out, depth + 1);
      out.append(n > 1 ? ", " : "");
    }
    out.append('}');
  }

  private static void fields(Cursor in, StringBuilder out, int depth, String className) {
    try {
      out.append(className).append('{');
      for (Field field :
          CodecFields.of(Class.forName(className, false, ClassLoader.getPlatformClassLoader()))) {
        out.append(' ').append(field.getName()).append('=');
        if (field.getType().isPrimitive()) {
          out.append(in.signed());
        } else {
          object(in, out, depth + 1);
        }
      }
      out.append(" }");
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("a record holds an object of " + className, e);
    }
  }
}
