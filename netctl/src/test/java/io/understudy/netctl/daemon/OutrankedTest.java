package io.understudy.netctl.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.link.control.ControlChannel;
import io.understudy.link.message.AgentRegister;
import io.understudy.link.message.AgentRole;
import io.understudy.link.message.ControlFrame;
import io.understudy.link.message.PeerBeat;
import io.understudy.link.message.PeerStatus;
import io.understudy.netctl.announce.Announcements;
import io.understudy.netctl.gate.SimKernel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What the fault matrix found ({@code cut-off}): both nodes spoke, met again, and just then the one
 * of the later epoch lost its lease. It must not stay silent, and the other one must not go on.
 */
class OutrankedTest {
  private static final long LEASE_NANOS = 120_000_000;
  private static final AgentLink LINK = frame -> assertThat(frame).isInstanceOf(ControlFrame.class);

  private final List<String> events = new ArrayList<>();
  private final SimKernel kernel = new SimKernel(() -> clock(), () -> {}, () -> {}, () -> {}, "");
  private final EventLog log = new EventLog(event -> events.add(event.getName()));
  private final Node node =
      new Node(
          SimNetctl.configuration("alpha", false),
          new Speaker(kernel.gate(120), Announcements.NONE, SimNetctl.PLAN.hold(), new byte[6]),
          log,
          new Alarms(log));
  private long now;

  private long clock() {
    return now;
  }

  @Test
  void yieldsToALaterTakeoverThatHasJustLostItsLease() {
    register(AgentRole.AGENT_ROLE_PRIMARY, 2);
    assertThat(kernel.open()).isTrue();

    node.watch(new Peer(false, 3, true));
    node.reconsider();

    assertThat(kernel.open()).isFalse();
    assertThat(events).contains("deposed");
  }

  @Test
  void doesNotYieldToAServerThatMerelyWantsToSpeak() {
    register(AgentRole.AGENT_ROLE_PRIMARY, 2);

    node.watch(new Peer(false, 3, false));
    node.reconsider();

    assertThat(kernel.open()).isTrue();
  }

  @Test
  void doesNotSayThatItTookOverWhileItsServerIsSilent() throws InterruptedException {
    node.watch(new Peer(true, 1, false));
    register(AgentRole.AGENT_ROLE_BACKUP, 1);
    assertThat(node.takeover(true).getDone()).isTrue();
    assertThat(node.beat().getTookOver()).isTrue();

    for (int i = 0; i < 1000 && node.beat().getTookOver(); i++) {
      Thread.sleep(10);
      node.tick(); // what it sleeps between two looks does not count as silence
    }
    assertThat(node.beat().getTookOver()).as("nobody yields to a server that hangs").isFalse();
  }

  @Test
  void comesBackWhenTheOutrankedOneHasFallenSilent() {
    node.watch(new Peer(true, 1, false));
    register(AgentRole.AGENT_ROLE_BACKUP, 1);
    assertThat(node.takeover(true).getDone()).isTrue();
    assertThat(kernel.open()).isTrue();

    now += 2 * LEASE_NANOS;
    node.tick();
    node.tick();
    assertThat(kernel.open()).as("while the other one speaks").isFalse();
    node.watch(new Peer(false, 1, false));
    node.tick();
    node.tick();

    assertThat(kernel.open()).isTrue();
    assertThat(events).doesNotContain("deposed");
  }

  private void register(AgentRole role, long epoch) {
    node.register(
        LINK,
        AgentRegister.newBuilder()
            .setProtocol(ControlChannel.PROTOCOL)
            .setRole(role)
            .setEpoch(epoch)
            .build());
  }

  /** Says one thing, and answers every question at once. */
  private record Peer(boolean speaks, long epoch, boolean tookOver) implements PeerView {
    @Override
    public PeerStatus status() {
      return PeerStatus.getDefaultInstance();
    }

    @Override
    public PeerWord word() {
      return new PeerWord(true, true, false, speaks, false, true, epoch, System.nanoTime());
    }

    @Override
    public PeerBeat said() {
      return PeerBeat.newBuilder().setEpoch(epoch).setWants(true).setTookOver(tookOver).build();
    }

    @Override
    public boolean consentsSince(long nanos) {
      return !speaks;
    }

    @Override
    public void tell() {}

    @Override
    public void reconsiderLater() {}
  }
}
