package io.understudy.link.journal;

import io.understudy.engine.log.LogSink;
import io.understudy.engine.log.LogSource;
import io.understudy.link.LinkEvent;
import java.io.Closeable;
import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * Writes the log to a journal on a thread of its own, {@code understudy-log}, so that the thread
 * that holds the turn never waits for a disk.
 */
public final class JournalSink implements LogSink, Closeable {
  /** Waiting records are written to the file after this time at the latest. */
  private static final long FLUSH_NANOS = 50_000_000;

  /** Records that are not urgent wake the log thread once there are this many bytes of them. */
  private static final int WAKE_BYTES = 32 * 1024;

  private static final int CHUNKS_PER_STEP = 256;

  private record EpochRequest(long epoch, long from) {}

  private final ChunkQueue queue = new ChunkQueue();
  private final Queue<EpochRequest> epochs = new ConcurrentLinkedQueue<>();
  private final JournalWriter writer;
  private volatile long memoryBytes;
  private final LinkEvent.Listener events;
  private final Thread thread;
  private volatile LogFeed feed;
  private volatile boolean closing;
  private volatile IOException failure;
  private volatile long appended;
  private long oldestPendingNanos;
  private long taken;

  /**
   * Starts the thread.
   *
   * @param writer owned by the sink from now on
   * @param memoryBytes bound of what waits for the disk
   */
  public JournalSink(JournalWriter writer, long memoryBytes, LinkEvent.Listener events) {
    this.writer = writer;
    this.memoryBytes = memoryBytes;
    this.events = events;
    this.appended = writer.position();
    this.taken = appended;
    this.thread = new Thread(null, this::run, "understudy-log", 0, false);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void append(byte[] data, int from, int to, long position, boolean urgent) {
    LogSource.Chunk chunk = new LogSource.Chunk(data, from, to, position);
    if (from < to) {
      appended = position + (to - from);
      queue.add(chunk);
    }
    LogFeed f = feed; // read behind what attach() looks at
    boolean due = f != null && f.appended(chunk, urgent);
    if (due || queue.bytes() >= WAKE_BYTES) {
      wake(); // urgency alone is no reason: the disk is not waited for, see FLUSH_NANOS
    }
  }

  @Override
  public boolean hasRoom() {
    LogFeed f = feed;
    return queue.bytes() < memoryBytes && (f == null || f.hasRoom());
  }

  /** Changes the bound of what waits for the disk. */
  public void bound(long bytes) {
    memoryBytes = bytes;
  }

  /** Bytes that wait for the disk. */
  public long waitingBytes() {
    return queue.bytes();
  }

  /** Log position behind the last appended byte. */
  public long position() {
    return appended;
  }

  /** Gives the log to {@code next} too, from the next chunk on; null detaches. */
  public void attach(LogFeed next) {
    feed = next;
    if (next != null) {
      next.attached(appended);
    }
    wake();
  }

  /**
   * What is appended from now on is of a newer epoch, in a segment of its own. Must be called where
   * {@link #append} may be, between two calls of it.
   */
  public void startEpoch(long epoch) {
    epochs.add(new EpochRequest(epoch, appended));
    wake();
  }

  /** Lets the log thread look at its work now. Never blocks. */
  public void wake() {
    LockSupport.unpark(thread);
  }

  /** Why the journal is no longer written, or null. */
  public IOException failure() {
    return failure;
  }

  /** Writes all that was appended, waits for the disk, and ends the thread. */
  @Override
  public void close() throws IOException {
    closing = true;
    wake();
    boolean interrupted = false;
    while (thread.isAlive() && Thread.currentThread() != thread) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (failure != null) {
      throw failure;
    }
  }

  private void run() {
    while (!closing || !queue.isEmpty()) {
      long wait = step();
      if (queue.isEmpty() && !closing && wait > 0) {
        LockSupport.parkNanos(this, wait);
      }
    }
    try {
      writer.close();
    } catch (IOException e) {
      fail(e);
    }
  }

  private long step() {
    LogFeed f = feed;
    try {
      for (int i = 0; i < CHUNKS_PER_STEP && !queue.isEmpty(); i++) {
        LogSource.Chunk chunk = queue.poll();
        write(chunk);
        taken = chunk.position + (chunk.to - chunk.from);
      }
      startRequestedEpochs(writer.position());
      long wait = f == null ? FLUSH_NANOS : f.step(writer, taken);
      return Math.min(wait, flushWhenOld());
    } catch (IOException | RuntimeException e) {
      fail(e);
      return FLUSH_NANOS;
    }
  }

  private void write(LogSource.Chunk chunk) throws IOException {
    if (failure != null) {
      return;
    }
    startRequestedEpochs(chunk.position);
    boolean first = !writer.hasPending();
    writer.append(chunk.data, chunk.from, chunk.to, chunk.position);
    if (first) {
      oldestPendingNanos = System.nanoTime();
    }
  }

  private void startRequestedEpochs(long position) throws IOException {
    for (EpochRequest r = epochs.peek(); r != null && failure == null; r = epochs.peek()) {
      if (r.from > position) {
        return;
      }
      epochs.remove();
      writer.startEpoch(r.epoch);
    }
  }

  private long flushWhenOld() throws IOException {
    if (!writer.hasPending() || failure != null) {
      return FLUSH_NANOS;
    }
    long age = System.nanoTime() - oldestPendingNanos;
    if (age < FLUSH_NANOS) {
      return FLUSH_NANOS - age;
    }
    writer.flush();
    return FLUSH_NANOS;
  }

  private void fail(Exception e) {
    if (failure != null) {
      return;
    }
    failure = e instanceof IOException io ? io : new IOException(e);
    events.event(
        new LinkEvent(
            LinkEvent.Kind.JOURNAL_FAILED,
            "the journal can no longer be written: "
                + e
                + "; nothing after position "
                + writer.position()
                + " can be replayed and no backup can join; free the disk and"
                + " start the node again"));
  }
}
