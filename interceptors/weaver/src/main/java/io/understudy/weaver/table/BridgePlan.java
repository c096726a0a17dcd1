package io.understudy.weaver.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which natives of the running JDK get a bridge, under which number. */
public final class BridgePlan {
  private final List<Bridged> bridged = new ArrayList<>();

  /** {@code owner.name+desc} of call sites. */
  private final Map<String, Bridged> sites = new HashMap<>();

  private final String home;
  private final int first;

  private BridgePlan(String home, int first) {
    this.home = home;
    this.first = first;
  }

  /** For java.base. */
  public static BridgePlan of(NativeTable table, JdkImage image) {
    return of(table, NativeMethod.BASE, image);
  }

  /**
   * Walks a module's section of the table.
   *
   * @param image reads that module, and java.base
   * @throws UnclassifiedNativeException a class of the table has a native without a rule
   */
  public static BridgePlan of(NativeTable table, String module, JdkImage image) {
    BridgePlan plan = new BridgePlan(table.bridges(module), table.firstId(module));
    Set<String> owners = new LinkedHashSet<>();
    for (Rule r : table.rules(module)) {
      if (r.spec(Spec.Type.JAVA) != null) {
        plan.addJava(r, image);
      } else if (r.bridged()) {
        owners.addAll(r.classes());
      }
    }
    for (String owner : image.matching(owners)) {
      for (NativeMethod n : image.natives(owner)) {
        Rule r = table.find(module, owner, n.name());
        if (r == null) {
          throw new UnclassifiedNativeException(n);
        }
        if (r.bridged()) {
          plan.add(n, r, image);
        }
      }
    }
    return plan;
  }

  /** Methods in Java whose results come from outside the module: files, counters. */
  private void addJava(Rule r, JdkImage image) {
    for (String owner : r.classes()) {
      for (NativeMethod m : image.methods(owner)) {
        if (r.matches(owner, m.name())) {
          add(m, r, image);
        }
      }
    }
  }

  private void add(NativeMethod n, Rule r, JdkImage image) {
    Spec via = r.spec(Spec.Type.VIA);
    String receiver = n.owner();
    boolean viaInterface = image.isInterface(n.owner());
    if (via != null && !n.isStatic() && image.declares(via.detail(), n.name(), n.desc())) {
      receiver = via.detail();
      viaInterface = image.isInterface(receiver);
    }
    String member = n.name() + n.desc();
    Bridged b = sites.get(receiver + "." + member);
    if (b == null) {
      b = new Bridged(home, first + bridged.size(), n, r, receiver, viaInterface);
      bridged.add(b);
    }
    sites.put(n.owner() + "." + member, b);
    sites.put(receiver + "." + member, b);
    if (via != null && n.isStatic()) {
      sites.put(via.detail() + "." + member, b);
    }
  }

  /** The class of the bridges. */
  public String home() {
    return home;
  }

  /** Id of the first. */
  public int first() {
    return first;
  }

  /** Class and method of each, in the order of their ids. */
  public String[] names() {
    return bridged.stream().map(Bridged::name).toArray(String[]::new);
  }

  /** In the order of their ids. */
  public List<Bridged> bridged() {
    return List.copyOf(bridged);
  }

  /** Call sites by {@code owner.name+desc}. */
  Map<String, Bridged> sites() {
    return Map.copyOf(sites);
  }
}
