package io.understudy.link.journal.cli;

import io.understudy.engine.log.LogSource;
import io.understudy.link.journal.JournalHeader;
import io.understudy.link.journal.JournalReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The records of a journal from genesis on, one by one. A journal that is still written, or that a
 * crash has cut off, ends where its last whole block ends. Used by one thread.
 */
final class RecordStream implements Closeable {
  /** The program's main thread, which has the turn when the log begins. */
  private static final int MAIN = 1;

  private final Path directory;
  private final JournalReader reader;
  private final JournalHeader header;
  private final RecordScanner scanner;
  private LogSource.Chunk chunk;
  private int at;
  private int thread = MAIN;

  /**
   * Opens a journal.
   *
   * @throws UnknownRecordsException its records cannot be told apart here
   */
  RecordStream(Path directory, RecordScanner.Factory scanners)
      throws IOException, UnknownRecordsException {
    this.directory = directory;
    reader = new JournalReader(directory, 0, true, event -> {});
    header = reader.header();
    try {
      scanner = scanners.of(header);
    } catch (UnknownRecordsException | RuntimeException e) {
      reader.close();
      throw e;
    }
  }

  /** The header with which the log began. */
  JournalHeader header() {
    return header;
  }

  /** Epoch of the record that {@link #next} has returned. */
  long epoch() {
    return reader.header().epoch();
  }

  /** Log position behind the last record. */
  long position() {
    return chunk == null ? 0 : chunk.position + at - chunk.from;
  }

  /** The next record, or null when there is none (yet). */
  PlacedRecord next() throws IOException {
    while (chunk == null || at == chunk.to) {
      LogSource.Chunk more = reader.next();
      if (more == null) {
        return null;
      }
      chunk = more;
      at = more.from;
    }
    long position = position();
    LogRecord brief;
    try {
      brief = scanner.read(chunk.data, at, chunk.to, false);
    } catch (RuntimeException e) {
      throw new UnreadableRecordException(directory, position, e);
    }
    if (brief.granted() != LogRecord.NOBODY) {
      thread = brief.granted();
    }
    PlacedRecord found = new PlacedRecord(position, thread, brief, this, chunk, at);
    at += brief.length();
    return found;
  }

  LogRecord detail(PlacedRecord placed) throws UnreadableRecordException {
    try {
      return scanner.read(placed.chunk().data, placed.at(), placed.chunk().to, true);
    } catch (RuntimeException e) {
      throw new UnreadableRecordException(directory, placed.position(), e);
    }
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
