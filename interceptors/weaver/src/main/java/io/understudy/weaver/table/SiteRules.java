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

  private final Map<String, List<MethodHook>> methods = new HashMap<>();

  private SiteRules(NativeTable table) {
    this.table = table;
  }

  /** Binds the table to the running JDK. */
  public static SiteRules of(NativeTable table, BridgePlan plan, JdkImage image) {
    SiteRules r = new SiteRules(table);
    for (Map.Entry<String, Bridged> e : plan.sites().entrySet()) {
      String owner = e.getKey().substring(0, e.getKey().indexOf('.'));
      Bridged b = e.getValue();
      NativeMethod n = b.method();
      r.put(owner, n.name(), n.desc(), new Site(b.target(), null, null, b.rule().skippable()));
    }
    r.addHookedNatives(image);
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

  private void addHookedNatives(JdkImage image) {
    for (Rule rule : table.rules()) {
      if (!rule.hooked()) {
        continue;
      }
      for (String owner : rule.classes()) {
        for (NativeMethod n : image.natives(owner)) {
          if (rule.equals(table.find(owner, n.name()))) {
            String hook = rule.spec(Spec.Type.HOOK).detail();
            Target t = Target.engine(hook, n.staticDesc(owner));
            put(owner, n.name(), n.desc(), new Site(t, null, null, rule.skippable()));
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
