package io.understudy.e2e.experiment;

import io.understudy.e2e.lab.Addresses;
import io.understudy.e2e.lab.Lab;
import io.understudy.e2e.sipp.Endpoint;
import io.understudy.e2e.sipp.Ramp;
import io.understudy.e2e.sniff.Sniffer;
import io.understudy.link.message.OperatorReply;
import io.understudy.link.message.StepTiming;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * Moves a service under calls to the other node by {@code netctl switchover}, or, as the control,
 * by a kill, and tells what became of the calls. Runs inside an enclosure. Arguments: directory of
 * the lab, classes of the server, whether clients retransmit, {@code switchover} or {@code kill}.
 */
public final class SwitchoverProbe {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final int PORT = 5060;
  private static final int RATE = 40;

  private SwitchoverProbe() {}

  /** Prints one finding a line. */
  public static void main(String[] arguments) throws IOException {
    Path directory = Path.of(arguments[0]);
    boolean retransmission = Boolean.parseBoolean(arguments[2]);
    Path mountPoint = new RunDirectory(directory).mountPoint();
    Jdk jdk = Jdk.ofThisJvm();
    Workshop workshop = new Workshop(ROOT, Map.of(jdk.feature(), jdk));
    ServerCommand server =
        new ServerCommand("java @AGENT@ -cp " + arguments[1] + " SoloUas @PORT@ 4", ROOT);
    Load load =
        new Load(
            workshop.callerScenario(),
            workshop.calleeScenario(),
            PORT,
            RATE,
            0,
            2,
            8,
            3,
            Load.RING_MILLIS, // of SoloUas
            2_000);
    try (Lab lab = new Lab(directory, mountPoint)) {
      Sniffer sniffer = Sniffer.start(lab, Addresses.VIP, 1, 2);
      ReplicatedService service =
          new ReplicatedService(lab, new Setup(server, PORT, workshop.agentJar()), jdk);
      new WarmUp(lab, load, "warm-up").run();
      Endpoint caller =
          new Callers(lab, load, retransmission)
              .start("caller", 5060, Ramp.slow(RATE, 2), 0, load.talkMillis());
      Await.sleep(Duration.ofSeconds(load.killAfterSeconds()));
      System.out.println("failed before " + caller.statistics().last("FailedCall(C)"));
      long then = System.nanoTime();
      if (arguments[3].equals("switchover")) {
        tell(service.switchover());
        service.primary().awaitEnd(Duration.ofSeconds(10));
        System.out.println("old server ended with 75 " + service.primary().endedWith(75));
      } else {
        then = service.killPrimary();
      }
      Await.sleep(Duration.ofSeconds(load.laterSeconds()));
      caller.process().finishCalls();
      caller.process().awaitEnd(Duration.ofSeconds(load.drainSeconds(retransmission)));
      Sniffer.Since since = sniffer.since(then);
      long first = since.betaFirst();
      System.out.println("beta spoke " + (since.betaCount() > RATE));
      System.out.println(
          "alpha's datagrams behind beta's first " + sniffer.since(first).alphaCount());
      System.out.printf("beta's first datagram after %.1f ms%n", (first - then) / 1e6);
      System.out.println("diverged " + service.hasDiverged());
      long made = caller.statistics().last("TotalCallCreated");
      System.out.println("calls " + made);
      System.out.println("calls lost " + (made - caller.statistics().last("SuccessfulCall(C)")));
      System.out.println("calls failed " + caller.statistics().last("FailedCall(C)"));
      System.out.println("retransmissions " + caller.statistics().last("Retransmissions(C)"));
      System.out.print(service.timeline(0));
    }
  }

  private static void tell(OperatorReply reply) {
    System.out.println(reply.getMessage());
    for (StepTiming step : reply.getStepsList()) {
      System.out.printf("  %-18s %8.2f ms%n", step.getStep(), step.getMicros() / 1e3);
    }
  }
}
