package io.understudy.netctl.arbiter;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Holds one {@link Holding}, which changes by compare-and-set only. One thread; calls may block,
 * and end with an exception when they cannot be answered.
 */
public interface Arbiter extends AutoCloseable {
  /** What stands now: no answer from a cache, nor of a part that has lost the others. */
  Holding read() throws IOException;

  /**
   * Puts a new holding in the place of one.
   *
   * @return what stands afterwards: {@code wanted}, or what stood instead of {@code expected}
   */
  Holding swap(Holding expected, Holding wanted) throws IOException;

  @Override
  void close();

  /**
   * The arbiter that a configuration names.
   *
   * @param text {@code file:PATH} or {@code etcd:URL[,URL...]}
   * @param cluster name of the pair
   * @param limit time that a question may take
   */
  static Arbiter of(String text, String cluster, Duration limit) {
    String place = text.substring(text.indexOf(':') + 1);
    return text.startsWith("file:")
        ? new FileArbiter(Path.of(place), limit)
        : new EtcdArbiter(place, cluster, limit);
  }
}
