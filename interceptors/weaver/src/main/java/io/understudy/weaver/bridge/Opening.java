package io.understudy.weaver.bridge;

import io.understudy.engine.boundary.Boundary;
import java.lang.instrument.Instrumentation;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Opens java.base to the engine and to the agent, without flags on the command line. */
final class Opening {
  private Opening() {}

  /** Opens a module beside java.base to the engine: bridges name its classes. */
  static void export(Instrumentation instrumentation, Module module) {
    Set<Module> to = Set.of(Boundary.class.getModule(), Opening.class.getModule());
    Map<String, Set<Module>> all = packages(module, to);
    instrumentation.redefineModule(module, to, all, all, Set.of(), Map.of());
  }

  private static Map<String, Set<Module>> packages(Module module, Set<Module> to) {
    Map<String, Set<Module>> all = new HashMap<>();
    for (String p : module.getPackages()) {
      all.put(p, to);
    }
    return all;
  }

  static void open(Instrumentation instrumentation) {
    Module base = Object.class.getModule();
    Module engine = Boundary.class.getModule();
    Module weaver = Opening.class.getModule();
    Set<Module> to = new HashSet<>(Arrays.asList(engine, weaver));
    Map<String, Set<Module>> all = packages(base, to);
    instrumentation.redefineModule(base, Set.of(engine), all, all, Set.of(), Map.of());
    // woven classes of the other modules call the engine, too
    for (Module m : ModuleLayer.boot().modules()) {
      if (!m.equals(base) && instrumentation.isModifiableModule(m)) {
        instrumentation.redefineModule(m, Set.of(engine), Map.of(), Map.of(), Set.of(), Map.of());
      }
    }
  }
}
