package io.understudy.link.wire;

import io.understudy.engine.log.LogSource;
import io.understudy.link.journal.ChunkQueue;
import io.understudy.link.journal.JournalReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.locks.LockSupport;

/**
 * What the backup has received and not yet executed: first what an earlier process left in the
 * journal, then what comes over the link. Filled by the event loop, emptied by the turn holder.
 */
final class ReceivedLog implements LogSource {
  private final ChunkQueue queue = new ChunkQueue();
  private JournalReader stored;
  private long storedEnd;
  private volatile boolean opened;
  private volatile boolean ended;
  private volatile Thread waiter;

  /**
   * Begins.
   *
   * @param reader gives the stored part, or null if there is none
   * @param end position at which the stored part ends
   */
  void open(JournalReader reader, long end) {
    stored = reader;
    storedEnd = end;
    opened = true;
    wake();
  }

  void add(Chunk chunk) {
    queue.add(chunk);
    wake();
  }

  /** Nothing follows what was added. */
  void end() {
    ended = true;
    wake();
  }

  long bytes() {
    return queue.bytes();
  }

  @Override
  public Chunk take() {
    while (true) {
      boolean last = ended;
      if (opened) {
        Chunk chunk = stored == null ? queue.poll() : storedChunk();
        if (chunk != null) {
          return chunk;
        }
      }
      if (last) {
        return null;
      }
      waiter = Thread.currentThread();
      if (!ended && (!opened || queue.isEmpty())) {
        LockSupport.park(this);
      }
      waiter = null;
    }
  }

  private Chunk storedChunk() {
    try {
      if (stored.position() < storedEnd) {
        Chunk chunk = stored.next();
        if (chunk == null) {
          throw new IOException(
              "this backup's journal ends at position "
                  + stored.position()
                  + " where "
                  + storedEnd
                  + " was told to the primary; start again with an empty journal directory");
        }
        return chunk;
      }
      stored.close();
      stored = null;
      return queue.poll();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void wake() {
    Thread t = waiter;
    if (t != null) {
      LockSupport.unpark(t);
    }
  }
}
