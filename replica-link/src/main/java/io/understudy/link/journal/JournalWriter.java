package io.understudy.link.journal;

import io.understudy.link.LinkEvent;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Appends to a journal: gathers records into blocks, blocks into segments. Used by one thread;
 * other threads and processes may read the files meanwhile.
 */
public final class JournalWriter implements Closeable {
  /** Longest run of bytes that one call may bring. */
  public static final int MAX_APPEND = BlockFormat.MAX_RAW;

  private final Path directory;
  private final long segmentBytes;
  private final byte[] pending = new byte[BlockFormat.TARGET];
  private int pendingLength;
  private JournalHeader header;
  private SegmentWriter segment;
  private long position;
  private long segmentStart;

  private JournalWriter(Path directory, JournalHeader header, long segmentBytes)
      throws IOException {
    this.directory = directory;
    this.segmentBytes = segmentBytes;
    this.header = header;
    this.position = header.start();
    this.segmentStart = header.start();
    this.segment = new SegmentWriter(directory, header);
  }

  /**
   * Begins a new log in an empty or absent directory.
   *
   * @param segmentBytes file size beyond which the next block begins a new segment
   * @throws JournalException if the directory holds a log already
   */
  public static JournalWriter create(Path directory, JournalHeader genesis, long segmentBytes)
      throws IOException {
    JournalDirectory journal = new JournalDirectory(directory);
    if (!journal.isEmpty()) {
      throw new JournalException(
          JournalException.Code.NOT_EMPTY,
          directory
              + " already holds a log of "
              + journal.names().size()
              + " segments; a new run of"
              + " the server would mix with it; give an empty directory, or move this one away");
    }
    Files.createDirectories(directory);
    ZstdLibrary.load(journal.nativeDirectory());
    return new JournalWriter(directory, genesis, segmentBytes);
  }

  /**
   * Goes on behind the last good block of a log, in a new segment of the same epoch.
   *
   * @param events told about a torn tail
   */
  public static JournalWriter resume(Path directory, long segmentBytes, LinkEvent.Listener events)
      throws IOException {
    JournalTail tail = JournalTail.cut(new JournalDirectory(directory), events);
    return new JournalWriter(directory, tail.nextHeader(), segmentBytes);
  }

  /**
   * Appends whole records.
   *
   * @throws IllegalStateException if {@code at} is not {@link #position}
   */
  public void append(byte[] data, int from, int to, long at) throws IOException {
    if (at != position) {
      throw new IllegalStateException(
          "records for position " + at + " came where " + position + " was due");
    }
    int length = to - from;
    if (length <= 0 || length > MAX_APPEND) {
      throw new IllegalArgumentException(
          length + " bytes in one append; 1 to " + MAX_APPEND + " are legal");
    }
    if (pendingLength + length > pending.length) {
      flush();
    }
    if (length > pending.length) {
      write(data, from, to, position);
    } else {
      System.arraycopy(data, from, pending, pendingLength, length);
      pendingLength += length;
    }
    position += length;
  }

  /** Writes what waits as a block: from now on readers see all that was appended. */
  public void flush() throws IOException {
    if (pendingLength > 0) {
      write(pending, 0, pendingLength, position - pendingLength);
      pendingLength = 0;
    }
  }

  /** Flushes, and waits until the disk has it. */
  public void force() throws IOException {
    flush();
    segment.force();
  }

  /** Whether appended records wait for a flush. */
  public boolean hasPending() {
    return pendingLength > 0;
  }

  /** Everything from here on is of a newer epoch. */
  public void startEpoch(long epoch) throws IOException {
    if (epoch <= header.epoch()) {
      throw new IllegalArgumentException(
          "epoch " + epoch + " cannot follow epoch " + header.epoch());
    }
    flush();
    rollAt(epoch, position);
  }

  /** Log position of the next byte to be appended. */
  public long position() {
    return position;
  }

  public long epoch() {
    return header.epoch();
  }

  /** Header of the segment that is being written. */
  public JournalHeader header() {
    return header;
  }

  @Override
  public void close() throws IOException {
    try {
      force();
    } finally {
      segment.close();
    }
  }

  private void write(byte[] data, int from, int to, long first) throws IOException {
    if (segment.size() >= segmentBytes && first > segmentStart) {
      rollAt(header.epoch(), first);
    }
    segment.block(data, from, to, first);
  }

  private void rollAt(long epoch, long start) throws IOException {
    SegmentWriter old = segment;
    header = header.next(epoch, start, old.digest());
    segment = new SegmentWriter(directory, header);
    segmentStart = start;
    old.close();
  }
}
