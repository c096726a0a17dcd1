package io.understudy.e2e.experiment;

import io.understudy.e2e.endurance.LogChain;
import io.understudy.e2e.lab.Addresses;
import io.understudy.e2e.lab.Host;
import io.understudy.e2e.lab.Lab;
import io.understudy.e2e.lab.LabProcess;
import io.understudy.e2e.rejoin.HeldCalls;
import io.understudy.link.message.AgentProtection;
import io.understudy.link.message.AgentState;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Kills the speaker again and again, each time with calls held and others just begun, and starts it
 * anew as the backup of the survivor. Runs inside an enclosure. Arguments: directory of the lab,
 * classes of the server, number of failovers.
 */
public final class FailoverSeriesProbe {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Duration LIMIT = Duration.ofSeconds(90);
  private static final int PORT = 5060;

  /** Calls that are held through all failovers, and that are begun before each. */
  private static final int HELD = 20;

  private static final int BEGUN = 10;

  private final Lab lab;
  private final Setup setup;
  private final Jdk jdk;

  /** A node of the pair. */
  private record Node(Host host, Netctl netctl) {
    String link() {
      return ServicePlace.ONLY.link(host.name());
    }

    AgentState state() {
      return netctl.status().getAgent().getState();
    }

    boolean isProtected() {
      return state().getProtection() == AgentProtection.AGENT_PROTECTED;
    }

    boolean isAlarmed() {
      return netctl.status().getAlarmsList().stream()
          .anyMatch(alarm -> alarm.getName().equals("unprotected"));
    }
  }

  private FailoverSeriesProbe(Lab lab, Setup setup, Jdk jdk) {
    this.lab = lab;
    this.setup = setup;
    this.jdk = jdk;
  }

  /** Prints one finding a line. */
  public static void main(String[] arguments) throws IOException {
    RunDirectory files = new RunDirectory(Path.of(arguments[0]));
    ServerCommand server =
        new ServerCommand("java @AGENT@ -cp " + arguments[1] + " SoloUas @PORT@ 4", ROOT);
    Path agent = ROOT.resolve("javaagent/target/understudy.jar");
    try (Lab lab = new Lab(files.path(), files.mountPoint())) {
      Setup setup = new Setup(server, PORT, agent);
      new FailoverSeriesProbe(lab, setup, Jdk.ofThisJvm())
          .run(files, Integer.parseInt(arguments[2]));
    }
  }

  private void run(RunDirectory files, int failovers) throws IOException {
    Node speaker = node("alpha");
    Node other = node("beta");
    speaker.netctl().awaitReady();
    other.netctl().awaitReady();
    LabProcess speaking = start(speaker, "role=primary");
    LabProcess following = join(other, speaker);
    LabProcess caller = lab.startPiped(lab.host("caller"), "held", caller());
    try (Writer orders = caller.process().outputWriter(StandardCharsets.UTF_8);
        BufferedReader answers =
            new BufferedReader(
                new InputStreamReader(caller.process().getInputStream(), StandardCharsets.UTF_8))) {
      order(orders, answers, "invite " + HELD);
      System.out.println("held " + order(orders, answers, "answered"));
      for (int i = 1; i <= failovers; i++) {
        order(orders, answers, "invite " + BEGUN);
        Await.sleep(Duration.ofSeconds(1)); // they ring for two
        speaking.killJvm();
        Node survivor = other;
        Await.until(
            "the survivor speaks",
            LIMIT,
            following,
            () -> survivor.netctl().status().getGateOpen());
        System.out.println("answered " + order(orders, answers, "answered"));
        Await.until("the survivor is unprotected", LIMIT, following, survivor::isAlarmed);
        speaking.awaitEnd(LIMIT);
        other = speaker;
        speaker = survivor;
        speaking = following;
        following = join(other, speaker);
        System.out.println("alarm after re-join " + speaker.isAlarmed());
        System.out.println("ended " + order(orders, answers, "bye " + BEGUN));
        order(orders, answers, "invite " + BEGUN);
        System.out.println("new " + order(orders, answers, "answered"));
        System.out.println("epoch " + speaker.state().getEpoch());
      }
      System.out.println("ended at last " + order(orders, answers, "bye " + HELD));
    }
    compare(files, speaker, other, following);
  }

  private Node node(String name) {
    Host host = lab.node(name);
    return new Node(host, Netctl.start(lab, host, jdk, setup.agentJar(), List.of()));
  }

  private LabProcess start(Node node, String role) {
    String flag =
        "-javaagent:%s=%s,listen=%s,journal=%s,netctl=%s,insecure=true"
            .formatted(
                setup.agentJar(), role, node.link(), JournalRecords.DIRECTORY, Netctl.SOCKET);
    LabProcess server = setup.start(lab, node.host(), jdk, flag);
    LoneService.awaitBound(server, setup);
    return server;
  }

  private LabProcess join(Node backup, Node speaker) {
    LabProcess server = start(backup, "role=backup,peer=" + speaker.link());
    Await.until("the backup has caught up", LIMIT, server, speaker::isProtected);
    return server;
  }

  private static List<String> caller() {
    return List.of(
        System.getProperty("java.home") + "/bin/java",
        "-cp",
        System.getProperty("java.class.path"),
        HeldCalls.class.getName(),
        Addresses.CALLER,
        Addresses.VIP,
        "" + PORT);
  }

  private static String order(Writer orders, BufferedReader answers, String order)
      throws IOException {
    orders.write(order + "\n");
    orders.flush();
    return answers.readLine();
  }

  /** Both have executed the same log, which the survivors wrote one after the other. */
  private static void compare(RunDirectory files, Node speaker, Node backup, LabProcess following)
      throws IOException {
    long position = speaker.state().getAppendedPosition();
    Await.until(
        "the backup has executed the log up to " + position,
        LIMIT,
        following,
        () -> backup.state().getExecutedPosition() >= position);
    Await.sleep(Duration.ofMillis(500)); // the journals are written at least each 50 ms
    LogChain first = LogChain.of(files.journal(speaker.host().name()), position);
    LogChain second = LogChain.of(files.journal(backup.host().name()), position);
    System.out.println("whole log " + (first.end() == position && second.end() == position));
    System.out.println("first difference " + first.firstDifference(second));
  }
}
