package io.understudy.weaver.swap;

import io.understudy.weaver.table.ConstantRead;
import io.understudy.weaver.table.Sequence;
import io.understudy.weaver.table.SiteRules;
import io.understudy.weaver.table.Target;
import java.util.Map;

/** What becomes of the sites in one class. */
final class ClassSites {
  private static final String OBJECT = "java/lang/Object";

  private final SiteRules rules;
  private final SiteRules.Caller table;
  private final SiteRules.Caller module;
  private final Map<String, Target> wrapped;
  private final Ancestry ancestry;
  private final Caller caller;
  private final boolean waitsForReal;

  /**
   * For one class.
   *
   * @param own rules for natives of the class's own module; may be null
   */
  ClassSites(SiteRules rules, SiteRules own, Ancestry ancestry, Caller caller) {
    this.rules = rules;
    this.ancestry = ancestry;
    this.caller = caller;
    table = rules.caller(caller.name(), !caller.application());
    wrapped = own == null ? Map.of() : own.wrapped(caller.name());
    module = own == null ? null : own.caller(caller.name(), true);
    // the collector's own threads meet there, and Object's overloads call each other
    waitsForReal = caller.name().startsWith("java/lang/ref/") || caller.name().equals(OBJECT);
  }

  /**
   * What takes the place of a call, or null.
   *
   * @param special the call bypasses overriding, as {@code super.hashCode()} does
   * @param itf the call names an interface as owner
   */
  Target call(boolean special, String owner, String name, String descriptor, boolean itf) {
    if (name.equals("hashCode") && descriptor.equals("()I")) {
      return mayBeIdentityHash(owner, itf) ? find(special, OBJECT, name, descriptor) : null;
    }
    if (waitsForReal && (name.equals("wait") || name.startsWith("notify"))) {
      return null;
    }
    Target target = find(special, owner, name, descriptor);
    if (target != null) {
      return target;
    }
    String declaring = rules.inheritedFrom(name, descriptor);
    return declaring != null
            && !declaring.equals(owner)
            && !itf
            && ancestry.extendsClass(owner, declaring, caller.loader())
        ? find(special, declaring, name, descriptor)
        : null;
  }

  private Target find(boolean special, String owner, String name, String descriptor) {
    if (module != null) {
      Target target = module.find(owner, name, descriptor);
      if (target != null) {
        return target;
      }
    }
    return special
        ? table.findSpecial(owner, name, descriptor)
        : table.find(owner, name, descriptor);
  }

  /** Strings and other classes with a hashCode of their own are left alone: they are many. */
  private boolean mayBeIdentityHash(String owner, boolean itf) {
    return itf || owner.startsWith("[") || ancestry.mayInheritHashCode(owner, caller.loader());
  }

  /** What is to be called in place of a native that this class declares, or null. */
  Target wrapper(String name, String descriptor) {
    return wrapped.isEmpty() ? null : wrapped.get(name + descriptor);
  }

  /** Whether reads of this static field are swapped. */
  boolean field(String owner, String name) {
    return constant(owner, name) != null || sequence(owner, name) != null;
  }

  ConstantRead constant(String owner, String field) {
    return rules.constant(owner, field);
  }

  Sequence sequence(String owner, String field) {
    return rules.field(owner, field);
  }
}
