package io.understudy.e2e.experiment;

import io.understudy.e2e.lab.Addresses;
import io.understudy.e2e.lab.Host;
import io.understudy.e2e.lab.Lab;
import io.understudy.e2e.lab.LabException;
import io.understudy.e2e.lab.LabProcess;
import io.understudy.e2e.lab.Network;
import io.understudy.link.control.ControlChannel;
import io.understudy.link.message.ControlFrame;
import io.understudy.link.message.NodeStatus;
import io.understudy.link.message.OperatorAction;
import io.understudy.link.message.OperatorReply;
import io.understudy.link.message.OperatorRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The netctl daemon of a node. Orders go straight to its unix socket, as its own command line sends
 * them, without waiting for a JVM to start.
 */
public final class Netctl {
  /** Path of the socket for processes of the node, whose directory is the current one. */
  public static final String SOCKET = "netctl.sock";

  private static final Duration START_LIMIT = Duration.ofSeconds(20);

  private final LabProcess process;
  private final Path socket;

  private Netctl(LabProcess process, Path socket) {
    this.process = process;
    this.socket = socket;
  }

  /** The node keeps what comes while it is silent. */
  static final List<String> SHADOW = List.of("--input-shadow=5s");

  /**
   * Starts the daemon of a node, silent; {@link #awaitReady} tells when it stands.
   *
   * @param options whatever differs from the default
   */
  public static Netctl start(Lab lab, Host node, Jdk jdk, Path agentJar, List<String> options) {
    return start(lab, node, jdk, agentJar, ServicePlace.ONLY, false, options);
  }

  /**
   * Starts the daemon of one service among others.
   *
   * @param replicationOnly no heartbeats on the service network
   */
  public static Netctl start(
      Lab lab,
      Host node,
      Jdk jdk,
      Path agentJar,
      ServicePlace place,
      boolean replicationOnly,
      List<String> options) {
    String socket = place.file(SOCKET);
    List<String> command = new ArrayList<>();
    command.addAll(
        List.of(
            jdk.java(),
            "-Xmx64m",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-jar",
            agentJar.toString(),
            "netctl",
            "run",
            "--node=" + node.name(),
            "--cluster=" + place.cluster(),
            "--socket=" + socket,
            "--device=" + Network.SERVICE_DEVICE,
            "--vip=" + place.vip() + "/32"));
    if (place.hasRoutes()) {
      command.add("--service-routes=" + Addresses.SERVICE_NETWORK);
    }
    command.addAll(place.heartbeats(node.name(), replicationOnly));
    command.addAll(options);
    LabProcess process = lab.start(node, place.file("netctl"), command, Map.of());
    return new Netctl(process, node.directory().resolve(socket));
  }

  /** Waits until the gate is installed and the daemon answers. */
  public void awaitReady() {
    Await.until("netctl of " + process.name() + " answers", START_LIMIT, process, this::answers);
  }

  /** The daemon. */
  public LabProcess process() {
    return process;
  }

  private boolean answers() {
    return Files.exists(socket) && status().getPid() != 0;
  }

  /** Opens the gate: the node speaks for the virtual IP. */
  public void speak() {
    order(OperatorAction.OPERATOR_SPEAK, true);
  }

  /** Shuts the gate. */
  void silence() {
    order(OperatorAction.OPERATOR_SILENCE, false);
  }

  /** Hands the node's calls over to the other one; returns when that speaks. */
  public OperatorReply switchover() {
    return order(OperatorAction.OPERATOR_SWITCHOVER, false);
  }

  /** The status as {@code netctl status --json} shows it. */
  public NodeStatus status() {
    return order(OperatorAction.OPERATOR_STATUS, false).getStatus();
  }

  private OperatorReply order(OperatorAction action, boolean force) {
    OperatorRequest request =
        OperatorRequest.newBuilder()
            .setProtocol(ControlChannel.PROTOCOL)
            .setAction(action)
            .setForce(force)
            .build();
    try (ControlChannel channel = ControlChannel.connect(shortest(socket))) {
      channel.write(ControlFrame.newBuilder().setRequest(request).build());
      ControlFrame answer = channel.read();
      if (answer == null || !answer.hasReply()) {
        throw new LabException(process.name() + " hung up: " + process.tail());
      }
      if (!answer.getReply().getDone()) {
        throw new LabException(process.name() + " refused: " + answer.getReply().getMessage());
      }
      return answer.getReply();
    } catch (IOException e) {
      throw new LabException(process.name() + " does not answer: " + process.tail(), e);
    }
  }

  // a unix socket's path is limited to 108 bytes (unix(7)): a relative one is mostly shorter
  private static Path shortest(Path path) {
    Path relative = Path.of("").toAbsolutePath().relativize(path.toAbsolutePath());
    return relative.toString().length() < path.toString().length() ? relative : path;
  }
}
