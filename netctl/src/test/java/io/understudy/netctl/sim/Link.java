package io.understudy.netctl.sim;

import java.util.ArrayDeque;

/** A TCP connection: what is sent comes whole and in order, late, or never. */
final class Link {
  private static final long RESENT = 200 * Knobs.MILLI;

  final Server primary;
  final Server backup;
  private final World world;
  private final Pipe down;
  private final Pipe up;

  Link(World world, Server primary, Server backup) {
    this.world = world;
    this.primary = primary;
    this.backup = backup;
    this.down = new Pipe(primary, backup);
    this.up = new Pipe(backup, primary);
  }

  /** One direction. */
  private final class Pipe {
    final Server from;
    final Server to;
    final int boots;
    final ArrayDeque<Runnable> queue = new ArrayDeque<>();
    boolean under;
    boolean ended;

    Pipe(Server from, Server to) {
      this.from = from;
      this.to = to;
      this.boots = to.host.boots;
    }

    void send(Runnable message) {
      if (!ended) {
        queue.add(message);
        go(world.network.delay());
      }
    }

    private void go(long delay) {
      if (!under && !queue.isEmpty()) {
        under = true;
        world.schedule.at(world.schedule.now + delay, this::arrive);
      }
    }

    private void arrive() {
      under = false;
      if (world.network.linkCut[from.host.index] || !to.host.up) {
        go(RESENT);
      } else if (to.proc.dead || to.host.boots != boots) {
        queue.clear();
        ended = true;
        reset(from);
      } else if (!queue.isEmpty()) {
        world.schedule.at(world.schedule.now, to.lane, queue.poll());
        go(world.network.delay() / 4);
      }
    }
  }

  void toBackup(Runnable message) {
    down.send(message);
  }

  void toPrimary(Runnable message) {
    up.send(message);
  }

  /** One end closes, or its process has died: the other hears of it behind what was sent. */
  void close(Server end) {
    Pipe pipe = end == primary ? down : up;
    Server other = end == primary ? backup : primary;
    pipe.send(() -> other.linkEnded(this));
    pipe.ended = true;
  }

  /** The machine of one end has crashed: what it had not sent is gone, and nobody is told. */
  void vanish(Server end) {
    Pipe pipe = end == primary ? down : up;
    pipe.queue.clear();
    pipe.ended = true;
  }

  private void reset(Server end) {
    world.schedule.at(
        world.schedule.now + world.network.delay(), end.lane, () -> end.linkEnded(this));
  }
}
