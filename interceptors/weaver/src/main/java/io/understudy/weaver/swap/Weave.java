package io.understudy.weaver.swap;

import io.understudy.weaver.swap.ClassFile.NameFilter;
import io.understudy.weaver.table.ConstantRead;
import io.understudy.weaver.table.MethodHook;
import io.understudy.weaver.table.Sequence;
import io.understudy.weaver.table.SiteRules;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The table's rules, indexed for the weaver. Immutable, but for a cache of class shapes. */
final class Weave {
  private final SiteRules rules;
  private final Ancestry ancestry = new Ancestry();
  private final NameFilter names;
  private final Map<String, List<MethodHook>> hooks;

  Weave(SiteRules rules) {
    this.rules = rules;
    Set<String> all = new HashSet<>(rules.methodNames());
    for (ConstantRead constant : rules.table().constants()) {
      all.add(constant.field());
    }
    for (Sequence sequence : rules.table().sequences()) {
      all.add(sequence.name());
    }
    names = new NameFilter(all);
    hooks =
        new HashMap<>(
            rules.table().methodHooks().stream().collect(Collectors.groupingBy(MethodHook::owner)));
  }

  /** The rules as seen from one class. */
  ClassSites in(Caller caller, ClassFile file) {
    return new ClassSites(rules, own(caller, file), ancestry, caller);
  }

  private SiteRules own(Caller caller, ClassFile file) {
    return rules.hasModule(caller.module()) ? rules.module(caller.module(), file.classes()) : null;
  }

  /** Hooks around methods that this class declares. */
  List<MethodHook> hooks(String owner) {
    return hooks.getOrDefault(owner, List.of());
  }

  /** Whether the class may hold a site or get a hook; false is certain. */
  boolean mayConcern(ClassFile file, Caller caller) {
    if (hooks.containsKey(caller.name()) || HiddenClassVisitor.mayConcern(caller.name())) {
      return true;
    }
    SiteRules own = own(caller, file);
    ClassSites sites = new ClassSites(rules, own, ancestry, caller);
    return refers(file, names, sites)
        || (own != null && !own.wrapped(caller.name()).isEmpty())
        || (own != null && refers(file, new NameFilter(own.methodNames()), sites));
  }

  private static boolean refers(ClassFile file, NameFilter names, ClassSites sites) {
    return file.refersTo(
        names,
        (owner, name, descriptor, itf) ->
            descriptor.charAt(0) == '('
                ? sites.call(false, owner, name, descriptor, itf) != null
                : sites.field(owner, name));
  }
}
