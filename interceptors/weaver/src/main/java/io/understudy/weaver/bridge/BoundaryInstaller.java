package io.understudy.weaver.bridge;

import io.understudy.engine.boundary.Boundary;
import io.understudy.engine.boundary.Configuration;
import io.understudy.engine.boundary.NestMates;
import io.understudy.engine.boundary.Randomness;
import io.understudy.engine.boundary.RealNatives;
import io.understudy.engine.hook.RealThread;
import io.understudy.weaver.census.Proof;
import io.understudy.weaver.census.RunningImage;
import io.understudy.weaver.table.BridgePlan;
import io.understudy.weaver.table.Bridged;
import io.understudy.weaver.table.NativeTable;
import io.understudy.weaver.table.SiteRules;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.util.List;
import java.util.Map;

/** Puts the native boundary into the running JVM. */
public final class BoundaryInstaller {
  private BoundaryInstaller() {}

  /**
   * What was installed.
   *
   * @param rules for the weaving of call sites
   * @param plan ids of natives
   * @param image the JDK's classes
   * @param nanos time that it took
   */
  public record Installed(SiteRules rules, BridgePlan plan, RunningImage image, long nanos) {}

  /** Installs the product's table. */
  public static Installed install(Instrumentation instrumentation) {
    return install(instrumentation, NativeTable.load());
  }

  /**
   * Opens java.base to the engine and to the agent, proves that each native has a rule, defines the
   * bridges in the boot loader and gives the engine its ways to real natives. Call sites are not
   * touched yet.
   *
   * @throws io.understudy.weaver.table.UnclassifiedNativeException a native has no rule
   */
  public static Installed install(Instrumentation instrumentation, NativeTable table) {
    long start = System.nanoTime();
    Opening.open(instrumentation);
    RunningImage image = new RunningImage();
    Proof.require(table);
    BridgePlan plan = BridgePlan.of(table, image);
    BridgesClass generated = BridgesClass.generate(table, plan, image);
    Boundary.install(names(plan));
    try {
      define(generated);
      Randomness.open();
    } catch (ReflectiveOperationException | IOException e) {
      throw new IllegalStateException("the native bridges cannot be defined in this JVM", e);
    }
    SiteRules rules = SiteRules.of(table, plan, image);
    return new Installed(rules, plan, image, System.nanoTime() - start);
  }

  private static String[] names(BridgePlan plan) {
    List<Bridged> all = plan.bridged();
    String[] names = new String[all.size()];
    for (Bridged b : all) {
      names[b.id()] = b.method().owner() + "#" + b.method().name();
    }
    return names;
  }

  private static void define(BridgesClass generated) throws ReflectiveOperationException {
    BootDefinition boot = new BootDefinition();
    Map<String, byte[]> classes = generated.classes();
    for (Mates.Host h : generated.mates().hosts()) {
      boot.define(h.type(), classes.remove(h.type()));
    }
    List<Mates.Host> hosts = generated.mates().hosts();
    Object[] mates = new Object[hosts.size()];
    for (Mates.Host h : hosts) {
      mates[h.number] = boot.nestMate(h.owner, generated.mates().nestMate(h));
    }
    NestMates.install(mates);
    for (Map.Entry<String, byte[]> e : classes.entrySet()) {
      boot.define(e.getKey(), e.getValue());
    }
    RealNatives.install((RealNatives) boot.instance(RealParts.NATIVES));
    Configuration.install((Configuration) boot.instance(ConfigurationReader.NAME));
    RealThread.install((RealThread) boot.instance(RealParts.THREADS));
  }
}
