package io.understudy.netctl.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.link.control.ControlChannel;
import io.understudy.link.message.AgentMandate;
import io.understudy.link.message.AgentRegister;
import io.understudy.link.message.AgentRole;
import io.understudy.link.message.ControlFrame;
import io.understudy.netctl.gate.SimKernel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Two daemons of the product's parts, in real time, without an arbiter. */
class BeginningTest {
  private final ScheduledExecutorService timer = DaemonThread.named("test-timer");
  private final ScheduledExecutorService network = DaemonThread.named("test-network");
  private SimNetctl alpha;
  private SimNetctl beta;

  @AfterEach
  void end() {
    timer.shutdownNow();
    network.shutdownNow();
  }

  @RepeatedTest(10)
  void ofTwoThatBeginTogetherOneIsPrimary() {
    pair();
    CompletableFuture<AgentMandate> first = CompletableFuture.supplyAsync(alpha::either);
    LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(4_000_000));
    CompletableFuture<AgentMandate> second = CompletableFuture.supplyAsync(beta::either);
    assertThat(first.join().getGranted()).isNotEqualTo(second.join().getGranted());
    assertThat(first.join().getBackup()).isNotEqualTo(second.join().getBackup());
  }

  @Test
  void whoBeginsBesideAPrimaryIsBackup() {
    pair();
    assertThat(beta.either().getGranted()).isTrue();
    assertThat(alpha.either().getBackup()).as("though it has not registered yet").isTrue();
    SimNetctl.Way way = new SimNetctl.Way(frame -> {});
    AgentRegister register =
        AgentRegister.newBuilder()
            .setProtocol(ControlChannel.PROTOCOL)
            .setRole(AgentRole.AGENT_ROLE_PRIMARY)
            .setPid(7)
            .setEpoch(1)
            .build();
    beta.frame(way, ControlFrame.newBuilder().setRegister(register).build());
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
    assertThat(alpha.either().getReason()).contains("node beta has the primary");
  }

  @Test
  void whoIsAloneIsPrimary() {
    alpha = netctl("alpha", beat -> {});
    alpha.start();
    assertThat(alpha.either().getGranted()).isTrue();
  }

  private void pair() {
    alpha = netctl("alpha", beat -> later(() -> beta.beat(beat)));
    beta = netctl("beta", beat -> later(() -> alpha.beat(beat)));
    alpha.start();
    beta.start();
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(120)); // they have heard each other
  }

  private void later(Runnable arrival) {
    var unused = network.schedule(arrival, 300, TimeUnit.MICROSECONDS);
  }

  private SimNetctl netctl(String name, java.util.function.Consumer<byte[]> beats) {
    SimKernel kernel = new SimKernel(System::nanoTime, () -> {}, () -> {}, () -> {}, "");
    return new SimNetctl(
        name,
        kernel.gate(SimNetctl.PLAN.lease().toMillis()),
        null,
        timer,
        timer,
        beats,
        (event, text) -> {});
  }
}
