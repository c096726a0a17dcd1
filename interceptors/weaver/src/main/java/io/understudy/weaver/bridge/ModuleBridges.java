package io.understudy.weaver.bridge;

import io.understudy.engine.boundary.Boundary;
import io.understudy.engine.boundary.NestMates;
import io.understudy.weaver.census.RunningImage;
import io.understudy.weaver.table.BridgePlan;
import io.understudy.weaver.table.ModuleRules;
import io.understudy.weaver.table.NativeTable;
import io.understudy.weaver.table.SiteRules;
import java.lang.instrument.Instrumentation;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The bridges of the modules beside java.base. Few servers use many of these modules, so a module's
 * bridges are made when the first class that calls one of its natives is woven, on the thread that
 * loads this class; the nest mates, which must load the classes they belong to, when the first
 * bridge is called. Ids do not depend on this order.
 */
final class ModuleBridges implements ModuleRules, NestMates.Source {
  /** A nest mate that is not made yet. */
  private record Pending(Module module, Mates mates, Mates.Host host) {}

  private final NativeTable table;
  private final BootDefinition boot;
  private final Instrumentation instrumentation;
  private final Map<String, SiteRules> rules = new HashMap<>();
  private final Map<Integer, Pending> pending = new HashMap<>();

  ModuleBridges(NativeTable table, BootDefinition boot, Instrumentation instrumentation) {
    this.table = table;
    this.boot = boot;
    this.instrumentation = instrumentation;
  }

  @Override
  public synchronized SiteRules of(String module) {
    SiteRules known = rules.get(module);
    if (known == null) {
      Optional<Module> running = ModuleLayer.boot().findModule(module);
      if (running.isEmpty()) {
        return null;
      }
      known = make(running.get());
      rules.put(module, known);
    }
    return known;
  }

  private SiteRules make(Module module) {
    RunningImage image = new RunningImage(module.getName());
    BridgePlan plan = BridgePlan.of(table, module.getName(), image);
    if (!plan.bridged().isEmpty()) {
      Opening.export(instrumentation, module);
      Boundary.add(plan.first(), plan.names());
      BridgesClass generated = BridgesClass.ofModule(plan, image);
      for (Mates.Host h : generated.mates().hosts()) {
        pending.put(h.number, new Pending(module, generated.mates(), h));
      }
      generated.classes().forEach(boot::define);
    }
    return SiteRules.ofModule(table, module.getName(), plan, image);
  }

  @Override
  public Object make(int host) {
    Pending p;
    synchronized (this) {
      p = pending.remove(host);
    }
    try {
      return boot.nestMate(p.module(), p.host().owner, p.mates().nestMate(p.host()));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "the natives of " + p.host().owner + " cannot be reached in this JVM", e);
    }
  }
}
