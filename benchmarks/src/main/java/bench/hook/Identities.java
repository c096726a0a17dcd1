package bench.hook;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Identity hashes. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = Shots.WARM_UP, batchSize = Shots.MANY)
@Measurement(iterations = Shots.MEASURED, batchSize = Shots.MANY)
@Fork(1)
public class Identities {
  private final Object key = new Object();
  private final Map<Object, String> map = new HashMap<>(Map.of(key, "value"));

  @Benchmark
  public int newObject() {
    return new Object().hashCode();
  }

  @Benchmark
  public int knownObject() {
    return System.identityHashCode(key);
  }

  @Benchmark
  public String mapLookup() {
    return map.get(key);
  }
}
