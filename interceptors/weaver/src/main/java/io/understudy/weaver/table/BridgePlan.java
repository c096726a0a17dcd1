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

  private BridgePlan() {}

  /**
   * Walks the table.
   *
   * @throws UnclassifiedNativeException a class of the table has a native without a rule
   */
  public static BridgePlan of(NativeTable table, JdkImage image) {
    BridgePlan plan = new BridgePlan();
    Set<String> owners = new LinkedHashSet<>();
    for (Rule r : table.rules()) {
      if (r.bridged()) {
        owners.addAll(r.classes());
      }
    }
    for (String owner : owners) {
      for (NativeMethod n : image.natives(owner)) {
        Rule r = table.find(owner, n.name());
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

  private void add(NativeMethod n, Rule r, JdkImage image) {
    Spec via = r.spec(Spec.Type.VIA);
    String receiver = n.owner();
    boolean viaInterface = false;
    if (via != null && !n.isStatic() && image.declares(via.detail(), n.name(), n.desc())) {
      receiver = via.detail();
      viaInterface = image.isInterface(receiver);
    }
    String member = n.name() + n.desc();
    Bridged b = sites.get(receiver + "." + member);
    if (b == null) {
      b = new Bridged(bridged.size(), n, r, receiver, viaInterface);
      bridged.add(b);
    }
    sites.put(n.owner() + "." + member, b);
    sites.put(receiver + "." + member, b);
    if (via != null && n.isStatic()) {
      sites.put(via.detail() + "." + member, b);
    }
  }

  /** In the order of their ids, from 0. */
  public List<Bridged> bridged() {
    return List.copyOf(bridged);
  }

  /** Call sites by {@code owner.name+desc}. */
  Map<String, Bridged> sites() {
    return Map.copyOf(sites);
  }
}
