package io.understudy.link.journal;

import io.understudy.engine.log.LogSource;
import java.io.IOException;

/** What else is done with the log, beside the journal. */
public interface LogFeed {
  /**
   * From now on each chunk is {@link #appended}; those before this position may not have been.
   * Called by the thread that attaches.
   */
  void attached(long position);

  /**
   * The next records, in order and without gaps. Called by the turn holder; must not block.
   *
   * @param urgent an output waits for them
   * @return whether {@link #step} has something to do now
   */
  boolean appended(LogSource.Chunk chunk, boolean urgent);

  /**
   * Does what is due. Called on the log thread before each wait.
   *
   * @param writer the journal, for positions and for {@link JournalWriter#flush}
   * @param taken all before this position was given to the journal, which may have failed to write
   *     it
   * @return nanoseconds after which to be called again at the latest
   */
  long step(JournalWriter writer, long taken) throws IOException;

  /** False while this feed's bounded memory is full. Called by any thread. */
  boolean hasRoom();
}
