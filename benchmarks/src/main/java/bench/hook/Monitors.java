package bench.hook;

import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Locks that nobody else wants. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = Shots.WARM_UP, batchSize = Shots.MANY)
@Measurement(iterations = Shots.MEASURED, batchSize = Shots.MANY)
@Fork(1)
public class Monitors {
  private final Object monitor = new Object();
  private final ReentrantLock lock = new ReentrantLock();

  @SuppressWarnings("JdkObsolete") // its methods are synchronized: that is what is measured
  private final Map<String, String> table = new Hashtable<>(Map.of("key", "value"));

  private int count;

  @Benchmark
  public int block() {
    synchronized (monitor) {
      return ++count;
    }
  }

  @Benchmark
  public synchronized int method() {
    return ++count;
  }

  @Benchmark
  public String methodOfTheJdk() {
    return table.get("key");
  }

  @Benchmark
  public int lock() {
    lock.lock();
    try {
      return ++count;
    } finally {
      lock.unlock();
    }
  }
}
