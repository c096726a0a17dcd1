package io.understudy.netctl;

import static io.understudy.netctl.lab.Daemons.command;
import static io.understudy.netctl.lab.Lab.Node.ALPHA;
import static io.understudy.netctl.lab.Lab.Node.BETA;
import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.link.message.AgentProtection;
import io.understudy.link.message.AgentRole;
import io.understudy.link.message.PeerLostReason;
import io.understudy.netctl.lab.Daemons;
import io.understudy.netctl.lab.Lab;
import io.understudy.netctl.lab.Pair;
import io.understudy.netctl.lab.Resident;
import io.understudy.netctl.lab.TestAgent;
import java.util.BitSet;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A planned switch-over: each packet comes to one of the two servers, or it is refused. */
@Tag("once")
class SwitchoverIT {
  /** Ten seconds of them: the order is a JVM of its own, which may take long to start. */
  private static final int SENT = 5000;

  private final Lab lab = new Lab();
  private Daemons.Running alpha;
  private Daemons.Running beta;
  private Resident primary;
  private Resident second;
  private Resident caller;
  private TestAgent backup;

  @BeforeEach
  void start() {
    lab.touch("epoch");
    String arbiter = "file:" + lab.file("epoch");
    alpha = lab.paired(ALPHA, "--arbiter", arbiter);
    beta = lab.paired(BETA, "--arbiter", arbiter);
    caller = lab.caller();
    primary = lab.resident(ALPHA);
    second = lab.resident(BETA);
    primary.tell("take 5060");
    second.tell("take 5060");
    assertThat(primary.tell("primary " + lab.socket(ALPHA))).isEqualTo("registered");
    backup = new TestAgent(lab.socket(BETA), AgentRole.AGENT_ROLE_BACKUP, 1);
    backup.next();
    Pair.until(() -> status(ALPHA).contains("switch-over  possible"), "a switch-over is possible");
  }

  @AfterEach
  void stop() {
    backup.close();
    lab.close();
  }

  @Test
  void eachDatagramComesToOneOfTheTwoServers() {
    CompletableFuture<String> sender = flood();
    CompletableFuture<Daemons.Result> order = switchover();
    beta.await(" hears: ");
    backup.lost(PeerLostReason.PEER_LOST_FAREWELL);
    assertThat(backup.next()).isEqualTo("promote 2");
    Daemons.Result result = order.join();
    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.out())
        .contains("the other node speaks, in epoch 2")
        .contains("other node hears", "input diverted", "gate shut", "other node speaks");
    System.out.println(alpha.await(" switchover: "));
    System.out.println(beta.await(" takeover: "));
    sender.join();
    BitSet first = taken(primary);
    BitSet then = taken(second);
    assertThat(first.isEmpty() || then.isEmpty()).isFalse();
    assertThat(first.intersects(then)).as("came to both").isFalse();
    first.or(then);
    assertThat(first.nextClearBit(0)).as("the first one lost").isEqualTo(SENT);
    assertThat(primary.tell("told")).contains("fenced");
  }

  /** The control: the same without the input moving first. */
  @Test
  void withoutDiversionDatagramsAreLost() throws InterruptedException {
    CompletableFuture<String> sender = flood();
    command(lab.socket(ALPHA), "silence");
    Thread.sleep(50);
    command(lab.socket(BETA), "takeover", "--force");
    assertThat(backup.next()).isEqualTo("promote 2");
    sender.join();
    BitSet all = taken(primary);
    all.or(taken(second));
    assertThat(all.nextClearBit(0)).isLessThan(SENT);
  }

  @Test
  void aServerThatDoesNotEndItsLogLeavesAllAsItWas() {
    primary.tell("unwilling");
    Daemons.Result result = switchover().join();
    assertThat(result.code()).isEqualTo(ExitCode.SWITCHOVER_REFUSED.code());
    assertThat(result.err()).contains("it will not", "this node speaks on");
    assertThat(status(ALPHA)).contains("OPEN: speaking");
    assertThat(lab.in(ALPHA, "nft list map netdev understudy next")).doesNotContain("elements");
    Pair.until(
        () -> !lab.in(BETA, "nft list set netdev understudy hearing").contains("elements"),
        "beta is deaf again");
    assertThat(status(BETA)).contains("shut: silent and deaf");
  }

  @Test
  void itIsRefusedWithoutABackupThatFollows() {
    assertThat(refusal(BETA)).contains("only follows; give the order to the node that speaks");
    primary.tell("state AGENT_UNPROTECTED 0");
    awaitRefusal("no backup follows the primary 'echo'");
    primary.tell("state AGENT_PROTECTED 1000000");
    awaitRefusal("the backup is behind: it has yet to execute 1000000 bytes of log");
    primary.tell("state AGENT_PROTECTED 0");
    Pair.until(() -> status(ALPHA).contains("switch-over  possible"), "it is possible again");
    backup.state(AgentProtection.AGENT_DIVERGED);
    awaitRefusal("no backup that may be promoted is registered at the other node's netctl");
    beta.kill();
    awaitRefusal("the other node's netctl is not heard");
    assertThat(status(ALPHA)).contains("OPEN: speaking");
    primary.close();
    awaitRefusal("no server is registered at this node's netctl");
  }

  /** Not in the common pool, which on two processors has one thread. */
  private static void beside(Runnable task) {
    new Thread(task, "beside").start();
  }

  private CompletableFuture<String> flood() {
    CompletableFuture<String> sender =
        CompletableFuture.supplyAsync(
            () -> caller.tell("flood " + Lab.VIP + " 5060 " + SENT + " 2000"),
            SwitchoverIT::beside);
    Pair.until(() -> Integer.parseInt(primary.tell("count")) > 100, "alpha's server gets some");
    return sender;
  }

  private CompletableFuture<Daemons.Result> switchover() {
    return CompletableFuture.supplyAsync(
        () -> command(lab.socket(ALPHA), "switchover"), SwitchoverIT::beside);
  }

  private void awaitRefusal(String why) {
    Pair.until(() -> status(ALPHA).contains(why), why);
    assertThat(refusal(ALPHA)).contains(why);
  }

  private String refusal(Lab.Node node) {
    Daemons.Result result = command(lab.socket(node), "switchover");
    assertThat(result.code()).isEqualTo(ExitCode.SWITCHOVER_REFUSED.code());
    return result.err();
  }

  private String status(Lab.Node node) {
    return command(lab.socket(node), "status").out();
  }

  private static BitSet taken(Resident server) {
    BitSet taken = new BitSet();
    Pattern.compile("[{},]")
        .splitAsStream(server.tell("taken"))
        .filter(number -> !number.isEmpty())
        .mapToInt(Integer::parseInt)
        .forEach(taken::set);
    return taken;
  }
}
