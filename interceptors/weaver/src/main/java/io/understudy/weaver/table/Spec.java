package io.understudy.weaver.table;

import java.util.ArrayList;
import java.util.List;

/**
 * One word behind a native's rule. Arguments are counted from 0 without the receiver.
 *
 * @param type what it says
 * @param argument the argument it speaks of; -1 when none, or the receiver
 * @param detail what stands behind the colon; empty when nothing
 */
public record Spec(Type type, int argument, String detail) {
  /** Words a line may end with; the header of {@code natives.tbl} explains them. */
  public enum Type {
    MEMORY_OUT("m"),
    VECTOR_OUT("v"),
    BYTES_OUT("b"),
    OBJECTS_OUT("o"),
    HASH("h"),
    HASH_VECTOR("hv"),
    SOCKADDR("sa"),
    NEW_DESCRIPTOR("nfd"),
    DIES("cfd"),
    MANAGED_ONLY("fd"),
    BLOCKS_IF("t"),
    TRY_TIMEOUT("tt"),
    TRY_POLL("poll"),
    DATAGRAM("rx"),
    DATAGRAM_VECTOR("rxv"),
    RESULT_DESCRIPTOR("rfd"),
    INPUT_STREAM("fis"),
    STREAM("stream"),
    DATAGRAM_EFFECT("dgram"),
    CONNECTS("conn"),
    SHUTS("shut"),
    MODE("mode"),
    OWN("own"),
    PATH("path"),
    OPENS("opens"),
    HASH_BYTES("hb"),
    URGENT("u"),
    FIELDS("fields"),
    ADVANCE("adv"),
    POSITION("pos"),
    LOCAL("local"),
    BIND("bind"),
    VIA("via"),
    SELF_OUT("self"),
    DESCRIPTORS_OUT("fds"),
    JAVA("java"),
    WRAPPED("wrapped"),
    HOOK("hook");

    private final String word;

    Type(String word) {
      this.word = word;
    }
  }

  /**
   * Reads one word: letters, perhaps a digit, perhaps a colon and the detail.
   *
   * @throws IllegalArgumentException the word is not one of {@link Type}
   */
  static Spec parse(String word) {
    int colon = word.indexOf(':');
    String detail = colon < 0 ? "" : word.substring(colon + 1);
    int end = colon < 0 ? word.length() : colon;
    int argument = -1;
    if (end > 0 && word.charAt(end - 1) >= '0' && word.charAt(end - 1) <= '9') {
      argument = word.charAt(--end) - '0';
    }
    String name = word.substring(0, end);
    for (Type t : Type.values()) {
      if (t.word.equals(name) && (colon < 0 || !detail.isEmpty())) {
        return new Spec(t, argument, detail);
      }
    }
    List<String> known = new ArrayList<>();
    for (Type t : Type.values()) {
      known.add(t.word);
    }
    throw new IllegalArgumentException("unknown spec \"" + word + "\"; known are " + known);
  }

  /** As written in the table. */
  @Override
  public String toString() {
    return type.word + (argument < 0 ? "" : argument) + (detail.isEmpty() ? "" : ":" + detail);
  }
}
