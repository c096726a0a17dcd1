package io.understudy.netctl.daemon;

import io.understudy.netctl.arbiter.Arbiter;
import io.understudy.netctl.arbiter.Holding;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Asks the arbiter on a thread of its own, {@code netctl-arbiter}: on demand, and regularly what
 * stands, so that an answer is always young.
 */
final class ArbiterDesk implements Office, AutoCloseable {
  private static final int ASKED_PER_HOLD = 4;

  /** An answer, and when it was asked for ({@link System#nanoTime}). */
  private record Answer(Holding holding, long askedNanos) {}

  private static final Answer UNASKED = new Answer(Holding.NOBODY, 0);

  private interface Question {
    Holding ask() throws IOException;
  }

  private final Arbiter arbiter;
  private final String node;
  private final long holdNanos;
  private final Speaker speaker;
  private final EventLog events;
  private final ScheduledExecutorService thread;
  private volatile Answer last = UNASKED;
  private volatile String trouble = "";

  /**
   * @param hold how long an answer counts
   * @param thread its own; ended with it
   */
  ArbiterDesk(
      Arbiter arbiter,
      String node,
      Duration hold,
      Speaker speaker,
      EventLog events,
      ScheduledExecutorService thread) {
    this.arbiter = arbiter;
    this.node = node;
    this.holdNanos = hold.toNanos();
    this.speaker = speaker;
    this.events = events;
    this.thread = thread;
  }

  /** Begins to ask regularly; waits for the first answer, or its failure. */
  void start() {
    try {
      thread.submit(() -> answer(arbiter::read)).get();
    } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
      events.add("fault", e.toString());
    }
    long every = holdNanos / ASKED_PER_HOLD;
    var unused =
        thread.scheduleWithFixedDelay(
            () -> answer(arbiter::read), every, every, TimeUnit.NANOSECONDS);
  }

  @Override
  public boolean arbitrated() {
    return true;
  }

  @Override
  public Holding known() {
    return last.holding();
  }

  @Override
  public long confirmed(long epoch, long now) {
    Answer answer = last;
    boolean ours = answer.holding().is(node) && answer.holding().epoch() == epoch;
    return ours ? Math.max(0, holdNanos - (now - answer.askedNanos())) : 0;
  }

  @Override
  public String trouble() {
    return trouble;
  }

  @Override
  public void confirm(Consumer<Holding> then) {
    thread.execute(
        () -> {
          speaker.ask();
          then.accept(answer(arbiter::read));
        });
  }

  @Override
  public void claim(long most, Consumer<Holding> then) {
    thread.execute(
        () -> {
          speaker.ask();
          then.accept(answer(() -> won(most)));
        });
  }

  private Holding won(long most) throws IOException {
    if (last.holding().epoch() > most) {
      return arbiter.read(); // what was heard before is too old to open a gate by
    }
    // one that this node holds since before this daemon would be taken for won: it is in use
    Holding standing = last.equals(UNASKED) ? arbiter.read() : last.holding();
    while (standing.epoch() <= most) {
      Holding wanted = new Holding(standing.epoch() + 1, node);
      Holding now = arbiter.swap(standing, wanted);
      if (now.equals(wanted)) {
        return wanted;
      }
      standing = now;
    }
    return standing;
  }

  private Holding answer(Question question) {
    long asked = System.nanoTime();
    try {
      Holding holding = question.ask();
      if (holding.epoch() < last.holding().epoch()) {
        throw new IOException("it went back from " + last.holding() + " to " + holding);
      }
      last = new Answer(holding, asked);
      trouble = "";
      return holding;
    } catch (IOException | RuntimeException e) {
      trouble = String.valueOf(e.getMessage());
      return null;
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
    arbiter.close();
  }
}
