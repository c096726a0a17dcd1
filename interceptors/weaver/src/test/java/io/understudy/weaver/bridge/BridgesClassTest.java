package io.understudy.weaver.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.weaver.census.RunningImage;
import io.understudy.weaver.table.BridgePlan;
import io.understudy.weaver.table.Bridged;
import io.understudy.weaver.table.NativeTable;
import io.understudy.weaver.table.Target;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.bytebuddy.jar.asm.Type;
import org.junit.jupiter.api.Test;

class BridgesClassTest {
  private final NativeTable table = NativeTable.load();
  private final RunningImage image = new RunningImage();
  private final BridgePlan plan = BridgePlan.of(table, image);
  private final BridgesClass generated = BridgesClass.generate(table, plan, image);

  /** A loader other than the boot loader: the JVM verifies what it defines. */
  private static final class Verifying extends ClassLoader {
    private final Map<String, byte[]> classes;

    Verifying(Map<String, byte[]> classes) {
      super(BridgesClassTest.class.getClassLoader());
      this.classes = classes;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] b = classes.get(name.replace('.', '/'));
      if (b == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, b, 0, b.length);
    }
  }

  @Test
  void everyGeneratedClassVerifies() throws ClassNotFoundException {
    Verifying loader = new Verifying(generated.classes());
    for (String name : generated.classes().keySet()) {
      Class<?> c = Class.forName(name.replace('/', '.'), false, loader);
      // asking for the members links, and linking verifies
      assertThat(c.getDeclaredMethods()).as(name).isNotEmpty();
    }
  }

  @Test
  void eachNativeHasItsBridge() throws ClassNotFoundException {
    Class<?> bridges =
        Class.forName(Target.BRIDGES.replace('/', '.'), false, new Verifying(generated.classes()));
    List<String> methods = new ArrayList<>();
    for (Method m : bridges.getDeclaredMethods()) {
      methods.add(m.getName() + Type.getMethodDescriptor(m));
    }

    for (Bridged b : plan.bridged()) {
      assertThat(methods).contains(b.target().name() + b.target().desc());
    }
    assertThat(methods.stream().filter(m -> m.startsWith("q"))).hasSizeGreaterThanOrEqualTo(4);
  }

  @Test
  void publicNativesAreCalledDirectlySoThatIntrinsicsSurvive() {
    for (Mates.Host h : generated.mates().hosts()) {
      assertThat(h.owner).isNotIn("java/lang/Runtime", "java/lang/System", "java/lang/Object");
    }
  }

  @Test
  void privateNativesGoThroughOneMateOfTheirClass() {
    assertThat(generated.mates().hosts())
        .extracting(h -> h.owner)
        .doesNotHaveDuplicates()
        .contains("sun/nio/ch/Net", "java/lang/Thread", "sun/nio/ch/DatagramChannelImpl");
  }

  @Test
  void idsFollowTheTableAndAreDense() {
    for (int i = 0; i < plan.bridged().size(); i++) {
      assertThat(plan.bridged().get(i).id()).isEqualTo(i);
    }
    assertThat(plan.bridged()).isEqualTo(BridgePlan.of(table, new RunningImage()).bridged());
  }

  @Test
  void hooksOfTheTableExistInTheEngine() throws ReflectiveOperationException {
    List<Target> targets = new ArrayList<>();
    table.siteHooks().forEach(h -> targets.add(h.target()));
    table.methodHooks().forEach(h -> targets.add(h.target()));
    table.constants().forEach(c -> targets.add(c.target()));
    table.sequences().stream().filter(q -> q.isField()).forEach(q -> targets.add(q.target()));
    for (Target t : targets) {
      Class<?> owner =
          Class.forName(t.owner().replace('/', '.'), false, getClass().getClassLoader());
      List<String> methods = new ArrayList<>();
      for (Method m : owner.getMethods()) {
        methods.add(m.getName() + Type.getMethodDescriptor(m));
      }
      assertThat(methods).as(t.toString()).contains(t.name() + t.desc());
    }
  }
}
