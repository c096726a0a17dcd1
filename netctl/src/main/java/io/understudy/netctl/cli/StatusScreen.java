package io.understudy.netctl.cli;

import io.understudy.link.message.AgentRole;
import io.understudy.link.message.AgentState;
import io.understudy.link.message.AgentStatus;
import io.understudy.link.message.NodeEvent;
import io.understudy.link.message.NodeStatus;
import io.understudy.link.message.PeerPath;
import io.understudy.link.message.PeerStatus;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** A status for a terminal of 24 lines. */
final class StatusScreen {
  private static final int EVENTS = 10;
  private static final long SECOND = 1000;
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

  private final StringBuilder text = new StringBuilder();

  private StatusScreen() {}

  static String of(NodeStatus status) {
    StatusScreen screen = new StatusScreen();
    screen.node(status);
    screen.agent(status.getAgent());
    screen.peer(status);
    if (!status.getShadow().isEmpty()) {
      screen.line("shadow", "%s", status.getShadow());
    }
    screen.line("switch-over", "%s", status.getSwitchover());
    screen.alarms(status);
    screen.events(status.getEventsList());
    return screen.text.toString();
  }

  private void node(NodeStatus status) {
    line(
        "node",
        "%s  (netctl %s, pid %d, up %s)",
        status.getNode(),
        status.getVersion(),
        status.getPid(),
        age(status.getUptimeMillis()));
    line("address", "%s on %s", String.join(", ", status.getVipsList()), status.getDevice());
    line(
        "gate",
        "%s",
        status.getGateOpen()
            ? "OPEN: speaking for "
                + age(status.getSpeakingMillis())
                + ", "
                + reason(status)
                + ", lease left "
                + age(status.getLeaseLeftMillis())
            : "shut: silent and deaf");
    line(
        "epoch",
        "%d  (arbiter: %s%s)",
        status.getEpoch(),
        status.getArbiter(),
        status.getHolding().isEmpty() ? "" : ": " + status.getHolding());
    if (status.getLeaseLapses() > 0) {
      line("lapses", "%d leases ran out", status.getLeaseLapses());
    }
    if (status.getNeedless() > 0) {
      line("needless", "%d failovers, last: %s", status.getNeedless(), status.getNeedlessReason());
    }
  }

  private static String reason(NodeStatus status) {
    return status.getSpeakingReason().isEmpty()
        ? "NOT by netctl's will"
        : "by " + status.getSpeakingReason();
  }

  private void agent(AgentStatus agent) {
    if (!agent.getConnected()) {
      line("agent", "none");
      return;
    }
    boolean primary = agent.getRegistered().getRole() == AgentRole.AGENT_ROLE_PRIMARY;
    AgentState state = agent.getState();
    line(
        "agent",
        "%s '%s' pid %d, epoch %d, %s",
        primary ? "primary" : "backup",
        agent.getRegistered().getService(),
        agent.getRegistered().getPid(),
        Math.max(state.getEpoch(), agent.getRegistered().getEpoch()),
        protection(state));
    line(
        "log",
        "appended %d, acknowledged %d, executed %d, lag %.1f ms%s",
        state.getAppendedPosition(),
        state.getAcknowledgedPosition(),
        state.getExecutedPosition(),
        state.getExecutedLagMicros() / 1000.0,
        state.getPeer().isEmpty() ? "" : ", with " + state.getPeer());
    if (!state.getDetail().isEmpty()) {
      line("detail", "%s", state.getDetail());
    }
  }

  private static String protection(AgentState state) {
    return switch (state.getProtection()) {
      case AGENT_PROTECTED -> "protected";
      case AGENT_UNPROTECTED -> "UNPROTECTED";
      case AGENT_CATCHING_UP -> "catching up";
      case AGENT_DIVERGED -> "DIVERGED";
      default -> "protection not yet reported";
    };
  }

  private void peer(NodeStatus status) {
    PeerStatus peer = status.getPeer();
    if (peer.getAddress().isEmpty()) {
      line("peer", "none configured");
    } else if (!peer.getHeard()) {
      line("peer", "%s SILENT for %s", peer.getAddress(), age(peer.getSilentMillis()));
    } else {
      line(
          "peer",
          "%s at %s, %s, epoch %d",
          peer.getNode(),
          peer.getAddress(),
          peer.getSpeaking() ? "speaking" : "silent",
          peer.getEpoch());
    }
    for (PeerPath path : peer.getPathsCount() > 1 ? peer.getPathsList() : List.<PeerPath>of()) {
      line("path", "%s heard %s ago", path.getAddress(), age(path.getSilentMillis()));
    }
  }

  private void alarms(NodeStatus status) {
    if (status.getAlarmsCount() == 0) {
      line("alarms", "none");
    }
    status
        .getAlarmsList()
        .forEach(
            alarm ->
                line(
                    "ALARM",
                    "%s: %s (%s)",
                    alarm.getName(),
                    alarm.getText(),
                    age(alarm.getAgeMillis())));
  }

  private void events(List<NodeEvent> events) {
    for (NodeEvent event : events.subList(Math.max(0, events.size() - EVENTS), events.size())) {
      String steps =
          event.getStepsList().stream()
              .reduce(
                  "",
                  (all, step) ->
                      all
                          + String.format(
                              Locale.ROOT,
                              "; %s %.2f ms",
                              step.getStep(),
                              step.getMicros() / 1000.0),
                  String::concat);
      line(
          CLOCK.format(Instant.ofEpochMilli(event.getWallMillis()).atZone(ZoneId.systemDefault())),
          "%s: %s%s",
          event.getName(),
          event.getReason(),
          steps);
    }
  }

  private void line(String head, String format, Object... values) {
    text.append(String.format(Locale.ROOT, "%-12s ", head))
        .append(String.format(Locale.ROOT, format, values))
        .append('\n');
  }

  private static String age(long millis) {
    if (millis < SECOND) {
      return millis + " ms";
    }
    long seconds = millis / SECOND;
    return seconds < 3600
        ? String.format(Locale.ROOT, "%d:%02d min", seconds / 60, seconds % 60)
        : String.format(Locale.ROOT, "%d:%02d h", seconds / 3600, seconds / 60 % 60);
  }
}
