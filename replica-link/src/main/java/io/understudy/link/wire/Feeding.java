package io.understudy.link.wire;

import io.understudy.engine.log.LogSource;
import io.understudy.link.journal.ChunkQueue;
import io.understudy.link.journal.JournalReader;
import io.understudy.link.journal.JournalWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * One backup and what it has been sent: first the journal's files, read on the log thread, then the
 * recent chunks.
 */
final class Feeding implements BackupWriter.Speech {
  /** Most bytes that wait for the connection while the backup is fed from files. */
  private static final long CATCH_UP_WINDOW = 4 << 20;

  private static final int CATCH_UP_CHUNKS = 32;
  private static final long FULL_NANOS = 1_000_000;
  private static final long BROKEN_NANOS = 1_000_000_000;

  private final BackupSession session;
  private final Path journal;
  private final ChunkQueue files = new ChunkQueue();
  private final ChunkQueue recent;
  private final DueMessages messages;
  private final BackupWriter writer;
  private JournalReader reader;
  private boolean closed;
  private volatile long sent;
  private volatile boolean live;

  Feeding(
      BackupSession session,
      LinkChannel channel,
      Path journal,
      ChunkQueue recent,
      DueMessages messages) {
    this.session = session;
    this.journal = journal;
    this.recent = recent;
    this.messages = messages;
    this.sent = session.resume();
    this.writer =
        new BackupWriter(
            channel,
            sent,
            this,
            fault -> session.end(CloseReason.BROKEN, "it cannot be written to: " + fault));
  }

  boolean isLive() {
    return live;
  }

  BackupSession session() {
    return session;
  }

  /**
   * Whether the backup has yet to acknowledge something that was sent. What comes meanwhile may
   * wait: it goes out together when the acknowledgement is there.
   */
  boolean awaitsAcknowledgement() {
    return sent > session.received();
  }

  /** {@link BackupWriter#run}. Any thread. */
  boolean run(int limit) {
    return writer.run(limit);
  }

  /** {@link BackupWriter#end}. Called on the event loop. */
  byte[] end() {
    return writer.end();
  }

  @Override
  public LogSource.Chunk next() {
    LogSource.Chunk chunk = files.poll();
    if (chunk == null && live) {
      do {
        chunk = recent.poll();
      } while (chunk != null && chunk.position < sent); // was in the files
    }
    if (chunk != null) {
      sent = chunk.position + (chunk.to - chunk.from);
    }
    return chunk;
  }

  @Override
  public void control(long sentBefore, ByteBuffer out) {
    messages.put(live, sentBefore, out);
  }

  /**
   * Reads on. Called on the log thread.
   *
   * @param from the backup is not live before it was sent this much
   * @return nanoseconds after which to be called again
   */
  long catchUp(JournalWriter log, long from) {
    if (closed) {
      return BROKEN_NANOS;
    }
    try {
      if (reader == null) {
        reader = new JournalReader(journal, session.resume(), true, session.events());
      }
      for (int i = 0; i < CATCH_UP_CHUNKS; i++) {
        if (files.bytes() > CATCH_UP_WINDOW) {
          return FULL_NANOS;
        }
        LogSource.Chunk chunk = reader.next();
        if (chunk != null) {
          files.add(chunk);
        } else if (log.hasPending()) {
          log.flush();
        } else if (reader.position() != log.position()) {
          throw new IOException(
              "the journal ends at "
                  + reader.position()
                  + " where "
                  + log.position()
                  + " was written");
        } else if (reader.position() >= from) {
          closeFiles();
          live = true;
          session.live(log.position());
          return 0;
        } else {
          return FULL_NANOS; // what was appended before the feed was there is not written yet
        }
      }
      return 0;
    } catch (IOException e) {
      closeFiles();
      session.end(
          CloseReason.JOURNAL, "the backup cannot be fed from the journal: " + e.getMessage());
      return BROKEN_NANOS;
    }
  }

  /** Called on the log thread. */
  void closeFiles() {
    closed = true;
    if (reader != null) {
      try {
        reader.close();
      } catch (IOException e) {
        // it was only read
      }
      reader = null;
    }
  }
}
