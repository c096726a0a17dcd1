package io.understudy.weaver.table;

import java.util.List;
import java.util.Set;

/**
 * One line about natives.
 *
 * @param classes internal names; one that ends in '*' stands for all that begin so
 * @param methods names; "*" stands for all
 * @param line where it stands in the table, from 1
 */
public record Rule(
    Kind kind, List<String> classes, Set<String> methods, List<Spec> specs, int line) {

  public Rule {
    classes = List.copyOf(classes);
    methods = Set.copyOf(methods);
    specs = List.copyOf(specs);
  }

  /** Whether the line speaks of this native. */
  public boolean matches(String owner, String method) {
    return (methods.contains("*") || methods.contains(method)) && Names.match(classes, owner);
  }

  /** Whether the line names this native, class and method, without a wildcard. */
  public boolean names(String owner, String method) {
    return methods.contains(method) && classes.contains(owner);
  }

  /** Whether the line speaks of natives that are called by the name of this class. */
  boolean speaksOf(String owner) {
    Spec via = spec(Spec.Type.VIA);
    return Names.match(classes, owner) || (via != null && via.detail().equals(owner));
  }

  /** The first spec of a type, or null. */
  public Spec spec(Spec.Type type) {
    for (Spec s : specs) {
      if (s.type() == type) {
        return s;
      }
    }
    return null;
  }

  /** Call sites go to a generated bridge. */
  public boolean bridged() {
    if (spec(Spec.Type.HOOK) != null) {
      return false;
    }
    return switch (kind) {
      case INPUT, BLOCKING_INPUT, OUTPUT, EFFECT, CONFIGURATION, UNSUPPORTED -> true;
      case FILE ->
          spec(Spec.Type.OWN) != null
              || spec(Spec.Type.PATH) != null
              || spec(Spec.Type.MANAGED_ONLY) != null;
      case DETERMINISTIC, LOCAL, SCHEDULING, IDENTITY, COLLECTOR -> false;
    };
  }

  /** Call sites go to a static method of the engine. */
  public boolean hooked() {
    return spec(Spec.Type.HOOK) != null;
  }

  /** Call sites in the classes of the table's {@code skip} lines are left alone. */
  public boolean skippable() {
    return kind == Kind.INPUT;
  }
}
