package io.understudy.engine.turn;

import io.understudy.engine.boundary.ForeignCloses;
import io.understudy.engine.hook.Signals;
import io.understudy.engine.log.Log;
import io.understudy.engine.log.LogReader;
import io.understudy.engine.log.LogWriter;
import io.understudy.engine.log.RecordKind;
import io.understudy.engine.monitor.WaitSet;

/**
 * Events by which an unmanaged thread reached a managed one. On the primary they wait here and are
 * delivered, and logged, when the turn changes hands; on a backup they come from the log. Guarded
 * by the scheduler's lock.
 */
public final class Externals {
  static final int UNPARK = 1;
  static final int NOTIFY = 2;
  static final int INTERRUPT = 3;

  /** Of a descriptor, by its number: no thread. */
  static final int CLOSE = 5;

  /** By its number, for the thread that starts handlers. */
  static final int SIGNAL = 6;

  /** What an event of the log is called. */
  public static String name(int event) {
    return switch (event) {
      case UNPARK -> "unpark";
      case NOTIFY -> "notify";
      case INTERRUPT -> "interrupt";
      case CLOSE -> "close";
      case SIGNAL -> "signal";
      default -> "event ".concat(Integer.toString(event));
    };
  }

  /** Only in this queue: becomes one NOTIFY for each waiter. */
  private static final int NOTIFY_ALL = 4;

  private ManagedThread[] threads = new ManagedThread[16];
  private int[] events = new int[16];

  /** For NOTIFY: the object; who waits for it is seen at delivery. */
  private Object[] objects = new Object[16];

  /** For CLOSE and SIGNAL. */
  private int[] numbers = new int[16];

  private int size;
  private long delivered;

  void add(ManagedThread t, int event) {
    add(t, event, null);
  }

  void addNumber(ManagedThread t, int event, int number) {
    add(t, event, null);
    numbers[size - 1] = number;
  }

  void addNotify(Object o, boolean all) {
    add(null, all ? NOTIFY_ALL : NOTIFY, o);
  }

  private void add(ManagedThread t, int event, Object o) {
    if (size == threads.length) {
      grow();
    }
    threads[size] = t;
    objects[size] = o;
    numbers[size] = 0;
    events[size++] = event;
  }

  private void grow() {
    ManagedThread[] moreThreads = new ManagedThread[size * 2];
    int[] moreEvents = new int[size * 2];
    Object[] moreObjects = new Object[size * 2];
    int[] moreNumbers = new int[size * 2];
    System.arraycopy(numbers, 0, moreNumbers, 0, size);
    numbers = moreNumbers;
    System.arraycopy(threads, 0, moreThreads, 0, size);
    System.arraycopy(events, 0, moreEvents, 0, size);
    System.arraycopy(objects, 0, moreObjects, 0, size);
    threads = moreThreads;
    events = moreEvents;
    objects = moreObjects;
  }

  /** Logs and applies what waits. */
  void deliver() {
    for (int i = 0; i < size; i++) {
      if (objects[i] == null) {
        deliver(threads[i], events[i], numbers[i]);
      } else {
        ManagedThread t = WaitSet.first(objects[i]);
        while (t != null) {
          deliver(t, NOTIFY, 0);
          t = events[i] == NOTIFY ? null : WaitSet.first(objects[i]);
        }
      }
      threads[i] = null;
      objects[i] = null;
    }
    size = 0;
  }

  private void deliver(ManagedThread t, int event, int number) {
    if (t != null && t.state == State.ENDED) {
      return;
    }
    LogWriter w = Log.writer();
    w.begin(RecordKind.EXTERNAL);
    w.unsigned(t == null ? 0 : t.id);
    w.byteValue(event);
    w.signed(number);
    w.end();
    delivered++;
    if (event == CLOSE) {
      ForeignCloses.close(number);
    } else {
      apply(t, event, number);
    }
  }

  /** Applies one event that the log holds. */
  void replay(LogReader r, ThreadTable table) {
    r.take();
    int id = (int) r.unsigned();
    int event = r.byteValue();
    int number = (int) r.signed();
    if (event == CLOSE) {
      delivered++;
      ForeignCloses.logged(number);
      return;
    }
    ManagedThread t = table.find(id);
    if (t != null) {
      delivered++;
      apply(t, event, number);
    }
  }

  boolean isEmpty() {
    return size == 0;
  }

  long delivered() {
    return delivered;
  }

  private static void apply(ManagedThread t, int event, int number) {
    switch (event) {
      case SIGNAL -> {
        Signals.add(number);
        Wakeups.unparkLocked(t);
      }
      case UNPARK -> Wakeups.unparkLocked(t);
      case NOTIFY -> Wakeups.wakeLocked(t, State.WAITING, Reason.NOTIFY);
      default -> Wakeups.interruptLocked(t);
    }
  }
}
