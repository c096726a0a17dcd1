package io.understudy.agent.role;

import io.understudy.engine.log.LogSink;
import io.understudy.link.journal.JournalSink;

/**
 * The log that this node writes while it speaks. {@link #append} belongs to the turn holder; all
 * else may be called by any thread.
 */
final class OwnLog implements LogSink {
  private volatile JournalSink journal;
  private volatile long due;

  /** Before the first record. */
  void open(JournalSink sink) {
    journal = sink;
  }

  /** Null before {@link #open}. */
  JournalSink journal() {
    return journal;
  }

  /** The next record is the first one of a newer epoch. */
  void startEpoch(long epoch) {
    due = epoch;
  }

  @Override
  public void append(byte[] data, int from, int to, long position, boolean urgent) {
    long epoch = due;
    if (epoch != 0) {
      due = 0;
      journal.startEpoch(epoch);
    }
    journal.append(data, from, to, position, urgent);
  }

  @Override
  public boolean hasRoom() {
    return journal.hasRoom();
  }
}
