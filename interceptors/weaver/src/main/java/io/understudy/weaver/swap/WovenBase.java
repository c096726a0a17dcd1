package io.understudy.weaver.swap;

import io.understudy.weaver.cache.KeptClasses;
import io.understudy.weaver.table.NativeMethod;
import java.io.IOException;
import java.util.zip.CRC32;

/**
 * Weaves, and keeps what it has woven of java.base. Classes of other modules are never kept: to
 * weave one may call its module's bridges into being.
 */
final class WovenBase {
  private static final String WOVEN = "woven";
  private static final String FACTS = "facts";
  private static final String INITIALISER = "<clinit>";
  private static final int SITES = 1;
  private static final int HAS_INITIALISER = 2;

  private final ClassWeaver weaver;
  private final KeptClasses kept;

  WovenBase(ClassWeaver weaver, KeptClasses kept) {
    this.weaver = weaver;
    this.kept = kept;
  }

  /** As {@link ClassWeaver#weave}. */
  byte[] weave(byte[] bytes, Caller caller, boolean classInit) {
    if (caller.loader() != null || !NativeMethod.BASE.equals(caller.module())) {
      return weaver.weave(bytes, caller, classInit);
    }
    String name = classInit ? caller.name() + INITIALISER : caller.name();
    long stamp = stamp(bytes);
    byte[] result = kept.find(WOVEN, name, stamp);
    if (result == null) {
      result = weaver.weave(bytes, caller, classInit);
      kept.keep(WOVEN, name, stamp, result == null ? KeptClasses.UNCHANGED : result);
    }
    return result == null || result.length == 0 ? null : result;
  }

  /** Length and CRC-32: another agent, or a flag, may have changed what is to be woven. */
  private static long stamp(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes, 0, bytes.length);
    return (long) bytes.length << Integer.SIZE | crc.getValue();
  }

  /** Where the class file of a class stands. */
  interface Source {
    /** Null: nowhere. */
    byte[] read() throws IOException;
  }

  /**
   * Whether a loaded class of java.base is to be woven.
   *
   * @param name internal name
   * @param uninitialised its static initialiser is still to run
   * @param source asked only if no earlier start has kept the answer
   */
  boolean concerns(String name, boolean uninitialised, Source source) throws IOException {
    long facts = kept.stamp(FACTS, name);
    if (facts < 0) {
      facts = facts(name, source.read());
      kept.keep(FACTS, name, facts, KeptClasses.UNCHANGED);
    }
    return (facts & SITES) != 0 || (uninitialised && (facts & HAS_INITIALISER) != 0);
  }

  private long facts(String name, byte[] bytes) {
    if (bytes == null) {
      return 0; // of the VM's own making: no site
    }
    ClassFile file = new ClassFile(bytes);
    Caller caller = new Caller(name, null, false, NativeMethod.BASE);
    return (weaver.mayConcern(file, caller) ? SITES : 0)
        | (file.holds(INITIALISER) ? HAS_INITIALISER : 0);
  }
}
