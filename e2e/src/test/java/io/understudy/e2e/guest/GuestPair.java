package io.understudy.e2e.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.e2e.endurance.LogChain;
import io.understudy.e2e.endurance.SettledPair;
import io.understudy.e2e.experiment.Await;
import io.understudy.e2e.experiment.Jdk;
import io.understudy.e2e.experiment.ReplicatedService;
import io.understudy.e2e.experiment.RunDirectory;
import io.understudy.e2e.experiment.Setup;
import io.understudy.e2e.lab.Addresses;
import io.understudy.e2e.lab.Host;
import io.understudy.e2e.lab.Lab;
import io.understudy.e2e.lab.LabProcess;
import io.understudy.e2e.replay.AgentJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A guest as a primary and a backup in the lab, without a kill.
 *
 * @param directory for all its files
 * @param rate calls per second
 * @param calls how many
 */
record GuestPair(Path directory, int rate, int calls) {
  private static final int PORT = 5060;
  private static final int LIMIT_SECONDS = 90;
  private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

  /**
   * Makes the calls; all must go well, and the nodes must have logged and said the same.
   *
   * @param meanwhile is called again and again while the calls go on
   */
  void run(Guest guest, Consumer<ReplicatedService> meanwhile) throws IOException {
    GuestFiles guestFiles = new GuestFiles(Files.createDirectories(directory.resolve("guest")));
    guestFiles.configure(place());
    RunDirectory files = RunDirectory.fresh(directory.resolve("run"));
    SettledPair pair;
    try (Lab lab = new Lab(files.path(), files.mountPoint())) {
      if (guest.hasCluster()) {
        startCluster(lab);
      }
      Setup setup = new Setup(guestFiles.server(guest), PORT, AgentJvm.jar());
      ReplicatedService service = new ReplicatedService(lab, setup, Jdk.ofThisJvm());
      call(lab, guest, () -> meanwhile.accept(service));
      pair = SettledPair.of(service);
      // the backup first: it must not take over and go on with the log
      service.backup().kill();
      service.primary().kill();
    }
    assertThat(pair.divergences()).isZero();
    assertThat(pair.whole()).as("the backup follows to the end").isTrue();
    LogChain primary = LogChain.of(files.journal("alpha"), pair.position());
    LogChain backup = LogChain.of(files.journal("beta"), pair.position());
    assertThat(primary.end()).isGreaterThan(LogChain.LINK_BYTES);
    assertThat(primary.firstDifference(backup)).as("log position that differs").isEqualTo(-1);
  }

  /** The places of the lab, for a guest's configuration. */
  static Map<String, String> place() {
    return Map.of(
        "@VIP@", Addresses.VIP,
        "@PORT@", "" + PORT,
        "@CLUSTER1@", Addresses.CLUSTER_1 + ":" + PORT,
        "@CLUSTER2@", Addresses.CLUSTER_2 + ":" + PORT);
  }

  private static void startCluster(Lab lab) {
    Host host = lab.host("cluster");
    List<String> addresses = List.of(Addresses.CLUSTER_1, Addresses.CLUSTER_2);
    Caller.callees(addresses, PORT)
        .forEach((address, command) -> lab.start(host, "callee-" + address, command, Map.of()));
  }

  private void call(Lab lab, Guest guest, Runnable meanwhile) {
    int limit = calls / rate + LIMIT_SECONDS;
    List<String> command =
        guest.caller().command(Addresses.CALLER, Addresses.VIP + ":" + PORT, rate, calls, limit);
    LabProcess caller = lab.start(lab.host("caller"), "caller", command, Map.of());
    long end = System.nanoTime() + Duration.ofSeconds(limit).toNanos();
    while (caller.isAlive() && System.nanoTime() - end < 0) {
      meanwhile.run();
      Await.sleep(LOOK_AGAIN);
    }
    assertThat(caller.endedWith(0)).as("every call goes well: %s", caller.tail()).isTrue();
  }
}
