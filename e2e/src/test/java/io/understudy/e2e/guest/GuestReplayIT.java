package io.understudy.e2e.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.understudy.e2e.experiment.Jdk;
import io.understudy.e2e.replay.AgentJvm;
import io.understudy.testkit.Ended;
import io.understudy.testkit.ForkedJvm;
import io.understudy.testkit.RunningJvm;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every guest, recorded under load, is replayed to its end without its network. */
class GuestReplayIT {
  private static final String ADDRESS = "127.0.7.1";
  private static final String CALLER = "127.0.7.2";
  private static final List<String> CLUSTER = List.of("127.0.7.3", "127.0.7.4");
  private static final int PORT = 5060;
  private static final int RATE = 60;
  private static final int CALLS = 150;
  private static final int LIMIT_SECONDS = 120;
  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final Pattern RECORDED = Pattern.compile("recorded (\\d+) records");
  private static final Pattern REPLAYED = Pattern.compile("replayed (\\d+) records, 0 divergences");

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path directory;

  private final List<Process> processes = new ArrayList<>();

  @AfterEach
  void endProcesses() {
    processes.forEach(Process::destroyForcibly);
  }

  @ParameterizedTest
  @EnumSource
  void isReplayedToItsEnd(Guest guest) throws Exception {
    GuestFiles files = new GuestFiles(directory);
    files.configure(place());
    Ended recorded = record(guest, files);
    Ended replayed = jvm(guest, files, "replay").run("replay");

    assertThat(recorded.exit()).as(recorded.err()).isEqualTo(guest.exit());
    assertThat(replayed.err()).contains(" records, 0 divergences");
    int records = number(RECORDED, recorded.err());
    assertThat(records).isGreaterThan(CALLS);
    assertThat(number(REPLAYED, replayed.err())).isEqualTo(records);
    assertThat(recorded.out()).contains(guest.lastWord());
    assertThat(replayed.out()).isEqualTo(recorded.out());
    // a log that a signal ended holds no exit
    assertThat(replayed.exit()).as(replayed.err()).isIn(0, guest.exit());
  }

  private Ended record(Guest guest, GuestFiles files) throws Exception {
    if (guest.hasCluster()) {
      for (var callee : Caller.callees(CLUSTER, PORT).entrySet()) {
        start(callee.getKey(), callee.getValue());
      }
    }
    try (RunningJvm running = jvm(guest, files, "record").start("record")) {
      running.await(guest.ready(), START_LIMIT);
      Process caller =
          start("caller", guest.caller().command(CALLER, ADDRESS + ":" + PORT, RATE, CALLS, 60));
      if (!caller.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        running.printStacks();
        fail(
            "the calls of %s do not end\ncaller: %s\nserver: %s%s",
            guest, output("caller"), running.err(), running.out());
      }
      assertThat(caller.exitValue()).as("caller: %s", output("caller")).isZero();
      if (guest.endsAtSignal()) {
        running.terminate();
      } else {
        Ending.of(guest.caller(), ADDRESS, PORT);
      }
      return running.finish(LIMIT_SECONDS);
    }
  }

  private ForkedJvm jvm(Guest guest, GuestFiles files, String role) {
    String flag = "-javaagent:%s=role=%s,journal=journal".formatted(AgentJvm.jar(), role);
    Jdk jdk = Jdk.ofThisJvm();
    List<String> words = files.server(guest).words(jdk, flag, place());
    return new ForkedJvm(directory).arguments(words.subList(1, words.size()));
  }

  private static Map<String, String> place() {
    return Map.of(
        "@VIP@", ADDRESS,
        "@PORT@", "" + PORT,
        "@CLUSTER1@", CLUSTER.get(0) + ":" + PORT,
        "@CLUSTER2@", CLUSTER.get(1) + ":" + PORT);
  }

  private Process start(String name, List<String> command) throws IOException {
    File log = directory.resolve(name + ".log").toFile();
    Process process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log)
            .start();
    processes.add(process);
    return process;
  }

  private String output(String name) throws IOException {
    String text = Files.readString(directory.resolve(name + ".log"));
    return text.substring(Math.max(0, text.length() - 3_000));
  }

  private static int number(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return Integer.parseInt(matcher.group(1));
  }
}
