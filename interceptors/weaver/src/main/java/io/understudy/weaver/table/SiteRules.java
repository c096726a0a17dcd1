package io.understudy.weaver.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Answers, by hash look-ups, what takes the place of one instruction. Immutable, thread-safe. */
public final class SiteRules {
  private record Site(Target target, Target special, SiteHook scope, boolean skippable) {}

  private final NativeTable table;
  private final Map<String, Map<String, Site>> byOwner = new HashMap<>();
  private final Map<String, Site> anyOwner = new HashMap<>();
  private final Map<String, String> inherited = new HashMap<>();
  private final Set<String> names = new HashSet<>();
  private final Map<String, ConstantRead> constants = new HashMap<>();
  private final Map<String, Sequence> fields = new HashMap<>();

  private final Map<String, Map<String, Target>> wrapped = new HashMap<>();
  private final Map<String, List<MethodHook>> methods = new HashMap<>();

  private final ModuleRules modules;

  private SiteRules(NativeTable table, ModuleRules modules) {
    this.table = table;
    this.modules = modules;
  }

  /** Whether the table has a section for this module, beside java.base. */
  public boolean hasModule(String module) {
    return module != null && !module.equals(NativeMethod.BASE) && table.hasModule(module);
  }

  /**
   * The rules for natives that only classes of a module beside java.base can call, or null.
   *
   * @param module one that {@link #hasModule}
   * @param referred internal names of the classes that the caller's code refers to
   */
  public SiteRules module(String module, List<String> referred) {
    for (Rule r : table.rules(module)) {
      if ((r.bridged() || r.hooked()) && referred.stream().anyMatch(r::speaksOf)) {
        return modules.of(module);
      }
    }
    return null;
  }

  /** Binds a module's section of the table to the running JDK. */
  public static SiteRules ofModule(
      NativeTable table, String module, BridgePlan plan, JdkImage image) {
    SiteRules r = new SiteRules(table, other -> null);
    r.addNatives(table.rules(module), plan, image);
    return r;
  }

  /** Binds the table to the running JDK: java.base, and all that is not native. */
  public static SiteRules of(NativeTable table, BridgePlan plan, JdkImage image) {
    return of(table, plan, image, module -> null);
  }

  /** As {@link #of(NativeTable, BridgePlan, JdkImage)}, with the rules of the other modules. */
  public static SiteRules of(
      NativeTable table, BridgePlan plan, JdkImage image, ModuleRules modules) {
    SiteRules r = new SiteRules(table, modules);
    r.addNatives(table.rules(), plan, image);
    for (SiteHook h : table.siteHooks()) {
      Site s = new Site(h.target(), h.special(), h, false);
      if (h.anyOwner()) {
        r.anyOwner.put(h.name() + h.desc(), s);
        r.names.add(h.name());
      } else {
        r.put(h.owner(), h.name(), h.desc(), s);
      }
    }
    r.addSequences(image);
    r.addMethodHooks(image);
    for (ConstantRead c : table.constants()) {
      r.constants.put(c.owner() + "." + c.field(), c);
    }
    return r;
  }

  private void addNatives(List<Rule> rules, BridgePlan plan, JdkImage image) {
    for (Map.Entry<String, Bridged> e : plan.sites().entrySet()) {
      String owner = e.getKey().substring(0, e.getKey().indexOf('.'));
      Bridged b = e.getValue();
      NativeMethod n = b.method();
      put(owner, n.name(), n.desc(), new Site(b.target(), null, null, b.rule().skippable()));
      if (b.rule().spec(Spec.Type.WRAPPED) != null) {
        wrapped.computeIfAbsent(owner, k -> new HashMap<>()).put(n.name() + n.desc(), b.target());
      }
    }
    addHookedNatives(rules, image);
  }

  private void addHookedNatives(List<Rule> rules, JdkImage image) {
    for (Rule rule : rules) {
      if (!rule.hooked()) {
        continue;
      }
      for (String owner : rule.classes()) {
        for (NativeMethod n : image.natives(owner)) {
          if (rule.equals(table.find(n))) {
            String hook = rule.spec(Spec.Type.HOOK).detail();
            Target t = Target.engine(hook, n.staticDesc(owner));
            put(owner, n.name(), n.desc(), new Site(t, null, null, rule.skippable()));
            Spec via = rule.spec(Spec.Type.VIA);
            if (via != null) {
              put(via.detail(), n.name(), n.desc(), new Site(t, null, null, rule.skippable()));
            }
            if (owner.equals("java/lang/Thread")) {
              inherited.put(n.name() + n.desc(), owner);
            }
          }
        }
      }
    }
  }

  private void addSequences(JdkImage image) {
    for (Sequence q : table.sequences()) {
      if (q.isField()) {
        fields.put(q.owner() + "." + q.name(), q);
      } else if (image.declares(q.owner(), q.name(), q.desc())) {
        put(q.owner(), q.name(), q.desc(), new Site(q.target(), null, null, false));
      }
    }
  }

  private void addMethodHooks(JdkImage image) {
    for (MethodHook h : table.methodHooks()) {
      boolean isNative = false;
      for (NativeMethod n : image.natives(h.owner())) {
        isNative |= n.name().equals(h.name()) && n.desc().equals(h.desc());
      }
      if (!isNative) {
        methods.computeIfAbsent(h.owner(), k -> new ArrayList<>()).add(h);
      }
    }
  }

  private void put(String owner, String name, String desc, Site site) {
    byOwner.computeIfAbsent(owner, k -> new HashMap<>()).put(name + desc, site);
    names.add(name);
  }

  /** The rules as seen from one class; make it once for each class that is woven. */
  public Caller caller(String internalName, boolean jdk) {
    return new Caller(internalName, jdk);
  }

  /**
   * What takes the place of a call.
   *
   * @param caller internal name of the class that holds the call; taken as the application's
   * @return null: leave it
   */
  public Target find(String owner, String name, String desc, String caller) {
    return caller(caller, false).find(owner, name, desc);
  }

  /**
   * Thread's hooked natives may be called through a subclass ({@code sleep(10)} in a class that
   * extends Thread names that class).
   *
   * @return the declaring class to look under if the named class extends it, or null
   */
  public String inheritedFrom(String name, String desc) {
    return inherited.get(name + desc);
  }

  /** Names of methods with a site rule: a class whose constant pool holds none has no site. */
  public Set<String> methodNames() {
    return Set.copyOf(names);
  }

  /** The call that takes the place of a GETSTATIC, or null. */
  public ConstantRead constant(String owner, String field) {
    return constants.get(owner + "." + field);
  }

  /** The sequence that a GETSTATIC reads, or null. */
  public Sequence field(String owner, String field) {
    return fields.get(owner + "." + field);
  }

  /** What is woven into the methods of a JDK class; methods that are native here are left out. */
  public List<MethodHook> methodHooks(String owner) {
    return List.copyOf(methods.getOrDefault(owner, List.of()));
  }

  /** Natives of a class that get another name: what is called in their place, by name + desc. */
  public Map<String, Target> wrapped(String owner) {
    return wrapped.getOrDefault(owner, Map.of());
  }

  /** The table these rules come from. */
  public NativeTable table() {
    return table;
  }

  /** The rules as seen from one class. */
  public final class Caller {
    private final String caller;
    private final boolean jdk;
    private final boolean skips;

    private Caller(String caller, boolean jdk) {
      this.caller = caller;
      this.jdk = jdk;
      this.skips = table.skips(caller);
    }

    /** What takes the place of a call; null: leave it. */
    public Target find(String owner, String name, String desc) {
      Site s = site(owner, name, desc);
      return s == null ? null : s.target;
    }

    /** What takes the place of an invokespecial; null: leave it. */
    public Target findSpecial(String owner, String name, String desc) {
      Site s = site(owner, name, desc);
      if (s == null || s.special == null) {
        return s == null ? null : s.target;
      }
      // a super class in between may override the method
      return owner.equals(s.scope.owner()) ? s.special : null;
    }

    private Site site(String owner, String name, String desc) {
      Map<String, Site> members = byOwner.get(owner);
      Site s = members == null ? null : members.get(name.concat(desc));
      if (s == null && names.contains(name)) {
        s = anyOwner.get(name.concat(desc));
      }
      if (s == null || (s.skippable && skips)) {
        return null;
      }
      return s.scope == null || (s.scope.appliesIn(caller, jdk) && !s.scope.spares(owner))
          ? s
          : null;
    }
  }
}
