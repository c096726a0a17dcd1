package io.understudy.e2e.experiment;

import io.understudy.e2e.lab.Host;
import io.understudy.e2e.lab.Lab;
import io.understudy.e2e.lab.LabProcess;
import io.understudy.e2e.lab.Network;
import io.understudy.link.message.AgentProtection;
import io.understudy.link.message.AgentState;
import io.understudy.link.message.NodeEvent;
import io.understudy.link.message.OperatorReply;
import io.understudy.link.message.StepTiming;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Cases (iii) and (iv): the same server with the agent on both nodes. The backup follows the
 * primary before the first call comes. After the death of the primary nobody has to do anything.
 */
public final class ReplicatedService implements Service {
  /** Exit code of a server whose agent found a divergence. */
  private static final int EXIT_DIVERGED = 70;

  private static final Duration PROTECTION_LIMIT = Duration.ofSeconds(60);

  private final LabProcess primary;
  private final LabProcess backup;
  private final Host betaNode;
  private final Jdk jdk;
  private final Path agentJar;
  private final Netctl alpha;
  private final Netctl beta;

  /** Starts both nodes; returns when the backup follows and the primary speaks. */
  public ReplicatedService(Lab lab, Setup setup, Jdk jdk) {
    this(lab, setup, jdk, false);
  }

  /**
   * As the other.
   *
   * @param shadow whether the switch brings each frame to both nodes, and the backup's keeps them
   */
  public ReplicatedService(Lab lab, Setup setup, Jdk jdk, boolean shadow) {
    if (shadow) {
      Network.flood();
    }
    List<String> options = shadow ? Netctl.SHADOW : List.of();
    Host alphaNode = lab.node("alpha");
    betaNode = lab.node("beta");
    this.jdk = jdk;
    agentJar = setup.agentJar();
    alpha = Netctl.start(lab, alphaNode, jdk, agentJar, options);
    beta = Netctl.start(lab, betaNode, jdk, agentJar, options);
    alpha.awaitReady();
    beta.awaitReady();
    String link = ServicePlace.ONLY.link(alphaNode.name());
    primary = setup.start(lab, alphaNode, jdk, flag(setup, "role=primary,listen=" + link));
    LoneService.awaitBound(primary, setup);
    backup = setup.start(lab, betaNode, jdk, flag(setup, "role=backup,peer=" + link));
    LoneService.awaitBound(backup, setup);
    Await.until("the backup follows the primary", PROTECTION_LIMIT, backup, this::isProtected);
    if (!alpha.status().getGateOpen()) {
      alpha.speak();
    }
  }

  private static String flag(Setup setup, String role) {
    return "-javaagent:%s=%s,journal=%s,netctl=%s,insecure=true"
        .formatted(setup.agentJar(), role, JournalRecords.DIRECTORY, Netctl.SOCKET);
  }

  /** {@code netctl switchover} on the primary's node. */
  public OperatorReply switchover() {
    return alpha.switchover();
  }

  /** True while the primary has a backup that follows. */
  public boolean isProtected() {
    AgentState state = primaryState();
    return state.getProtection() == AgentProtection.AGENT_PROTECTED;
  }

  /** What the primary's agent last told its netctl. */
  public AgentState primaryState() {
    return alpha.status().getAgent().getState();
  }

  /** What the backup's agent last told its netctl. */
  public AgentState backupState() {
    return beta.status().getAgent().getState();
  }

  /** The primary's JVM. */
  public LabProcess primary() {
    return primary;
  }

  /** The backup's JVM. */
  public LabProcess backup() {
    return backup;
  }

  @Override
  public double lagMillis() {
    return backupState().getExecutedLagMicros() / 1e3;
  }

  @Override
  public Facts facts() {
    boolean diverged = hasDiverged();
    return new Facts(JournalRecords.count(betaNode, jdk, agentJar), diverged ? 1 : 0);
  }

  /** True if the backup found that it does not do what the primary did. */
  public boolean hasDiverged() {
    return backup.endedWith(EXIT_DIVERGED)
        || backupState().getProtection() == AgentProtection.AGENT_DIVERGED;
  }

  @Override
  public long killPrimary() {
    return primary.killJvm();
  }

  @Override
  public void takeOver() {
    // the backup notices the end of the link by itself
  }

  @Override
  public String timeline(long killMillis) {
    StringBuilder text = new StringBuilder();
    for (NodeEvent event : beta.status().getEventsList()) {
      if (event.getWallMillis() >= killMillis) {
        text.append(
            "%5d ms  %s %s"
                .formatted(event.getWallMillis() - killMillis, event.getName(), event.getReason()));
        for (StepTiming step : event.getStepsList()) {
          text.append(" [%s %.2f ms]".formatted(step.getStep(), step.getMicros() / 1e3));
        }
        text.append('\n');
      }
    }
    return text.toString();
  }
}
