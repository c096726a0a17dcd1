package io.understudy.agent.jvmti;

import static org.assertj.core.api.Assertions.assertThat;

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

  static List<ForkedJvm> jvms() {
    return ForkedJvm.all();
  }

  private String output(ForkedJvm jvm, List<String> options, Class<?> probe) throws Exception {
    ForkedJvm.Result result = jvm.run(options, probe, directory.toString());
    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
    return result.out();
  }

  @ParameterizedTest
  @MethodSource("jvms")
  void contendedEnterComesOnTheContenderBeforeItBlocks(ForkedJvm jvm) throws Exception {
    assertThat(output(jvm, List.of(), ContendedProbe.class))
        .isEqualTo("true false holder\nevents 1, released true\n");
  }

  @ParameterizedTest
  @MethodSource("jvms")
  void birthAndDeathComeOnTheThreadItself(ForkedJvm jvm) throws Exception {
    assertThat(output(jvm, List.of(), ThreadsProbe.class))
        .isEqualTo("[started, run, ended, late]\n");
  }

  @ParameterizedTest
  @MethodSource("jvms")
  void nestedMonitorsAreReleasedAndTakenBack(ForkedJvm jvm) throws Exception {
    assertThat(output(jvm, List.of(), NestedProbe.class)).isEqualTo("others 4\n");
  }

  @ParameterizedTest
  @MethodSource("jvms")
  void ownerIsRightUnderEveryCollector(ForkedJvm jvm) throws Exception {
    for (String collector : List.of("G1", "Serial", "Parallel", "Z")) {
      List<String> options = List.of("-Xmx64m", "-Xmn8m", "-XX:+Use" + collector + "GC");
      assertThat(output(jvm, options, OwnerProbe.class))
          .as(collector)
          .isEqualTo("wrong 0, suspended true\n");
    }
  }

  @ParameterizedTest
  @MethodSource("jvms")
  void callsAndCallbackCostMicroseconds(ForkedJvm jvm) throws Exception {
    Matcher cost = COST.matcher(output(jvm, List.of(), CostProbe.class));
    List<String> figures = new ArrayList<>();
    while (cost.find()) {
      figures.add(cost.group());
      long limit = cost.group(1).equals("owner") ? 5_000_000 : 100_000;
      assertThat(Long.parseLong(cost.group(2))).as(cost.group()).isLessThan(limit);
    }
    System.out.println("ns on " + jvm + ": " + figures);
    assertThat(figures).hasSize(9);
  }

  @ParameterizedTest
  @MethodSource("jvms")
  void nothingThatTheServerReadsLaterIsInitialised(ForkedJvm jvm) throws Exception {
    List<String> options = List.of("-Xlog:class+init=info");
    ForkedJvm.Result result = jvm.run(options, OwnerProbe.class, directory.toString());
    assertThat(result.out())
        .contains("wrong 0")
        .doesNotContain("'java/lang/ProcessEnvironment'", "'java/lang/ProcessHandleImpl'");
  }

  @ParameterizedTest
  @MethodSource("jvms")
  void libraryLiesAtItsFixedPathAndJnaSettingsAreGone(ForkedJvm jvm) throws Exception {
    String maps = output(jvm, List.of(), MapsProbe.class);
    try (var files = Files.walk(directory)) {
      List<Path> libraries = files.filter(Files::isRegularFile).toList();
      assertThat(libraries).hasSize(1);
      assertThat(maps).isEqualTo(libraries.get(0) + "\n[]\n");
    }
  }
}
