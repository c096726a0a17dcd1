import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Steps of {@link Generated}: monitors, nested and recursive, waits, notify storms, old
 * collections.
 */
final class StressMonitors {
  private final Object[] monitors = {new Object(), new Object(), new Object()};
  private final Hashtable<Integer, Integer> table = new Hashtable<>();
  private final List<Integer> list = Collections.synchronizedList(new ArrayList<>());
  private final Map<Object, Integer> plain = new HashMap<>();
  private int order;
  private int racy;

  void addTo(List<Generated.Step> steps) {
    steps.add((random, index) -> inside(random, 0));
    steps.add(this::nested);
    steps.add((random, index) -> recursive(random, 4));
    steps.add(this::timedWait);
    steps.add(this::recursiveWait);
    steps.add(this::signal);
    steps.add(this::storm);
    steps.add(this::failInside);
    steps.add((random, index) -> table.compute(index, (k, v) -> stumbled(random, v)));
    steps.add(this::scan);
    steps.add(this::identity);
    steps.add(this::race);
  }

  int total() {
    return order + racy;
  }

  private int inside(Random random, int which) {
    synchronized (monitors[which]) {
      Seen.stumble(random);
      return order++;
    }
  }

  private int nested(Random random, int index) {
    synchronized (monitors[0]) {
      Seen.stumble(random);
      synchronized (monitors[1]) {
        Seen.stumble(random);
        return inside(random, 2);
      }
    }
  }

  private synchronized int recursive(Random random, int depth) {
    Seen.stumble(random);
    return depth == 0 ? racy++ : recursive(random, depth - 1) + 1;
  }

  private int timedWait(Random random, int index) throws InterruptedException {
    Object monitor = monitors[random.nextInt(3)];
    synchronized (monitor) {
      monitor.wait(1 + random.nextInt(3));
      return order++;
    }
  }

  private int recursiveWait(Random random, int index) throws InterruptedException {
    synchronized (monitors[0]) {
      synchronized (monitors[1]) {
        synchronized (monitors[1]) {
          monitors[1].wait(1);
          return order++;
        }
      }
    }
  }

  private int signal(Random random, int index) {
    Object monitor = monitors[random.nextInt(3)];
    synchronized (monitor) {
      monitor.notify();
      return order++;
    }
  }

  private int storm(Random random, int index) {
    for (int i = 0; i < 30; i++) {
      synchronized (monitors[i % 3]) {
        monitors[i % 3].notifyAll();
        Seen.stumble(random);
      }
    }
    return order;
  }

  private int failInside(Random random, int index) {
    synchronized (monitors[1]) {
      Seen.stumble(random);
      throw new IllegalStateException("order " + order++);
    }
  }

  private int stumbled(Random random, Integer value) {
    Seen.stumble(random);
    return value == null ? order : value + 1;
  }

  private int scan(Random random, int index) {
    list.add(index);
    synchronized (list) {
      list.forEach(value -> Seen.stumble(random));
      list.removeIf(value -> value == index && list.size() > 5);
    }
    return list.size();
  }

  private int identity(Random random, int index) {
    synchronized (plain) {
      plain.put(new Object(), index);
      int first = plain.values().iterator().next();
      if (plain.size() > 20) {
        plain.clear();
      }
      return first;
    }
  }

  private int race(Random random, int index) {
    int read = racy;
    Seen.stumble(random);
    racy = read + 1;
    return read;
  }
}
