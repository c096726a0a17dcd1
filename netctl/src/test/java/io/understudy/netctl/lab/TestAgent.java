package io.understudy.netctl.lab;

import io.understudy.link.control.NetctlClient;
import io.understudy.link.control.NetctlListener;
import io.understudy.link.message.AgentProtection;
import io.understudy.link.message.AgentRegister;
import io.understudy.link.message.AgentRole;
import io.understudy.link.message.AgentState;
import io.understudy.link.message.AgentWelcome;
import io.understudy.link.message.PeerLostReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** An agent's client that writes down what it is told. */
public final class TestAgent implements NetctlListener, AutoCloseable {
  private static final int LIMIT_SECONDS = 30;

  private final BlockingQueue<String> told = new ArrayBlockingQueue<>(100);
  private final NetctlClient client;
  private final AgentRole role;
  private final long epoch;
  private final AtomicReference<AgentState> says;

  public TestAgent(Path socket, AgentRole role, long epoch) {
    this.role = role;
    this.epoch = epoch;
    this.client =
        new NetctlClient(
            socket,
            AgentRegister.newBuilder()
                .setService("echo")
                .setRole(role)
                .setEpoch(epoch)
                .setPid(ProcessHandle.current().pid())
                .build(),
            this);
    try {
      client.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    says = SignsOfLife.start(client, role, epoch);
  }

  public NetctlClient client() {
    return client;
  }

  /** The next thing that was told. */
  public String next() {
    try {
      return told.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  public void state(AgentProtection protection) {
    says.set(
        AgentState.newBuilder().setRole(role).setEpoch(epoch).setProtection(protection).build());
    client.state(says.get());
  }

  public void lost(PeerLostReason reason) {
    client.peerLost(reason, 999, "link to the primary");
  }

  @Override
  public void welcomed(AgentWelcome welcome) {
    told.add(
        "welcome accepted="
            + welcome.getAccepted()
            + " speaking="
            + welcome.getSpeaking()
            + " epoch="
            + welcome.getEpoch());
  }

  @Override
  public void promote(long epoch, long toldNanos) {
    told.add("promote " + epoch);
  }

  @Override
  public void held(String reason) {
    told.add("held: " + reason);
  }

  @Override
  public void silenced(String reason) {
    told.add("silenced");
  }

  @Override
  public void granted(long epoch) {
    told.add("granted " + epoch);
  }

  @Override
  public void handOver() {
    told.add("hand over");
  }

  @Override
  public void fenced(String reason) {
    told.add("fenced");
  }

  @Override
  public void disconnected(String reason) {
    told.add("disconnected");
  }

  /** As the end of the process does it: without a farewell. */
  @Override
  public void close() {
    client.close();
  }
}
