package io.understudy.weaver.swap;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Constant pool of a class file, read without parsing anything else (JVMS §4.4). Most classes hold
 * no site; they are told here, in microseconds.
 */
final class ClassFile {
  private static final int MAGIC_AND_VERSION = 8;

  private final byte[] bytes;
  private final int[] offsets;
  private final int end;

  ClassFile(byte[] bytes) {
    this.bytes = bytes;
    offsets = new int[u2(MAGIC_AND_VERSION)];
    int at = MAGIC_AND_VERSION + 2;
    for (int i = 1; i < offsets.length; i++) {
      offsets[i] = at;
      int tag = bytes[at];
      at += length(tag, at);
      if (tag == PoolTag.LONG || tag == PoolTag.DOUBLE) {
        i++;
      }
    }
    end = at;
  }

  private int length(int tag, int at) {
    return switch (tag) {
      case PoolTag.UTF8 -> 3 + u2(at + 1);
      case PoolTag.LONG, PoolTag.DOUBLE -> 9;
      case PoolTag.CLASS, PoolTag.STRING, PoolTag.METHOD_TYPE, PoolTag.MODULE, PoolTag.PACKAGE -> 3;
      case PoolTag.METHOD_HANDLE -> 4;
      default -> 5;
    };
  }

  int majorVersion() {
    return u2(6);
  }

  /** Internal name of the class itself. */
  String name() {
    return className(u2(end + 2));
  }

  /** Internal name of the super class, or null for java/lang/Object. */
  String superName() {
    int index = u2(end + 4);
    return index == 0 ? null : className(index);
  }

  /** Internal names of the classes that the code refers to, itself among them. */
  List<String> classes() {
    List<String> names = new ArrayList<>();
    for (int i = 1; i < offsets.length; i++) {
      if (offsets[i] != 0 && bytes[offsets[i]] == PoolTag.CLASS) {
        names.add(className(i));
      }
    }
    return names;
  }

  /** A member that the code of the class may touch, directly or by a method handle. */
  interface MemberTest {
    boolean matches(String owner, String name, String descriptor, boolean itf);
  }

  /**
   * Whether a member reference of the class passes the test.
   *
   * @param names only members of these names are put to the test
   */
  boolean refersTo(NameFilter names, MemberTest test) {
    for (int i = 1; i < offsets.length; i++) {
      int at = offsets[i];
      if (at == 0) {
        continue;
      }
      int tag = bytes[at];
      if (tag != PoolTag.METHOD && tag != PoolTag.INTERFACE_METHOD && tag != PoolTag.FIELD) {
        continue;
      }
      int nameAndType = offsets[u2(at + 3)];
      int name = offsets[u2(nameAndType + 1)];
      if (names.mayContain(bytes, name + 3, u2(name + 1))
          && test.matches(
              className(u2(at + 1)),
              utf8(name),
              text(u2(nameAndType + 3)),
              tag == PoolTag.INTERFACE_METHOD)) {
        return true;
      }
    }
    return false;
  }

  /** Whether this string stands in the pool, as the name of a method for example. */
  boolean holds(String text) {
    for (int offset : offsets) {
      if (offset != 0
          && bytes[offset] == PoolTag.UTF8
          && u2(offset + 1) == text.length()
          && utf8(offset).equals(text)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a string in the pool begins so. */
  boolean holdsPrefix(String prefix) {
    for (int offset : offsets) {
      if (offset != 0
          && bytes[offset] == PoolTag.UTF8
          && u2(offset + 1) >= prefix.length()
          && prefix.equals(
              new String(bytes, offset + 3, prefix.length(), StandardCharsets.ISO_8859_1))) {
        return true;
      }
    }
    return false;
  }

  private String className(int index) {
    return text(u2(offsets[index] + 1));
  }

  private String text(int index) {
    return utf8(offsets[index]);
  }

  private String utf8(int offset) {
    // names that matter are ASCII; others only have to stay different from those
    return new String(bytes, offset + 3, u2(offset + 1), StandardCharsets.UTF_8);
  }

  private int u2(int at) {
    return ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
  }

  /** Tells most strings apart from a few without making a String. */
  static final class NameFilter {
    private final Predicate<String> names;
    private final long[] lengthsByFirst = new long[128];

    NameFilter(Set<String> names) {
      this.names = names::contains;
      for (String name : names) {
        lengthsByFirst[name.charAt(0)] |= 1L << name.length();
      }
    }

    boolean mayContain(byte[] bytes, int from, int length) {
      if (length == 0 || bytes[from] < 0 || (lengthsByFirst[bytes[from]] & 1L << length) == 0) {
        return false;
      }
      return names.test(new String(bytes, from, length, StandardCharsets.ISO_8859_1));
    }
  }
}
