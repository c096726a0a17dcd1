package io.understudy.engine.log;

/** Where a backup (or an offline replay) gets the log from. */
public interface LogSource {
  /** Whole records, in log order and without gaps. */
  final class Chunk {
    public final byte[] data;
    public final int from;
    public final int to;
    public final long position;

    /**
     * @param position log position, in bytes since genesis, of {@code data[from]}
     */
    public Chunk(byte[] data, int from, int to, long position) {
      this.data = data;
      this.from = from;
      this.to = to;
      this.position = position;
    }
  }

  /**
   * Returns the next records and blocks while there are none yet. Called by a managed thread that
   * needs the next record to go on; must not touch application objects.
   *
   * @return the next chunk, or null for ever once the log has ended: an offline journal is at its
   *     end, or the backup is being promoted and everything received has been taken
   */
  Chunk take();
}
