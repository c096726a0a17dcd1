package io.understudy.weaver.swap;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.testkit.Ended;
import io.understudy.testkit.Jdk;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WovenJvmTest {
  @TempDir Path directory;

  static List<Jdk> jdks() {
    return Jdk.installed();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void everyClassWithSitesVerifies(Jdk jdk) throws Exception {
    Ended result =
        new WovenJvm(directory)
            .run(
                jdk,
                List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:+BytecodeVerificationLocal"),
                VerifyProbe.class);
    System.out.println(jdk + ": " + result.err());
    assertThat(result.err()).doesNotContain("not woven", "Error", "Exception");
    assertThat(result.out()).isEqualTo("linked\n");
    assertThat(result.exit()).isZero();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void wovenCodeMeansTheSame(Jdk jdk) throws Exception {
    Ended result = new WovenJvm(directory).run(jdk, List.of(), RunProbe.class);
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).isEqualTo("true true false 2 offered\n");
    assertThat(result.exit()).isZero();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void hiddenClassesAreWoven(Jdk jdk) throws Exception {
    Ended result = new WovenJvm(directory).run(jdk, List.of(), HiddenProbe.class);
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).isEqualTo("true io.understudy.engine.identity.IdentityHash\n");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void hotWovenMethodsAreCompiled(Jdk jdk) throws Exception {
    List<String> options = List.of("-XX:+PrintCompilation", "-Xbatch");
    Ended result = new WovenJvm(directory).run(jdk, options, HotProbe.class);
    assertThat(result.out()).contains("sum true");
    for (String method : List.of("HotProbe::hot", "Samples::clocks")) {
      assertThat(result.out().lines().filter(line -> line.contains(method)))
          .as(method)
          .anyMatch(line -> line.matches(" *\\d+ +\\d+ +[^ ]* +4 .*"))
          .noneMatch(line -> line.contains("COMPILE SKIPPED"));
    }
  }
}
