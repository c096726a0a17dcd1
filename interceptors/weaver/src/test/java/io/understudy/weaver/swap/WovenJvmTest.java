package io.understudy.weaver.swap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WovenJvmTest {
  static List<ForkedJvm> jvms() {
    return ForkedJvm.all();
  }

  @ParameterizedTest
  @MethodSource("jvms")
  void everyClassWithSitesVerifies(ForkedJvm jvm) throws Exception {
    ForkedJvm.Result result =
        jvm.run(
            List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:+BytecodeVerificationLocal"),
            VerifyProbe.class);
    System.out.println(jvm + ": " + result.err());
    assertThat(result.err()).doesNotContain("not woven", "Error", "Exception");
    assertThat(result.out()).isEqualTo("linked\n");
    assertThat(result.exitCode()).isZero();
  }

  @ParameterizedTest
  @MethodSource("jvms")
  void wovenCodeMeansTheSame(ForkedJvm jvm) throws Exception {
    ForkedJvm.Result result = jvm.run(List.of(), RunProbe.class);
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).isEqualTo("true true false 2 offered\n");
    assertThat(result.exitCode()).isZero();
  }

  @ParameterizedTest
  @MethodSource("jvms")
  void hiddenClassesAreWoven(ForkedJvm jvm) throws Exception {
    ForkedJvm.Result result = jvm.run(List.of(), HiddenProbe.class);
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).isEqualTo("true io.understudy.engine.identity.IdentityHash\n");
  }

  @ParameterizedTest
  @MethodSource("jvms")
  void hotWovenMethodsAreCompiled(ForkedJvm jvm) throws Exception {
    List<String> options = List.of("-XX:+PrintCompilation", "-Xbatch");
    ForkedJvm.Result result = jvm.run(options, HotProbe.class);
    assertThat(result.out()).contains("sum true");
    for (String method : List.of("HotProbe::hot", "Samples::clocks")) {
      assertThat(result.out().lines().filter(line -> line.contains(method)))
          .as(method)
          .anyMatch(line -> line.matches(" *\\d+ +\\d+ +[^ ]* +4 .*"))
          .noneMatch(line -> line.contains("COMPILE SKIPPED"));
    }
  }
}
