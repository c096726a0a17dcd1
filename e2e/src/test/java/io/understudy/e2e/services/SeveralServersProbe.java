package io.understudy.e2e.services;

import io.understudy.e2e.experiment.Await;
import io.understudy.e2e.experiment.Callees;
import io.understudy.e2e.experiment.Callers;
import io.understudy.e2e.experiment.Jdk;
import io.understudy.e2e.experiment.Load;
import io.understudy.e2e.experiment.RunDirectory;
import io.understudy.e2e.experiment.ServerCommand;
import io.understudy.e2e.experiment.ServicePlace;
import io.understudy.e2e.experiment.Setup;
import io.understudy.e2e.experiment.WarmUp;
import io.understudy.e2e.experiment.Workshop;
import io.understudy.e2e.lab.Addresses;
import io.understudy.e2e.lab.Lab;
import io.understudy.e2e.sipp.Endpoint;
import io.understudy.e2e.sipp.Ramp;
import io.understudy.e2e.sniff.Sniffer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * Two servers on each of two nodes: the gateway is primary on alpha, an answering machine on beta.
 * Under calls to both the gateway's primary is killed; then the answering machine is moved to
 * alpha, by a planned switch-over. Its clients never send anything again, so nothing that happens
 * may cost it a packet. Runs inside an enclosure. Arguments: directory of the lab, classes of the
 * server.
 */
public final class SeveralServersProbe {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final ServicePlace SECOND = new ServicePlace("answering", Addresses.SECOND_VIP, 1);
  private static final int SECOND_PORT = 5062;
  private static final int RATE = 20;
  private static final int TALK_MILLIS = 2_000;

  private SeveralServersProbe() {}

  /** Prints one finding a line. */
  public static void main(String[] arguments) throws IOException {
    Path directory = Path.of(arguments[0]);
    Path mountPoint = new RunDirectory(directory).mountPoint();
    Jdk jdk = Jdk.ofThisJvm();
    Workshop workshop = new Workshop(ROOT, Map.of(jdk.feature(), jdk));
    ServerCommand machine =
        new ServerCommand("java @AGENT@ -cp " + arguments[1] + " SoloUas @PORT@ 4 @VIP@", ROOT);
    Load gatewayLoad = load(workshop, Load.PORT);
    Load machineLoad = load(workshop, SECOND_PORT);
    try (Lab lab = new Lab(directory, mountPoint)) {
      Sniffer first = Sniffer.start(lab, Addresses.VIP, 1, 2);
      Sniffer second = Sniffer.start(lab, Addresses.SECOND_VIP, 1, 2);
      Callees.start(lab, gatewayLoad, true);
      PlacedPair gateway =
          new PlacedPair(
              lab,
              new Setup(workshop.alg(), Load.PORT, workshop.agentJar()),
              jdk,
              ServicePlace.ONLY,
              "alpha",
              "beta");
      PlacedPair answering =
          new PlacedPair(
              lab,
              new Setup(machine, SECOND_PORT, workshop.agentJar()),
              jdk,
              SECOND,
              "beta",
              "alpha");
      new WarmUp(lab, gatewayLoad, "warm-gateway").run();
      new WarmUp(lab, machineLoad, "warm-machine", SECOND.vip()).run();
      Endpoint toGateway = call(new Callers(lab, gatewayLoad, true), "to-gateway", 5060);
      Endpoint toMachine =
          call(new Callers(lab, machineLoad, false, SECOND.vip()), "to-machine", 5080);
      Await.sleep(Duration.ofSeconds(5));
      long kill = gateway.primary.killJvm();
      Await.sleep(Duration.ofSeconds(4));
      Sniffer.Since untilMove = second.since(0);
      answering.first.switchover();
      Await.sleep(Duration.ofSeconds(4));
      end(toGateway, gatewayLoad, true);
      end(toMachine, machineLoad, false);
      Sniffer.Since taken = first.since(kill);
      System.out.printf("gateway spoke after %.1f ms%n", (taken.betaFirst() - kill) / 1e6);
      System.out.println("gateway on beta " + (taken.betaCount() > RATE));
      System.out.println(
          "of the dead one behind it " + first.since(taken.betaFirst()).alphaCount());
      System.out.println("machine on alpha before the move " + untilMove.alphaCount());
      long moved = second.since(0).alphaFirst();
      System.out.println("machine on alpha " + (second.since(moved).alphaCount() > RATE));
      System.out.println("machine on beta behind it " + second.since(moved).betaCount());
      tell("gateway", toGateway);
      tell("machine", toMachine);
    }
  }

  private static Load load(Workshop workshop, int port) {
    return new Load(
        workshop.callerScenario(),
        workshop.calleeScenario(),
        port,
        RATE,
        0,
        2,
        12,
        3,
        Load.RING_MILLIS,
        TALK_MILLIS);
  }

  private static Endpoint call(Callers callers, String label, int port) {
    return callers.start(label, port, Ramp.slow(RATE, 2), 0, TALK_MILLIS);
  }

  private static void end(Endpoint callers, Load load, boolean retransmission) {
    callers.process().finishCalls();
    callers.process().awaitEnd(Duration.ofSeconds(load.drainSeconds(retransmission)));
  }

  private static void tell(String service, Endpoint callers) throws IOException {
    long made = callers.statistics().last("TotalCallCreated");
    System.out.println(service + " calls " + made);
    System.out.println(
        service + " calls lost " + (made - callers.statistics().last("SuccessfulCall(C)")));
  }
}
