package io.understudy.weaver.table;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
    RESULT_DESCRIPTOR("rfd"),
    INPUT_STREAM("fis"),
    STREAM("stream"),
    DATAGRAM_EFFECT("dgram"),
    MODE("mode"),
    BIND("bind"),
    VIA("via"),
    HOOK("hook");

    private final String word;

    Type(String word) {
      this.word = word;
    }
  }

  private static final Pattern NUMBERED = Pattern.compile("([a-z]+)(\\d)?(?::(.+))?");

  /**
   * Reads one word.
   *
   * @throws IllegalArgumentException the word is not one of {@link Type}
   */
  static Spec parse(String word) {
    Matcher m = NUMBERED.matcher(word);
    if (m.matches()) {
      for (Type t : Type.values()) {
        if (t.word.equals(m.group(1))) {
          int argument = m.group(2) == null ? -1 : m.group(2).charAt(0) - '0';
          return new Spec(t, argument, m.group(3) == null ? "" : m.group(3));
        }
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
