package io.understudy.netctl.gate;

import java.util.HashSet;
import java.util.Set;

/** Sets without a kernel, whose elements stay until they are taken out. One thread. */
final class RehearsedSets implements TimedSets {
  private static final long LEFT_MILLIS = 1;

  private final Set<String> in = new HashSet<>();

  @Override
  public void add(String set, String device, long millis) {
    in.add(set);
  }

  @Override
  public void map(
      String first, byte[] value, String second, byte[] other, String device, long millis) {
    in.add(first);
    in.add(second);
  }

  @Override
  public boolean move(String from, String to, String device, long millis) {
    return in.remove(from) && in.add(to);
  }

  @Override
  public boolean remove(String set, String device) {
    return in.remove(set);
  }

  @Override
  public long left(String set, String device) {
    return in.contains(set) ? LEFT_MILLIS : 0;
  }

  @Override
  public boolean exists() {
    return true;
  }

  @Override
  public void close() {
    in.clear();
  }
}
