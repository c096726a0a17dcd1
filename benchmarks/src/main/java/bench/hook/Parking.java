package bench.hook;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Waiting threads. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = Shots.WARM_UP, batchSize = Shots.SOME)
@Measurement(iterations = Shots.MEASURED, batchSize = Shots.SOME)
@Fork(1)
public class Parking {
  private volatile boolean closed;
  private volatile long asked;
  private volatile long answered;
  private volatile Thread asker;
  private Thread partner;

  @Setup
  public void start() {
    asker = Thread.currentThread();
    partner = new Thread(this::answer);
    partner.start();
  }

  @TearDown
  public void end() throws InterruptedException {
    closed = true;
    LockSupport.unpark(partner);
    partner.join();
  }

  /** The permit is there already: nobody waits. */
  @Benchmark
  public void permit() {
    LockSupport.unpark(Thread.currentThread());
    LockSupport.park(this);
  }

  /** There and back between two threads. */
  @Benchmark
  public long handOver() {
    long mine = asked + 1;
    asker = Thread.currentThread();
    asked = mine;
    LockSupport.unpark(partner);
    while (answered != mine) {
      LockSupport.park(this);
    }
    return mine;
  }

  private void answer() {
    while (!closed) {
      if (answered == asked) {
        LockSupport.park(this);
      } else {
        answered = asked;
        LockSupport.unpark(asker);
      }
    }
  }
}
