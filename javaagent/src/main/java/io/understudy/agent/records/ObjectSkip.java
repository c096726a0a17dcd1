package io.understudy.agent.records;

import io.understudy.engine.boundary.CodecFields;
import java.lang.reflect.Field;

/** Passes over an object as {@link io.understudy.engine.boundary.ObjectCodec} writes it. */
final class ObjectSkip {
  private ObjectSkip() {}

  static void skip(Cursor in) {
    int tag = in.byteValue();
    switch (tag) {
      case 0 -> {} // null
      case 1 -> in.number(); // back reference
      case 2 -> in.string();
      case 3 -> { // byte[]: its length stands twice
        in.number();
        in.skip(in.length());
      }
      case 4 -> { // long[]
        for (int n = in.length(); n > 0; n--) {
          in.number();
        }
      }
      case 5 -> { // array of objects
        in.string();
        for (int n = in.length(); n > 0; n--) {
          skip(in);
        }
      }
      case 6 -> fields(in, in.string());
      default -> throw new IllegalStateException("an object in a record has the tag " + tag);
    }
  }

  private static void fields(Cursor in, String className) {
    try {
      for (Field field : CodecFields.of(Class.forName(className, false, null))) {
        if (field.getType().isPrimitive()) {
          in.number();
        } else {
          skip(in);
        }
      }
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("a record holds an object of " + className, e);
    }
  }
}
