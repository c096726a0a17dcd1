package io.understudy.netctl;

import static io.understudy.netctl.lab.Lab.Node.ALPHA;
import static io.understudy.netctl.lab.Lab.Node.BETA;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.understudy.link.control.PayloadDigest;
import io.understudy.link.message.AgentConsumed;
import io.understudy.link.message.AgentRole;
import io.understudy.link.message.ConsumedDatagram;
import io.understudy.netctl.lab.Daemons;
import io.understudy.netctl.lab.Lab;
import io.understudy.netctl.lab.Pair;
import io.understudy.netctl.lab.Resident;
import io.understudy.netctl.lab.Series;
import io.understudy.netctl.lab.TestAgent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * SIGKILL of a server under a stream of datagrams, some of which are sent twice, on a switch that
 * brings each to both nodes. Its log is what it had said it took.
 */
@Tag("once")
class ShadowIT {
  private static final int SENT = 3000;
  private static final int PORT = 5060;
  private static final int SENDER = 5070;

  /** The kernel lets input in a moment before the last that it kept is taken. */
  private static final int MOST_AT_THE_CUT = 20;

  private final Lab lab = new Lab();
  private Daemons.Running beta;
  private Resident primary;
  private Resident second;
  private TestAgent backup;
  private CompletableFuture<String> sender;

  private void start(String... more) {
    lab.flood();
    lab.paired(ALPHA, more);
    beta = lab.paired(BETA, more);
    Resident caller = lab.caller();
    primary = lab.resident(ALPHA);
    second = lab.resident(BETA);
    primary.tell("journal " + PORT);
    second.tell("collect " + PORT);
    assertThat(primary.tell("register " + lab.socket(ALPHA) + " AGENT_ROLE_PRIMARY"))
        .isEqualTo("registered");
    backup = new TestAgent(lab.socket(BETA), AgentRole.AGENT_ROLE_BACKUP, 1);
    backup.next();
    Pair.until(() -> status(BETA).contains("alpha at 10.77.0.2:7701, speaking"), "alpha speaks");
    String series = "series " + SENDER + " " + Lab.VIP + " " + PORT + " " + SENT + " 400";
    sender = new CompletableFuture<>();
    new Thread(() -> sender.complete(caller.tell(series)), "sender").start();
    Pair.until(() -> primary.log().size() > 300, "alpha's server takes some");
  }

  @AfterEach
  void stop() {
    backup.close();
    lab.close();
  }

  @Test
  void eachDatagramIsConsumedOnceAndInOrder() {
    start("--input-shadow", "5s");
    kill();
    backup.client().consumed(report());
    String event = beta.await(" shadow: ");
    System.out.println(event);
    assertThat(sender.join()).isEqualTo("sent");
    List<Integer> sent = Series.of(SENT);
    Pair.until(() -> all().size() >= sent.size(), "all were taken");
    assertThat(all()).as("lost or taken twice").containsExactlyInAnyOrderElementsOf(sent);
    assertThat(late(sent, all())).as("out of order").isLessThan(MOST_AT_THE_CUT);
    assertThat(Integer.parseInt(event.replaceAll(".* shadow: (\\d+) of .*", "$1")))
        .as("what the dead server had in its socket, and what came then")
        .isGreaterThan(50);
    assertThat(status(BETA)).contains("shadow       5000 ms: ");
  }

  /** The control: the same without the shadow. */
  @Test
  void withoutTheShadowDatagramsAreLost() {
    start();
    kill();
    assertThat(sender.join()).isEqualTo("sent");
    Pair.until(() -> !taken().isEmpty(), "the second server takes some");
    assertThat(new java.util.HashSet<>(all())).hasSizeLessThan(SENT);
    assertThat(status(BETA)).doesNotContain("shadow  ");
  }

  /** It hangs first, so that datagrams wait in its socket when it dies. */
  private void kill() {
    primary.tell("hang");
    pause();
    primary.close();
    assertThat(backup.next()).isEqualTo("promote 2");
  }

  private AgentConsumed report() {
    AgentConsumed.Builder report =
        AgentConsumed.newBuilder().addPort(PORT).setMemoryMicros(TimeUnit.SECONDS.toMicros(60));
    PayloadDigest digest = new PayloadDigest();
    long now = System.nanoTime();
    for (Resident.Logged logged : primary.log()) {
      byte[] payload = Series.bytes(logged.number());
      report.addDatagram(
          ConsumedDatagram.newBuilder()
              .setPort(PORT)
              .setLength(payload.length)
              .setDigest(digest.of(payload, 0, payload.length))
              .setSource(ByteString.copyFrom(new byte[] {10, 77, 0, 1}))
              .setSourcePort(SENDER)
              .setAgeMicros((now - logged.nanos()) / 1000));
    }
    return report.build();
  }

  private List<Integer> taken() {
    List<Integer> numbers = new ArrayList<>();
    Pattern.compile("[\\[\\],]")
        .splitAsStream(second.tell("collected"))
        .filter(number -> !number.isEmpty())
        .forEach(number -> numbers.add(Integer.valueOf(number)));
    return numbers;
  }

  private List<Integer> all() {
    List<Integer> all = new ArrayList<>();
    primary.log().forEach(logged -> all.add(logged.number()));
    all.addAll(taken());
    return all;
  }

  /** How many were taken behind one that was sent later. */
  private static int late(List<Integer> sent, List<Integer> taken) {
    Map<Integer, Deque<Integer>> places = new HashMap<>();
    for (int i = 0; i < sent.size(); i++) {
      places.computeIfAbsent(sent.get(i), number -> new ArrayDeque<>()).add(i);
    }
    int late = 0;
    int highest = -1;
    for (int number : taken) {
      int place = places.get(number).removeFirst();
      if (place < highest) {
        late++;
      }
      highest = Math.max(highest, place);
    }
    return late;
  }

  private String status(Lab.Node node) {
    return Daemons.command(lab.socket(node), "status").out();
  }

  private static void pause() {
    try {
      Thread.sleep(60);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
