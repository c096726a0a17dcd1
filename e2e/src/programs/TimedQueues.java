import java.util.Random;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;

/** Timed poll and offer, and a delay queue. */
public final class TimedQueues {
  private record Due(long at, int value) implements Delayed {
    @Override
    public long getDelay(TimeUnit unit) {
      return unit.convert(at - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    @Override
    public int compareTo(Delayed other) {
      return Long.compare(at, ((Due) other).at);
    }
  }

  public static void main(String[] args) throws Exception {
    DelayQueue<Due> delays = new DelayQueue<>();
    SynchronousQueue<Integer> hand = new SynchronousQueue<>();
    LinkedBlockingQueue<Integer> queue = new LinkedBlockingQueue<>(2);
    Seen.threads(
            4,
            (index, seen) -> {
              Random random = Seen.random(args, index);
              for (int i = 0; i < 80; i++) {
                int value = index * 1000 + i;
                delays.put(new Due(System.nanoTime() + random.nextInt(2_000_000), value));
                seen.add(hand.offer(value, 200, TimeUnit.MICROSECONDS));
                seen.add(hand.poll(200, TimeUnit.MICROSECONDS));
                seen.add(queue.offer(value, 100, TimeUnit.MICROSECONDS));
                seen.add(queue.poll(300, TimeUnit.MICROSECONDS));
                Due due = delays.poll(1, TimeUnit.MILLISECONDS);
                seen.add(due == null ? -1 : due.value);
              }
            })
        .print();
  }
}
