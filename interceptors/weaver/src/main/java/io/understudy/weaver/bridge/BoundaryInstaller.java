package io.understudy.weaver.bridge;

import io.understudy.engine.boundary.Boundary;
import io.understudy.engine.boundary.Configuration;
import io.understudy.engine.boundary.NestMates;
import io.understudy.engine.boundary.Randomness;
import io.understudy.engine.boundary.RealNatives;
import io.understudy.engine.hook.RealThread;
import io.understudy.weaver.cache.KeptClasses;
import io.understudy.weaver.census.Proof;
import io.understudy.weaver.census.RunningImage;
import io.understudy.weaver.table.BridgePlan;
import io.understudy.weaver.table.NativeTable;
import io.understudy.weaver.table.SiteRules;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.util.LinkedHashMap;
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
    return install(instrumentation, NativeTable.load(), KeptClasses.none());
  }

  /**
   * Opens java.base to the engine and to the agent, proves that each native has a rule, defines the
   * bridges in the boot loader and gives the engine its ways to real natives. Call sites are not
   * touched yet.
   *
   * @param kept what an earlier start with the same table has made
   * @throws io.understudy.weaver.table.UnclassifiedNativeException a native has no rule
   */
  public static Installed install(
      Instrumentation instrumentation, NativeTable table, KeptClasses kept) {
    long start = System.nanoTime();
    Opening.open(instrumentation);
    RunningImage image = new RunningImage();
    Proof.require(table);
    BridgePlan plan = BridgePlan.of(table, image);
    BoundaryClasses generated = BoundaryClasses.find(kept);
    if (generated == null) {
      generated = BoundaryClasses.of(BridgesClass.generate(table, plan, image));
      generated.keep(kept);
    }
    Boundary.install(plan.names());
    ModuleBridges modules;
    try {
      BootDefinition boot = new BootDefinition();
      modules = new ModuleBridges(table, boot, instrumentation);
      define(generated, boot, modules);
      Randomness.open();
    } catch (ReflectiveOperationException | IOException e) {
      throw new IllegalStateException("the native bridges cannot be defined in this JVM", e);
    }
    SiteRules rules = SiteRules.of(table, plan, image, modules);
    return new Installed(rules, plan, image, System.nanoTime() - start);
  }

  private static void define(BoundaryClasses generated, BootDefinition boot, ModuleBridges modules)
      throws ReflectiveOperationException {
    Map<String, byte[]> classes = new LinkedHashMap<>(generated.classes());
    for (BoundaryClasses.Mate m : generated.mates().keySet()) {
      boot.define(m.type(), classes.remove(m.type()));
    }
    Object[] mates = new Object[generated.mates().size()];
    int number = 0;
    for (Map.Entry<BoundaryClasses.Mate, byte[]> e : generated.mates().entrySet()) {
      mates[number++] = boot.nestMate(Object.class.getModule(), e.getKey().owner(), e.getValue());
    }
    NestMates.install(mates, modules);
    for (Map.Entry<String, byte[]> e : classes.entrySet()) {
      boot.define(e.getKey(), e.getValue());
    }
    RealNatives.install((RealNatives) boot.instance(RealParts.NATIVES));
    Configuration.install((Configuration) boot.instance(ConfigurationReader.NAME));
    RealThread.install((RealThread) boot.instance(RealParts.THREADS));
  }
}
