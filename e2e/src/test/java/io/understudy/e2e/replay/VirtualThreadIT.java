package io.understudy.e2e.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.testkit.Ended;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** Virtual threads are the same to a program, with the agent and without, recorded and replayed. */
@EnabledForJreRange(min = JRE.JAVA_21)
class VirtualThreadIT extends ProgramTest {
  @Test
  void aProgramSeesVirtualThreads() throws InterruptedException {
    Path classes = directory.resolve("classes-21").toAbsolutePath();
    Programs.compile(Path.of("src", "programs-21"), classes, 21);

    String bare = run(classes, "off", "").out();
    Ended recorded = run(classes, "record", ",journal=j");
    Ended replayed = run(classes, "replay", ",journal=j");

    assertThat(bare).contains("named: VirtualThread 'worker-7' virtual true daemon true");
    assertThat(recorded.out()).as(recorded.err()).isEqualTo(bare);
    assertThat(recorded.err()).doesNotContain("ALARM");
    assertThat(replayed.out()).as(replayed.err()).isEqualTo(bare);
    assertThat(replayed.err()).contains(" 0 divergences");
  }

  private Ended run(Path classes, String role, String more) throws InterruptedException {
    Ended ended =
        AgentJvm.brief(directory, classes, "role=" + role + more).arguments("VirtualApi").run(role);
    assertThat(ended.exit()).as(ended.err()).isZero();
    return ended;
  }
}
