package io.understudy.weaver.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.weaver.census.RunningImage;
import io.understudy.weaver.table.BridgePlan;
import io.understudy.weaver.table.Bridged;
import io.understudy.weaver.table.NativeTable;
import io.understudy.weaver.table.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.bytebuddy.jar.asm.ClassReader;
import org.junit.jupiter.api.Test;

/** Bridges of the modules beside java.base: made at need, with ids that do not depend on when. */
class ModuleBridgesTest {
  private final NativeTable table = NativeTable.load();

  @Test
  void idsOfAllModulesDifferAndStayInTheModulesRange() {
    Set<Integer> ids = new TreeSet<>();
    List<Bridged> all = RunningImage.bridged(table);
    for (Bridged b : all) {
      ids.add(b.id());
      if (b.rule().specs().stream().noneMatch(s -> s.toString().equals("java"))) {
        int first = table.firstId(b.method().module());
        assertThat(b.id()).as(b.method().label()).isBetween(first, first + 1023);
      }
    }
    assertThat(ids).hasSameSizeAs(all).hasSizeGreaterThan(500);
  }

  @Test
  void eachModulesBridgesAreGenerated() {
    for (String module : List.of("java.management", "jdk.management", "jdk.net", "java.desktop")) {
      RunningImage image = new RunningImage(module);
      BridgePlan plan = BridgePlan.of(table, module, image);
      BridgesClass generated = BridgesClass.ofModule(plan, image);

      assertThat(generated.classes()).as(module).containsKey(table.bridges(module));
      for (Mates.Host host : generated.mates().hosts()) {
        String mate = new ClassReader(generated.mates().nestMate(host)).getClassName();
        assertThat(mate).isEqualTo(host.owner + "$$Understudy");
      }
    }
  }

  @Test
  void linesOfJavaBaseThatGetABridgeNameWholeClasses() {
    List<String> patterns = new ArrayList<>();
    for (Rule r : table.rules()) {
      if (r.bridged()) {
        r.classes().stream().filter(c -> c.endsWith("*")).forEach(patterns::add);
      }
    }
    assertThat(patterns).isEmpty();
  }
}
