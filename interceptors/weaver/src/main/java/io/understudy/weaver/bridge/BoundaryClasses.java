package io.understudy.weaver.bridge;

import io.understudy.weaver.cache.KeptClasses;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The generated class files of java.base's boundary.
 *
 * @param classes by internal name, for the boot loader, supertypes first
 * @param mates hidden nest mates of classes of the JDK, in the order of their numbers
 */
record BoundaryClasses(Map<String, byte[]> classes, Map<Mate, byte[]> mates) {
  private static final String CLASSES = "boundary";
  private static final String MATES = "mates";

  /**
   * One nest mate.
   *
   * @param type its abstract super class, one of the classes
   * @param owner whose nest it joins
   */
  record Mate(String type, String owner) {}

  static BoundaryClasses of(BridgesClass generated) {
    Map<Mate, byte[]> mates = new LinkedHashMap<>();
    for (Mates.Host h : generated.mates().hosts()) {
      mates.put(new Mate(h.type(), h.owner), generated.mates().nestMate(h));
    }
    return new BoundaryClasses(generated.classes(), mates);
  }

  /** What an earlier start has kept, or null. */
  static BoundaryClasses find(KeptClasses kept) {
    Map<String, byte[]> classes = new LinkedHashMap<>();
    for (String name : kept.names(CLASSES)) {
      classes.put(name, kept.find(CLASSES, name, 0));
    }
    Map<Mate, byte[]> mates = new LinkedHashMap<>();
    for (String name : kept.names(MATES)) {
      int blank = name.indexOf(' ');
      Mate mate = new Mate(name.substring(0, blank), name.substring(blank + 1));
      mates.put(mate, kept.find(MATES, name, 0));
    }
    return classes.isEmpty() ? null : new BoundaryClasses(classes, mates);
  }

  void keep(KeptClasses kept) {
    classes.forEach((name, bytes) -> kept.keep(CLASSES, name, 0, bytes));
    mates.forEach((mate, bytes) -> kept.keep(MATES, mate.type() + " " + mate.owner(), 0, bytes));
  }
}
