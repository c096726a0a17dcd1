package io.understudy.agent.records;

import io.understudy.weaver.table.Bridged;
import io.understudy.weaver.table.Spec;
import java.util.ArrayList;
import java.util.List;

/** What the record of a call is made of, in order: its result, then what the native has filled. */
enum Part {
  /** A signed number. */
  NUMBER,
  /** A length and so many bytes. */
  BYTES,
  /** An object in the form of the engine's {@code ObjectCodec}. */
  OBJECT;

  /** Parts of a returned call; the bridges write them in the order of the rule's specs. */
  static List<Part> of(Bridged bridged) {
    List<Part> parts = new ArrayList<>();
    String desc = bridged.method().desc();
    char result = desc.charAt(desc.indexOf(')') + 1);
    if (result == 'L' || result == '[') {
      parts.add(OBJECT);
    } else if (result != 'V') {
      parts.add(NUMBER);
    }
    for (Spec spec : bridged.rule().specs()) {
      switch (spec.type()) {
        case MEMORY_OUT, VECTOR_OUT, BYTES_OUT -> parts.add(BYTES);
        case OBJECTS_OUT -> parts.add(OBJECT);
        case NEW_DESCRIPTOR, BIND -> parts.add(NUMBER);
        default -> {}
      }
    }
    return List.copyOf(parts);
  }
}
