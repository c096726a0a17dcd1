package io.understudy.e2e.endurance;

import io.understudy.e2e.badinput.BadInput;
import io.understudy.e2e.experiment.Jdk;
import io.understudy.e2e.experiment.Load;
import io.understudy.e2e.experiment.RunDirectory;
import io.understudy.e2e.experiment.ServerCommand;
import io.understudy.e2e.experiment.Setup;
import io.understudy.e2e.experiment.Workshop;
import io.understudy.e2e.lab.Addresses;
import io.understudy.e2e.lab.Lab;
import io.understudy.e2e.lab.LabProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Bad input to a protected server, then calls; tells what the nodes hold. Runs inside an enclosure.
 * Arguments: directory of the lab, name of the server, seed, number of random datagrams.
 */
public final class BadInputProbe {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path MESSAGES = ROOT.resolve("e2e/src/sip/rfc4475");
  private static final int RATE = 5;
  private static final int CALLS = 40;
  private static final int SHORT_MILLIS = 300;

  private BadInputProbe() {}

  /** Prints one finding a line. */
  public static void main(String[] arguments) throws IOException {
    Jdk jdk = Jdk.ofThisJvm();
    Workshop workshop = new Workshop(ROOT, Map.of(jdk.feature(), jdk));
    String options = "--digest-file " + EnduranceRun.DIGESTS;
    ServerCommand server =
        arguments[1].equals("sip-b2bua")
            ? workshop.b2bua(options)
            : new ServerCommand(
                "java @AGENT@ -jar '%s' --bind @VIP@:@PORT@ --cluster @CLUSTER1@,@CLUSTER2@ %s"
                    .formatted(workshop.algJar(), options),
                ROOT);
    Load load = Load.withoutKill(workshop, RATE, CALLS, 60, SHORT_MILLIS, SHORT_MILLIS);
    RunDirectory files = RunDirectory.fresh(Path.of(arguments[0]));
    EnduranceResult result =
        new EnduranceRun(
                new Setup(server, Load.PORT, workshop.agentJar()),
                load,
                jdk,
                files,
                lab -> send(lab, jdk, arguments[2], arguments[3]))
            .measure();
    System.out.println(result.summary());
    System.out.println("good " + result.isGood());
  }

  private static void send(Lab lab, Jdk jdk, String seed, String count) {
    List<String> command =
        List.of(
            jdk.java(),
            "-cp",
            System.getProperty("java.class.path"),
            BadInput.class.getName(),
            Addresses.VIP,
            String.valueOf(Load.PORT),
            MESSAGES.toString(),
            seed,
            count);
    LabProcess sender = lab.start(lab.host("caller"), "bad-input", command, Map.of());
    if (!sender.awaitEnd(Duration.ofSeconds(60))) {
      throw new IllegalStateException("the bad input is not over: " + sender.tail());
    }
    System.out.println("sent " + sender.tail().strip());
  }
}
