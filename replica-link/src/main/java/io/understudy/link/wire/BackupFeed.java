package io.understudy.link.wire;

import io.understudy.engine.log.LogSource;
import io.understudy.link.LinkLimits;
import io.understudy.link.commit.CommitGate;
import io.understudy.link.journal.JournalReader;
import io.understudy.link.journal.JournalWriter;
import io.understudy.link.journal.LogFeed;
import io.understudy.link.message.Clocks;
import io.understudy.link.message.LinkMessage;
import io.understudy.link.message.Released;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Feeds one backup at a time, on the log thread: first from the journal's files, then, once these
 * are exhausted, with each chunk as it comes. One thread does both, so there is no gap between
 * them.
 */
final class BackupFeed implements LogFeed {
  /** Adjoining chunks are sent as one frame up to this size. */
  private static final int MERGE_BYTES = 256 * 1024;

  /** Most bytes in flight while the backup is fed from files. */
  private static final long CATCH_UP_WINDOW = 4 << 20;

  private static final int CATCH_UP_CHUNKS = 32;
  private static final long IDLE_NANOS = 1_000_000_000;

  private final Path journal;
  private final LinkLimits limits;
  private final CommitGate gate;
  private final LongSupplier nanos;
  private final LongSupplier millis;
  private final List<LogSource.Chunk> batch = new ArrayList<>();
  private volatile BackupSession session;
  private volatile BackupSession liveSession;
  private BackupSession fed;
  private JournalReader reader;
  private long end;
  private long reportedRelease;
  private long lastClocks;
  private long lastReleased;
  private volatile LinkMessage farewell;
  private volatile long farewellFrom;
  private volatile boolean saidFarewell;

  BackupFeed(
      Path journal, LinkLimits limits, CommitGate gate, LongSupplier nanos, LongSupplier millis) {
    this.journal = journal;
    this.limits = limits;
    this.gate = gate;
    this.nanos = nanos;
    this.millis = millis;
  }

  /** Begins to feed, or with null ceases. Called on the event loop. */
  void serve(BackupSession next) {
    session = next;
  }

  /** Is to be said once the log up to a position has been sent. Any thread. */
  void farewell(LinkMessage message, long from) {
    farewellFrom = from;
    farewell = message;
  }

  boolean saidFarewell() {
    return saidFarewell;
  }

  boolean isLive() {
    BackupSession s = session;
    return s != null && s == liveSession;
  }

  @Override
  public void chunk(LogSource.Chunk chunk) {
    end = chunk.position + (chunk.to - chunk.from);
    if (!feedsLive()) {
      return;
    }
    int last = batch.size() - 1;
    LogSource.Chunk before = last < 0 ? null : batch.get(last);
    if (before != null
        && before.data == chunk.data
        && before.to == chunk.from
        && chunk.to - before.from <= MERGE_BYTES) {
      batch.set(last, new LogSource.Chunk(before.data, before.from, chunk.to, before.position));
    } else {
      batch.add(chunk);
    }
  }

  @Override
  public void flush() {
    if (!batch.isEmpty()) {
      fed.sendLog(new ArrayList<>(batch));
      batch.clear();
    }
  }

  @Override
  public long step(JournalWriter writer) throws IOException {
    end = writer.position();
    BackupSession s = session;
    if (s != fed) {
      change(s);
    }
    if (s == null) {
      return IDLE_NANOS;
    }
    long wait = limits.clocks().toNanos();
    if (s != liveSession) {
      wait = catchUp(s, writer);
    }
    if (farewell != null && !saidFarewell && s == liveSession && end >= farewellFrom) {
      s.send(farewell);
      saidFarewell = true;
    }
    s.judgeSpeed(end);
    return Math.min(wait, tell(s));
  }

  @Override
  public boolean hasRoom() {
    BackupSession s = session;
    return s == null || s != liveSession || s.outstanding() < limits.memoryBytes();
  }

  private boolean feedsLive() {
    return isLive() && session == fed;
  }

  private void change(BackupSession next) throws IOException {
    batch.clear();
    if (reader != null) {
      reader.close();
      reader = null;
    }
    fed = next;
    if (next != null) {
      try {
        reader = new JournalReader(journal, next.resume(), true, next.events());
      } catch (IOException e) {
        next.end(CloseReason.JOURNAL, e.getMessage());
      }
      reportedRelease = 0;
      lastClocks = System.nanoTime() - limits.clocks().toNanos();
    }
  }

  private long catchUp(BackupSession s, JournalWriter writer) {
    if (reader == null) {
      return IDLE_NANOS;
    }
    try {
      for (int i = 0; i < CATCH_UP_CHUNKS; i++) {
        if (s.outstanding() > CATCH_UP_WINDOW) {
          return 1_000_000;
        }
        LogSource.Chunk chunk = reader.next();
        if (chunk != null) {
          s.sendLog(List.of(chunk));
        } else if (reader.position() == end) {
          reader.close();
          reader = null;
          liveSession = s;
          s.live(end);
          return limits.clocks().toNanos();
        } else if (writer.hasPending()) {
          writer.flush();
        } else {
          throw new IOException(
              "the journal ends at " + reader.position() + " where " + end + " was written");
        }
      }
      return 0;
    } catch (IOException e) {
      s.end(CloseReason.JOURNAL, "the backup cannot be fed from the journal: " + e.getMessage());
      return IDLE_NANOS;
    }
  }

  /** Sends clocks and releases when due; returns the time until the next may be. */
  private long tell(BackupSession s) {
    long now = System.nanoTime();
    long clocksEvery = limits.clocks().toNanos();
    long releasedEvery = limits.released().toNanos();
    if (now - lastClocks >= clocksEvery) {
      lastClocks = now;
      s.send(
          LinkMessage.newBuilder()
              .setClocks(
                  Clocks.newBuilder()
                      .setPosition(end)
                      .setNanos(nanos.getAsLong())
                      .setMillis(millis.getAsLong()))
              .build());
    }
    long wait = clocksEvery - (now - lastClocks);
    long released = gate.releasedPosition();
    if (released > reportedRelease && now - lastReleased >= releasedEvery) {
      lastReleased = now;
      reportedRelease = released;
      s.send(
          LinkMessage.newBuilder()
              .setReleased(Released.newBuilder().setPosition(released))
              .build());
    }
    boolean awaited = gate.submittedPosition() > reportedRelease;
    return awaited ? Math.min(wait, releasedEvery) : wait;
  }
}
