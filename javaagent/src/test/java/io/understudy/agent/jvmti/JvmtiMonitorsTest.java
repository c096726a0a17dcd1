package io.understudy.agent.jvmti;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.testkit.Ended;
import io.understudy.testkit.ForkedJvm;
import io.understudy.testkit.Jdk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JvmtiMonitorsTest {
  private static final Pattern COST = Pattern.compile("(\\S+) (\\d+)");
  @TempDir Path directory;
  @TempDir Path output;

  static List<Jdk> jdks() {
    return Jdk.installed();
  }

  private Ended run(Jdk jdk, List<String> options, Class<?> probe) throws Exception {
    ForkedJvm jvm = new ForkedJvm(output).jdk(jdk);
    for (String name : List.of("jdk.internal.misc", "jdk.internal.access")) {
      jvm.arguments("--add-exports=java.base/" + name + "=ALL-UNNAMED");
    }
    return jvm.arguments(options)
        .arguments("-cp", System.getProperty("java.class.path"), probe.getName())
        .arguments(directory.toString())
        .run("probe");
  }

  private String output(Jdk jdk, List<String> options, Class<?> probe) throws Exception {
    Ended result = run(jdk, options, probe);
    assertThat(result.err()).isEmpty();
    assertThat(result.exit()).isZero();
    return result.out();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void contendedEnterComesOnTheContenderBeforeItBlocks(Jdk jdk) throws Exception {
    assertThat(output(jdk, List.of(), ContendedProbe.class))
        .isEqualTo("true false holder\nevents 1, released true\n");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void birthAndDeathComeOnTheThreadItself(Jdk jdk) throws Exception {
    assertThat(output(jdk, List.of(), ThreadsProbe.class))
        .isEqualTo("[started, run, ended, late]\n");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void nestedMonitorsAreReleasedAndTakenBack(Jdk jdk) throws Exception {
    assertThat(output(jdk, List.of(), NestedProbe.class)).isEqualTo("others 4\n");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void ownerIsRightUnderEveryCollector(Jdk jdk) throws Exception {
    for (String collector : List.of("G1", "Serial", "Parallel", "Z")) {
      List<String> options = List.of("-Xmx64m", "-Xmn8m", "-XX:+Use" + collector + "GC");
      assertThat(output(jdk, options, OwnerProbe.class)).as(collector).isEqualTo("wrong 0\n");
    }
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void callsAndCallbackCostMicroseconds(Jdk jdk) throws Exception {
    Matcher cost = COST.matcher(output(jdk, List.of(), CostProbe.class));
    List<String> figures = new ArrayList<>();
    while (cost.find()) {
      figures.add(cost.group());
      long limit = cost.group(1).equals("owner") ? 5_000_000 : 100_000;
      assertThat(Long.parseLong(cost.group(2))).as(cost.group()).isLessThan(limit);
    }
    System.out.println("ns on " + jdk + ": " + figures);
    assertThat(figures).hasSize(9);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void nothingThatTheServerReadsLaterIsInitialised(Jdk jdk) throws Exception {
    List<String> options = List.of("-Xlog:class+init=info");
    Ended result = run(jdk, options, OwnerProbe.class);
    assertThat(result.out())
        .contains("wrong 0")
        .doesNotContain("'java/lang/ProcessEnvironment'", "'java/lang/ProcessHandleImpl'");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void libraryLiesAtItsFixedPathAndJnaSettingsAreGone(Jdk jdk) throws Exception {
    String maps = output(jdk, List.of(), MapsProbe.class);
    try (var files = Files.walk(directory)) {
      List<Path> libraries = files.filter(Files::isRegularFile).toList();
      assertThat(libraries).hasSize(1);
      assertThat(maps).isEqualTo(libraries.get(0) + "\n[]\n");
    }
  }
}
