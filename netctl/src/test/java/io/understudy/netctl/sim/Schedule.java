package io.understudy.netctl.sim;

import java.util.ArrayDeque;
import java.util.PriorityQueue;
import java.util.concurrent.Semaphore;

/**
 * What happens when, in simulated nanoseconds. One real thread runs at a time; a simulated thread
 * that stalls keeps its stack, and the others go on.
 */
final class Schedule {
  private record Event(long time, long number, Lane lane, Runnable action, long stall)
      implements Comparable<Event> {
    @Override
    public int compareTo(Event other) {
      int byTime = Long.compare(time, other.time);
      return byTime == 0 ? Long.compare(number, other.number) : byTime;
    }
  }

  private final PriorityQueue<Event> queue = new PriorityQueue<>();
  private final ArrayDeque<Lane> stalled = new ArrayDeque<>();
  private final Semaphore done = new Semaphore(0);
  private long numbers;
  private long end;
  private boolean ending;

  long now;
  long steps;

  /** The thread that runs; null while the world does. */
  Lane current;

  /** What went wrong in the model itself, or was found; ends the run. */
  Throwable failure;

  /** Has the world do something. */
  void at(long time, Runnable action) {
    queue.add(new Event(time, numbers++, null, action, 0));
  }

  /** Has a thread do something, behind what it has to do already. */
  void at(long time, Lane lane, Runnable action) {
    queue.add(new Event(time, numbers++, lane, action, 0));
  }

  /** Plays until a time, or a failure. */
  void run(long until) {
    end = until;
    Worker.begin(this);
    done.acquireUninterruptibly();
  }

  void fail(Throwable why) {
    if (failure == null) {
      failure = why;
    }
  }

  /**
   * Lets the thread that runs now wait.
   *
   * @param process whether its whole process is stopped; so it must be if it holds a lock
   */
  void stall(long nanos, boolean process) {
    Lane lane = current;
    lane.stops = process;
    lane.stall = numbers++;
    lane.stalled = (Worker) Thread.currentThread();
    lane.proc.stops += lane.stops ? 1 : 0;
    queue.add(new Event(now + nanos, numbers++, lane, null, lane.stall));
    stalled.add(lane);
    lane.stalled.swap(Worker.next());
    stalled.remove(lane);
    lane.stalled = null;
    current = lane;
    if (lane.stops) {
      lane.stops = false;
      go(lane.proc);
    }
    alive(lane.proc);
  }

  private void alive(Proc proc) {
    if (ending || proc.dead) {
      throw new Died();
    }
  }

  void kill(Proc proc) {
    proc.dead = true;
    for (Lane lane : proc.lanes) {
      lane.pending.clear();
      if (lane.stalled != null) {
        queue.add(new Event(now, numbers++, lane, null, lane.stall));
      }
    }
  }

  /** SIGSTOP. */
  void stop(Proc proc) {
    proc.stops++;
  }

  /** SIGCONT. */
  void go(Proc proc) {
    proc.stops--;
    for (Lane lane : proc.lanes) {
      queue.add(new Event(now, numbers++, lane, null, -1));
    }
  }

  /** Has the baton: plays until it is given away. */
  void loop(Worker self) {
    while (true) {
      Event event = failure == null ? queue.poll() : null;
      if (event == null || event.time > end) {
        finish(self);
        return;
      }
      now = Math.max(now, event.time);
      steps++;
      if (!happens(event, self)) {
        return;
      }
    }
  }

  private boolean happens(Event event, Worker self) {
    if (event.lane == null) {
      perform(null, event.action);
      return true;
    }
    if (event.action != null) {
      if (!event.lane.proc.dead) {
        event.lane.pending.add(event.action);
      }
      return pump(event.lane, self);
    }
    if (event.lane.stalled != null && event.stall == event.lane.stall) {
      event.lane.ready = true;
    }
    return pump(event.lane, self);
  }

  /** False if the baton was given to a thread whose stall has ended. */
  private boolean pump(Lane lane, Worker self) {
    if (lane.ready && (lane.proc.dead || lane.proc.stops == (lane.stops ? 1 : 0))) {
      lane.ready = false;
      self.idle();
      lane.stalled.give();
      return false;
    }
    while (!lane.busy && lane.proc.stops == 0 && !lane.pending.isEmpty() && !over()) {
      lane.busy = true;
      perform(lane, lane.pending.poll());
      lane.busy = false;
    }
    return true;
  }

  private void perform(Lane lane, Runnable action) {
    current = lane;
    try {
      action.run();
    } catch (Died unwound) {
      // its process is dead
    } catch (RuntimeException | Error e) {
      fail(e);
    } finally {
      current = null;
    }
  }

  private boolean over() {
    return ending || failure != null;
  }

  private void finish(Worker self) {
    ending = true;
    Lane next = stalled.peek();
    self.idle();
    if (next == null) {
      done.release();
    } else {
      next.stalled.give();
    }
  }
}
