package io.understudy.agent.role;

import io.understudy.engine.boundary.UnreadInput;
import io.understudy.engine.turn.Pause;
import io.understudy.link.commit.CommitGate;
import io.understudy.link.journal.JournalSink;
import io.understudy.link.message.AgentHandedOver;
import io.understudy.link.message.StepTiming;
import io.understudy.link.wire.PrimaryLink;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * The primary's part of a planned switch-over: the server reads what its sockets hold, its log ends
 * between two records, all output leaves, and the backup is told. Whatever stands against it before
 * the backup was told leaves the server as it was.
 *
 * <p>No new input comes to the sockets meanwhile: netctl has seen to that.
 */
final class HandOver {
  /** For the server to come to rest: it has to read what it was sent, and no more. */
  private static final long REST_NANOS = 2_000_000_000L;

  private static final Duration LEAVE = Duration.ofSeconds(1);

  /** In which a thread that has left its native comes to queue for the turn. */
  private static final long SETTLE_NANOS = 5_000_000;

  private static final long STEP_NANOS = 200_000;

  /** Log that the backup may have to execute when it takes over. */
  private static final long MOST_BEHIND = 64 << 10;

  private final PrimaryLink link;
  private final CommitGate gate;
  private final JournalSink journal;
  private final AgentHandedOver.Builder answer = AgentHandedOver.newBuilder();
  private final long start = System.nanoTime();
  private volatile boolean leaving;

  HandOver(PrimaryLink link, CommitGate gate, JournalSink journal) {
    this.link = link;
    this.gate = gate;
    this.journal = journal;
  }

  /** Begins, on a thread of its own. */
  static HandOver start(
      PrimaryLink link, CommitGate gate, JournalSink journal, Consumer<AgentHandedOver> then) {
    HandOver handOver = new HandOver(link, gate, journal);
    Thread thread =
        new Thread(null, () -> then.accept(handOver.run()), "understudy-handover", 0, false);
    thread.setDaemon(true);
    thread.start();
    return handOver;
  }

  /** Whether the backup's leaving is no loss: it was, or is being, told that the log ends. */
  boolean isLeaving() {
    return leaving;
  }

  private AgentHandedOver run() {
    long position;
    boolean late;
    do {
      answer.clearSteps();
      String obstacle = rest();
      if (obstacle != null) {
        return answer.setReason(obstacle).build();
      }
      step("server at rest");
      position = journal.position();
      if (!gate.awaitReleased(gate.submittedPosition(), LEAVE.toNanos())) {
        return goOn("what the server has said does not leave: a socket has no room");
      }
      step("output sent");
      late = Pause.isDisturbed(); // a starved thread may bring its datagram only now
      if (late) {
        Pause.end();
      }
    } while (late);
    link.admit(false); // the backup would join again, behind the end
    leaving = true;
    if (!link.farewell("it hands over at position " + position, 0, LEAVE)) {
      leaving = false;
      link.admit(true);
      return goOn("the backup could not be told");
    }
    step("backup told");
    return answer.setDone(true).setPosition(position).build();
  }

  /** Brings the turn to rest with nothing unread; returns what stands against it. */
  private String rest() {
    String obstacle;
    do {
      obstacle = obstacle();
      if (obstacle == null) {
        if (Pause.begin()) {
          LockSupport.parkNanos(SETTLE_NANOS);
          if (!Pause.isDisturbed() && UnreadInput.sockets() == 0) {
            return null;
          }
          Pause.end();
        }
        obstacle = "the server does not come to rest";
      }
      LockSupport.parkNanos(STEP_NANOS);
    } while (System.nanoTime() - start < REST_NANOS);
    return obstacle;
  }

  private String obstacle() {
    if (!link.isProtected()) {
      return "the backup is lost";
    }
    long behind = journal.position() - link.executedPosition();
    if (behind > MOST_BEHIND) {
      return "the backup is behind by " + behind + " bytes of log";
    }
    int unread = UnreadInput.sockets();
    return unread > 0 ? "the server does not read " + unread + " of its sockets" : null;
  }

  private AgentHandedOver goOn(String why) {
    Pause.end();
    return answer.setReason(why).build();
  }

  private void step(String name) {
    answer.addSteps(
        StepTiming.newBuilder().setStep(name).setMicros((System.nanoTime() - start) / 1_000));
  }
}
