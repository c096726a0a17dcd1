package io.understudy.netctl.gate;

/**
 * Sets of devices whose elements end by the kernel's clock, whatever happens to this process. Each
 * change is one transaction: all of it is made, or nothing. Any thread.
 */
interface TimedSets extends AutoCloseable {
  /** Puts a device in for a time, unless it is in. */
  void add(String set, String device, long millis);

  /** Puts a device into two maps for a time; it must be in neither. */
  void map(String first, byte[] value, String second, byte[] other, String device, long millis);

  /**
   * Takes a device out of one set and puts it into another, or anew into the same, for a time.
   *
   * @return false if it was not in the first any more; nothing was changed then
   */
  boolean move(String from, String to, String device, long millis);

  /**
   * Takes a device out.
   *
   * @return false if it was not in, or the sets are gone
   */
  boolean remove(String set, String device);

  /** How long a device stays in, in milliseconds; 0 if it is not in. */
  long left(String set, String device);

  /** True if the sets are there. */
  boolean exists();

  @Override
  void close();
}
