package io.understudy.e2e.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.understudy.testkit.Ended;
import io.understudy.testkit.ForkedJvm;
import io.understudy.testkit.RunningJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * One state lives through more nodes than two: each time the speaker is killed a new process joins
 * the survivor from the beginning of its log, and becomes the next speaker.
 */
@Tag("once")
class FailoverChainIT extends ProgramTest {
  private static final int FAILOVERS = 5;
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final long SLEEP_MILLIS = 60_000;
  private static final long PRIME = 0x100000001b3L;

  private final Deque<RunningJvm> running = new ArrayDeque<>();

  private ForkedJvm jvm(String options) {
    String files = ",input=in,output=out";
    return AgentJvm.brief(directory, programs.classes(), options + files).arguments("Chain");
  }

  private RunningJvm node(String role, int number, int port, int peer) {
    String options = "role=" + role + ",journal=journal" + number + ",listen=127.0.0.1:" + port;
    String follows = peer == 0 ? "" : ",peer=127.0.0.1:" + peer;
    RunningJvm node = jvm(options + follows).start("node" + number);
    running.push(node);
    return node;
  }

  @AfterEach
  void end() {
    running.forEach(RunningJvm::close);
  }

  @Test
  void carriesOneStateThroughFiveFailovers() throws Exception {
    Files.createDirectory(directory.resolve("out"));
    Path in = Files.createDirectory(directory.resolve("in"));
    int port = freePort();
    RunningJvm speaker = node("primary", 0, port, 0);
    speaker.await("ready after", LIMIT);
    long begun = System.nanoTime();
    long late = 0;
    for (int i = 1; i <= FAILOVERS; i++) {
      int next = freePort();
      late = i == 2 ? System.nanoTime() - begun : late;
      RunningJvm backup = node("backup", i, next, port);
      speaker.await("protected: the backup follows", LIMIT);
      backup.await("this backup has caught up", LIMIT); // it hears that a moment later
      speaker.kill();
      backup.await("live in epoch " + (i + 1), LIMIT);
      backup.await("LISTENING", LIMIT);
      speaker = backup;
      port = next;
    }
    RunningJvm last = node("backup", FAILOVERS + 1, freePort(), port);
    speaker.await("protected: the backup follows", LIMIT);
    int before = lines().size();
    await().atMost(LIMIT).until(() -> lines().size() > before + 10);
    speaker.await("SLEPT ", LIMIT);
    Files.createFile(in.resolve("stop"));
    Ended primary = speaker.finish(60);
    Ended backup = last.finish(60);

    assertThat(primary.exit()).as(primary.err()).isZero();
    assertThat(backup.exit()).as(backup.err()).isZero();
    long hash = assertUnbroken(lines());
    assertThat(primary.out()).endsWith("END " + hash + "\n");
    assertThat(backup.out()).isEqualTo(primary.out());
    // a wait that began anew where a late node replayed it would end a minute behind its coming
    long slept = Long.parseLong(primary.out().lines().findFirst().orElseThrow().split(" ", -1)[1]);
    assertThat(slept).isBetween(SLEEP_MILLIS, SLEEP_MILLIS + late / 1_000_000);
    Ended replayed = jvm("role=replay,journal=journal" + (FAILOVERS + 1)).run("replay");
    assertThat(replayed.err()).contains(" records, 0 divergences");
    assertThat(replayed.out()).isEqualTo(primary.out());
  }

  private List<String> lines() throws IOException {
    Path log = directory.resolve("out").resolve("log");
    return Files.exists(log) ? Files.readAllLines(log) : List.of();
  }

  /**
   * Each line goes on from the one before. What a dying node wrote of a file may have been ahead of
   * its log: the survivor writes those lines anew, with its own clock.
   */
  private static long assertUnbroken(List<String> lines) {
    List<Long> hashes = new ArrayList<>(List.of(17L));
    for (String line : lines) {
      String[] words = line.split(" ", -1);
      int number = Integer.parseInt(words[0]);
      assertThat(number).isBetween(1, hashes.size());
      hashes.subList(number, hashes.size()).clear();
      long hash = (hashes.get(number - 1) ^ Long.parseLong(words[1])) * PRIME;
      assertThat(Long.parseLong(words[2])).as("line %d", number).isEqualTo(hash);
      hashes.add(hash);
    }
    return hashes.get(hashes.size() - 1);
  }
}
