package io.understudy.netctl.daemon;

import static java.util.stream.Collectors.toSet;

import io.understudy.link.message.AgentConsumed;
import io.understudy.netctl.address.Prefix;
import io.understudy.netctl.config.ShadowPlan;
import io.understudy.netctl.kernel.DroppedFrames;
import io.understudy.netctl.kernel.KernelRefusal;
import io.understudy.netctl.kernel.OwnInput;
import io.understudy.netctl.shadow.Datagram;
import io.understudy.netctl.shadow.Fragments;
import io.understudy.netctl.shadow.LogContent;
import io.understudy.netctl.shadow.ReceiveQueues;
import io.understudy.netctl.shadow.Ring;
import io.understudy.netctl.shadow.ShadowRehearsal;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Keeps the last datagrams that came while this node was deaf, and gives a promoted server those
 * that its log does not hold, in the order in which they came. All work is done on the thread
 * {@code netctl-shadow}.
 *
 * <p>While they are given, the gate still keeps what comes; only then does it let input in, at one
 * instant, so that each datagram comes one way and behind those that came before.
 */
final class InputShadow implements Shadow, AutoCloseable {
  private static final long DRAIN_MILLIS = 10;

  /** A socket has room for 208 kB by default; small datagrams count for three times their size. */
  private static final long FULL = 64 << 10;

  private static final int BETWEEN_LOOKS = 8;
  private static final long LOOK_NANOS = 500_000;
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);

  /** Another processor may still be about to keep one when the gate lets in. */
  private static final long LATE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  private static final long HELD_NANOS = TimeUnit.SECONDS.toNanos(30);

  private final ShadowPlan plan;
  private final Set<InetAddress> addresses;
  private final DroppedFrames frames;
  private final OwnInput input = new OwnInput();
  private final Ring ring;
  private final Fragments fragments = new Fragments();
  private final EventLog events;
  private final ScheduledExecutorService thread;
  private final Runnable admit;
  private volatile long heldUntil = System.nanoTime();
  private volatile int size;
  private volatile long bytes;
  private long emptyNanos = System.nanoTime();
  private LogContent content;
  private long lateUntil;
  private final AtomicInteger damaged = new AtomicInteger();
  private final AtomicInteger lost = new AtomicInteger();
  private int given;
  private int sinceLook;
  private long patientUntil;

  /**
   * @param vips the service's: the loopback device shows what the gates of all services keep
   * @param thread its own; ended with it
   * @param admit lets input in again
   */
  InputShadow(
      ShadowPlan plan,
      List<Prefix> vips,
      DroppedFrames frames,
      EventLog events,
      ScheduledExecutorService thread,
      Runnable admit) {
    this.plan = plan;
    this.addresses = vips.stream().map(Prefix::address).collect(toSet());
    this.frames = frames;
    this.events = events;
    this.thread = thread;
    this.admit = admit;
    this.ring = new Ring(plan.time().toNanos(), plan.bytes());
  }

  /** Begins to take what the kernel keeps. */
  void start() {
    thread.execute(() -> guarded(ShadowRehearsal::play));
    var unused =
        thread.scheduleWithFixedDelay(
            this::look, DRAIN_MILLIS, DRAIN_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  public long millis() {
    return plan.time().toMillis();
  }

  @Override
  public void hold() {
    heldUntil = System.nanoTime() + HELD_NANOS;
  }

  @Override
  public void consumed(AgentConsumed report) {
    long now = System.nanoTime();
    thread.execute(() -> guarded(() -> give(report, now)));
  }

  @Override
  public String text() {
    return String.format(
        Locale.ROOT,
        "%d ms: %d datagrams, %d kB of %d MB%s%s",
        plan.time().toMillis(),
        size,
        bytes >> 10,
        plan.bytes() >> 20,
        lost.get() > 0 ? "; " + lost + " came too fast" : "",
        damaged.get() > 0 ? "; " + damaged + " damaged, not kept" : "");
  }

  private void look() {
    guarded(
        () -> {
          long now = System.nanoTime();
          drain();
          if (content != null) {
            giveAll();
            if (now - lateUntil > 0) {
              content = null;
            }
          } else if (now - heldUntil > 0) {
            ring.expire(now);
          }
          count();
        });
  }

  private void guarded(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException fault) {
      events.add("fault", "input shadow: " + fault);
    }
  }

  /** What is in the kernel's ring next time was not there before this. */
  private void drain() {
    long before = System.nanoTime();
    frames.drain(
        frame -> {
          byte[] whole = fragments.whole(frame);
          if (whole == null) {
            return;
          }
          Datagram datagram = Datagram.of(whole, emptyNanos);
          if (datagram == null) {
            damaged.incrementAndGet();
          } else if (addresses.contains(datagram.target())) {
            ring.add(datagram);
          }
        });
    emptyNanos = before;
  }

  private void give(AgentConsumed report, long now) {
    Steps steps = new Steps();
    content = new LogContent(report, now);
    given = 0;
    patientUntil = now + PATIENCE_NANOS;
    int came = 0;
    int more;
    drain();
    long since = ring.since();
    try {
      do {
        drain();
        more = ring.size();
        came += more;
        giveAll();
      } while (more > 0 && System.nanoTime() - patientUntil < 0);
      steps.done("given");
    } finally {
      admit.run();
      steps.done("input let in");
      heldUntil = now;
      lateUntil = System.nanoTime() + LATE_NANOS;
    }
    drain();
    came += ring.size();
    giveAll();
    events.add(
        "shadow",
        given
            + " of "
            + came
            + " datagrams that came are not in the log: the server has them now; "
            + content.unmatched(since)
            + " that the log holds did not come here",
        steps.timings());
  }

  private void giveAll() {
    for (Datagram next = ring.take(); next != null; next = ring.take()) {
      if (content.lacks(next)) {
        awaitRoom(next.port());
        try {
          input.deliver(next.packet());
          given++;
        } catch (KernelRefusal refused) {
          events.add("fault", "input shadow: " + refused.getMessage());
        }
      }
    }
  }

  /** A server that has just gone live reads as fast as it can: its socket must not overflow. */
  private void awaitRoom(int port) {
    if (++sinceLook % BETWEEN_LOOKS != 0) {
      return;
    }
    while (System.nanoTime() - patientUntil < 0 && ReceiveQueues.fullest(port) > FULL) {
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  private void count() {
    size = ring.size();
    bytes = ring.bytes();
    int more = frames.lost();
    if (more > 0) {
      lost.addAndGet(more);
      events.add("shadow-lost", more + " packets came faster than netctl took them");
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
    try {
      thread.awaitTermination(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    frames.close();
    input.close();
  }
}
