package io.understudy.link.journal;

import io.understudy.engine.log.LogSource;
import java.io.IOException;

/** What else is done with the log on its thread, before the journal gets it. */
public interface LogFeed {
  /** The next records, in order and without gaps. Called on the log thread. */
  void chunk(LogSource.Chunk chunk);

  /**
   * Send now what {@link #chunk} brought: the journal is written next. Called on the log thread.
   */
  void flush();

  /**
   * Does what is due. Called on the log thread between chunks and before each wait.
   *
   * @param writer the journal, for positions and for {@link JournalWriter#flush}
   * @return nanoseconds after which to be called again at the latest
   */
  long step(JournalWriter writer) throws IOException;

  /** False while this feed's bounded memory is full. Called by any thread. */
  boolean hasRoom();
}
