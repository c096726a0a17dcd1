package io.understudy.netctl.daemon;

import io.understudy.link.message.AgentStatus;
import io.understudy.link.message.NodeStatus;

/** What {@code netctl status} is told. Under the node's lock. */
final class StatusReport {
  private StatusReport() {}

  static NodeStatus of(NodeState state) {
    NodeStatus.Builder status = NodeStatus.newBuilder();
    if (state.divergence != null) {
      status.setDivergence(state.divergence);
    }
    return status
        .setNode(state.configuration.node())
        .setVersion(Version.text())
        .setPid(ProcessHandle.current().pid())
        .setUptimeMillis(state.events.uptimeMillis())
        .setDevice(state.configuration.device())
        .addAllVips(state.configuration.vipTexts())
        .setGateOpen(state.speaker.gateOpen())
        .setSpeakingReason(state.speaker.reason())
        .setSpeakingMillis(state.speaker.speakingMillis())
        .setEpoch(state.epoch)
        .setArbiter(arbiter(state))
        .setHolding(state.office.arbitrated() ? state.office.known().toString() : "")
        .setLeaseLeftMillis(state.speaker.leaseLeftMillis())
        .setShadow(state.shadow.text())
        .setLeaseLapses(state.tenure.lapses)
        .setNeedless(state.needless)
        .setNeedlessReason(state.needlessReason)
        .setAgent(state.agent == null ? AgentStatus.getDefaultInstance() : state.agent.status())
        .setPeer(state.peer.status())
        .addAllAlarms(state.alarms.list())
        .addAllEvents(state.events.last())
        .build();
  }

  private static String arbiter(NodeState state) {
    return state.office.arbitrated()
        ? state.configuration.tenure().arbiter()
            + (state.office.trouble().isEmpty() ? "" : " SILENT")
        : "none: a cut of all paths between the nodes gives two speakers";
  }
}
