package io.understudy.agent.records;

import io.understudy.engine.boundary.CodecFields;
import io.understudy.weaver.table.Bridged;
import io.understudy.weaver.table.Spec;
import java.util.ArrayList;
import java.util.List;

/**
 * What the record of a call is made of, in order: its result, then what the native has filled.
 *
 * @param name for people
 */
record Part(Type type, String name) {
  /** How it is written. */
  enum Type {
    /** A signed number. */
    NUMBER,
    /** A length and so many bytes. */
    BYTES,
    /** A length and the bytes of a {@code struct sockaddr}. */
    ADDRESS,
    /** An object in the form of the engine's {@code ObjectCodec}. */
    OBJECT,
    /** The fields of the native's own class. */
    FIELDS
  }

  /** Bytes of a {@code struct sockaddr_in6}, the largest that the JDK passes. */
  private static final String SOCKADDR = "28";

  /** Parts of a returned call; the bridges write them in the order of the rule's specs. */
  static List<Part> of(Bridged bridged) {
    List<Part> parts = new ArrayList<>();
    String desc = bridged.method().desc();
    char result = desc.charAt(desc.indexOf(')') + 1);
    if (result == 'L' || result == '[') {
      parts.add(new Part(Type.OBJECT, "result"));
    } else if (result != 'V') {
      parts.add(new Part(Type.NUMBER, "result"));
    }
    for (Spec spec : bridged.rule().specs()) {
      String argument = "argument " + spec.argument();
      switch (spec.type()) {
        case MEMORY_OUT, VECTOR_OUT, BYTES_OUT ->
            parts.add(
                spec.detail().equals(SOCKADDR)
                    ? new Part(Type.ADDRESS, "address")
                    : new Part(Type.BYTES, argument));
        case OBJECTS_OUT, DESCRIPTORS_OUT -> parts.add(new Part(Type.OBJECT, argument));
        case SELF_OUT ->
            parts.add(new Part(Type.FIELDS, bridged.method().owner().replace('/', '.')));
        case NEW_DESCRIPTOR, OPENS -> parts.add(new Part(Type.NUMBER, "new descriptor"));
        case BIND -> parts.add(new Part(Type.NUMBER, "port"));
        case HASH, HASH_VECTOR, HASH_BYTES -> parts.add(new Part(Type.NUMBER, "hash"));
        case FIELDS -> {
          for (int i = 0; i < CodecFields.numbers(filled(bridged, spec.argument())); i++) {
            parts.add(new Part(Type.NUMBER, "field " + i));
          }
        }
        default -> {}
      }
    }
    return List.copyOf(parts);
  }

  /** Reads it, or passes over it. */
  void read(Cursor in, FieldSink fields) {
    switch (type) {
      case NUMBER -> fields.add(name, in.signed());
      case BYTES -> fields.payload(name, in);
      case ADDRESS -> fields.address(name, in);
      case OBJECT -> fields.add(name, ObjectText.read(in));
      case FIELDS -> fields.add("receiver", ObjectText.fields(in, name));
    }
  }

  /** Name of the class of an argument of a native whose arguments are no arrays. */
  private static String filled(Bridged bridged, int argument) {
    String desc = bridged.method().desc();
    if (argument < 0) { // of a static native, FileKey's: two numbers, as the class has itself
      return bridged.method().owner().replace('/', '.');
    }
    for (int i = 0, at = 1; ; i++) {
      int end = desc.charAt(at) == 'L' ? desc.indexOf(';', at) : at;
      if (i == argument) {
        return desc.substring(at + 1, end).replace('/', '.');
      }
      at = end + 1;
    }
  }
}
