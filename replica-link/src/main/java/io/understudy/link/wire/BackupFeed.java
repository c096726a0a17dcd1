package io.understudy.link.wire;

import io.understudy.engine.log.LogSource;
import io.understudy.link.LinkLimits;
import io.understudy.link.journal.ChunkQueue;
import io.understudy.link.journal.JournalWriter;
import io.understudy.link.journal.LogFeed;
import java.nio.file.Path;

/**
 * Feeds one backup at a time.
 *
 * <p>All chunks pass {@code recent}. While no backup is live the log thread throws away what the
 * journal has, so a backup that becomes live finds there all that its files did not hold.
 */
final class BackupFeed implements LogFeed {
  private static final long IDLE_NANOS = 1_000_000_000;
  private static final long RETRY_NANOS = 500_000;

  /** What a thread that has other things to do writes at most. */
  private static final int SOME_BYTES = 64 * 1024;

  private final Path journal;
  private final LinkLimits limits;
  private final DueMessages messages;
  private final ChunkQueue recent = new ChunkQueue();
  private Feeding current;
  private volatile Feeding feeding;
  private volatile long attachedFrom = Long.MAX_VALUE;

  BackupFeed(Path journal, LinkLimits limits, DueMessages messages) {
    this.journal = journal;
    this.limits = limits;
    this.messages = messages;
  }

  /** Begins to feed. Called on the event loop, once the one before has ended. */
  Feeding serve(BackupSession session, LinkChannel channel) {
    messages.restart();
    Feeding next = new Feeding(session, channel, journal, recent, messages);
    feeding = next;
    return next;
  }

  /** Ceases to feed. Called on the event loop, when the writer has ended. */
  void ended() {
    feeding = null;
  }

  boolean isLive() {
    Feeding f = feeding;
    return f != null && f.isLive();
  }

  @Override
  public void attached(long position) {
    attachedFrom = position;
  }

  @Override
  public boolean appended(LogSource.Chunk chunk, boolean urgent) {
    if (chunk.from < chunk.to) {
      recent.add(chunk);
    }
    Feeding f = feeding;
    return urgent && f != null && f.isLive() && !waits(f) && f.run(SOME_BYTES);
  }

  /**
   * Group commit: one block is under way at a time, and {@link #tell} sends what came meanwhile.
   * The chunk is in {@code recent} before this looks at the acknowledgement, and the event loop
   * looks into {@code recent} after it has noted one, so none is overlooked.
   */
  private boolean waits(Feeding f) {
    return recent.bytes() < SOME_BYTES && f.awaitsAcknowledgement();
  }

  /**
   * Tells what is due, at an occasion.
   *
   * @return whether {@link #step} has something to do now
   */
  boolean tell() {
    Feeding f = feeding;
    return f != null && f.run(SOME_BYTES);
  }

  @Override
  public long step(JournalWriter writer, long taken) {
    Feeding f = feeding;
    if (f != current) {
      if (current != null) {
        current.closeFiles();
      }
      current = f;
    }
    if (f == null || !f.isLive()) {
      discard(taken);
    }
    if (f == null) {
      return IDLE_NANOS;
    }
    long wait = f.isLive() ? IDLE_NANOS : f.catchUp(writer, attachedFrom);
    boolean more = f.run(Integer.MAX_VALUE);
    f.session().judgeSpeed(taken);
    return Math.min(more ? RETRY_NANOS : wait, Math.max(RETRY_NANOS, messages.untilDue()));
  }

  @Override
  public boolean hasRoom() {
    Feeding f = feeding;
    return f == null || !f.isLive() || recent.bytes() < limits.memoryBytes();
  }

  private void discard(long end) {
    LogSource.Chunk chunk = recent.peek();
    while (chunk != null && chunk.position < end) {
      var unused = recent.poll();
      chunk = recent.peek();
    }
  }
}
