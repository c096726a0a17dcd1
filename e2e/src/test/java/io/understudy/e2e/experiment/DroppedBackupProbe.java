package io.understudy.e2e.experiment;

import io.understudy.e2e.lab.Addresses;
import io.understudy.e2e.lab.Lab;
import io.understudy.e2e.sipp.Ramp;
import io.understudy.e2e.sniff.Sniffer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * Stops a backup for longer than its primary waits, lets it go on, and tells who spoke. Runs inside
 * an enclosure. Arguments: directory of the lab, classes of the server.
 */
public final class DroppedBackupProbe {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final int PORT = 5060;
  private static final int RATE = 5;

  private DroppedBackupProbe() {}

  /** Prints one finding a line. */
  public static void main(String[] arguments) throws IOException {
    Path directory = Path.of(arguments[0]);
    Path mountPoint = new RunDirectory(directory).mountPoint();
    Jdk jdk = Jdk.ofThisJvm();
    Workshop workshop = new Workshop(ROOT, Map.of(jdk.feature(), jdk));
    ServerCommand server =
        new ServerCommand("java @AGENT@ -cp " + arguments[1] + " SoloUas @PORT@ 4", ROOT);
    try (Lab lab = new Lab(directory, mountPoint)) {
      Sniffer sniffer = Sniffer.start(lab, Addresses.VIP, 1, 2);
      ReplicatedService service =
          new ReplicatedService(lab, new Setup(server, PORT, workshop.agentJar()), jdk);
      Load load =
          new Load(
              workshop.callerScenario(),
              workshop.calleeScenario(),
              PORT,
              RATE,
              0,
              0,
              60,
              0,
              Load.RING_MILLIS,
              Load.TALK_MILLIS);
      new Callers(lab, load, true).start("caller", 5060, Ramp.steady(RATE), 0, load.talkMillis());
      Await.sleep(Duration.ofSeconds(3));
      service.backup().pause();
      Await.until(
          "the primary drops the backup",
          Duration.ofSeconds(30),
          service.backup(),
          () -> !service.isProtected());
      long alone = System.nanoTime();
      Await.sleep(Duration.ofSeconds(1));
      service.backup().resume();
      Await.sleep(Duration.ofSeconds(5));
      System.out.println("alpha speaks " + (sniffer.since(alone).alphaCount() > 10));
      System.out.println("beta's datagrams " + sniffer.since(0).betaCount());
      System.out.println("protected again " + service.isProtected());
    }
  }
}
