package io.understudy.netctl.daemon;

import io.understudy.link.message.AgentFenced;
import io.understudy.link.message.AgentGranted;
import io.understudy.link.message.AgentHandOver;
import io.understudy.link.message.AgentHold;
import io.understudy.link.message.AgentMandate;
import io.understudy.link.message.AgentPromote;
import io.understudy.link.message.AgentSilence;
import io.understudy.link.message.AgentWelcome;
import io.understudy.link.message.ControlFrame;

/** The frames that an agent is told. */
final class Orders {
  private Orders() {}

  static ControlFrame welcome(AgentWelcome.Builder welcome) {
    return ControlFrame.newBuilder().setWelcome(welcome).build();
  }

  static ControlFrame promote(long epoch) {
    return ControlFrame.newBuilder().setPromote(AgentPromote.newBuilder().setEpoch(epoch)).build();
  }

  static ControlFrame granted(long epoch) {
    return ControlFrame.newBuilder().setGranted(AgentGranted.newBuilder().setEpoch(epoch)).build();
  }

  static ControlFrame fenced(String reason) {
    return ControlFrame.newBuilder().setFenced(AgentFenced.newBuilder().setReason(reason)).build();
  }

  static ControlFrame handOver() {
    return ControlFrame.newBuilder().setHandOver(AgentHandOver.getDefaultInstance()).build();
  }

  static ControlFrame mandate(AgentMandate mandate) {
    return ControlFrame.newBuilder().setMandate(mandate).build();
  }

  static ControlFrame hold(String reason) {
    return ControlFrame.newBuilder().setHold(AgentHold.newBuilder().setReason(reason)).build();
  }

  static ControlFrame silence(String reason) {
    return ControlFrame.newBuilder()
        .setSilence(AgentSilence.newBuilder().setReason(reason))
        .build();
  }
}
