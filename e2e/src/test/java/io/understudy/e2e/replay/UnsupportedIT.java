package io.understudy.e2e.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.testkit.Ended;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A server that does what cannot be replicated runs on; its log ends there, and says why. */
class UnsupportedIT extends ProgramTest {
  private static final String LIBRARY = System.getProperty("java.home") + "/lib/librmi.so";

  private Ended run(String role, String what) throws InterruptedException {
    return AgentJvm.brief(directory, programs.classes(), "role=" + role + ",journal=j")
        .arguments("Unsupported", what)
        .run(role);
  }

  private void endsTheLog(String what, String why) throws InterruptedException {
    Ended recorded = run("record", what);
    assertThat(recorded.exit()).as(recorded.err()).isZero();
    assertThat(recorded.out()).contains("AFTER");
    assertThat(recorded.err()).contains("ALARM the recording ends here: the server " + why);

    Ended replayed = run("replay", what);
    assertThat(replayed.exit()).as(replayed.err()).isZero();
    assertThat(replayed.out()).isEqualTo(recorded.out().lines().findFirst().orElseThrow() + "\n");
    assertThat(replayed.err())
        .contains("the journal ends here, before the program")
        .containsPattern("replayed [1-9]\\d\\d+ records, 0 divergences");
  }

  @Test
  void aSubprocess() throws InterruptedException {
    endsTheLog(
        "subprocess",
        "starts the subprocess \"true\" on thread #1 \"main\": each node would start one");
  }

  @Test
  void aNativeLibrary() throws InterruptedException {
    endsTheLog("library", "loads the native library \"" + LIBRARY + "\" for Unsupported on");
  }

  @Test
  void aNativeLibraryThatIsAllowed() throws InterruptedException {
    Runs.offline(
            directory,
            programs.classes(),
            new Programs.Program("AllowedLibrary", List.of("1"), 0),
            ",libraries=rmi")
        .assertSame();
  }
}
