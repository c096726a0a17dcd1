package io.understudy.link.journal;

import io.understudy.engine.log.LogSource;
import io.understudy.link.LinkEvent;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads a journal from a position on, across segments and epochs, and can follow it while it grows.
 * Used by one thread.
 */
public final class JournalReader implements Closeable {
  private final JournalDirectory journal;
  private final boolean follow;
  private final LinkEvent.Listener events;
  private SegmentReader segment;
  private long limit;
  private long position;
  private boolean ended;

  /**
   * Opens at a position, which must be one at which some append ended (0 is).
   *
   * @param follow true while another thread or process still writes: {@link #next} then returns
   *     null where there is nothing yet, and a half-written block is waited for
   * @param events told about a torn tail
   * @throws JournalException if no segment holds the position
   */
  public JournalReader(Path directory, long from, boolean follow, LinkEvent.Listener events)
      throws IOException {
    this.journal = new JournalDirectory(directory);
    this.follow = follow;
    this.events = events;
    this.position = from;
    JournalDirectory.Segment start = null;
    for (JournalDirectory.Segment s : journal.segments()) {
      if (s.name().start() <= from) {
        start = s;
      }
    }
    if (start == null) {
      throw new JournalException(
          journal.isEmpty() ? JournalException.Code.EMPTY : JournalException.Code.GAP,
          directory
              + " holds no journal segment for position "
              + from
              + "; a replay would lack its"
              + " beginning; check the directory, or restore the missing segments from the other"
              + " node");
    }
    ZstdLibrary.load(journal.nativeDirectory());
    open(start);
  }

  /** Header of the segment at the present place. */
  public JournalHeader header() {
    return segment.header();
  }

  /** Position of the next byte to be returned. */
  public long position() {
    return position;
  }

  /**
   * Returns the next records, or null if there are none: for ever in a journal that is not
   * followed, else for now.
   *
   * @throws JournalException on damage or a gap; what was returned before is whole
   */
  public LogSource.Chunk next() throws IOException {
    while (!ended) {
      if (position >= limit && !advance()) {
        return null;
      }
      SegmentReader.State state = segment.next();
      if (state == SegmentReader.State.BLOCK) {
        LogSource.Chunk chunk = wanted(segment.block());
        if (chunk != null) {
          return chunk;
        }
      } else if (!advance()) {
        if (follow && state != SegmentReader.State.BAD) {
          return null;
        }
        finish(state);
      }
    }
    return null;
  }

  @Override
  public void close() throws IOException {
    segment.close();
  }

  private LogSource.Chunk wanted(Block block) {
    long end = Math.min(block.end(), limit);
    if (end <= position) {
      return null;
    }
    LogSource.Chunk chunk =
        new LogSource.Chunk(
            block.data(), (int) (position - block.first()), (int) (end - block.first()), position);
    position = end;
    return chunk;
  }

  /** Goes to the segment that begins where this one ended, if it is there. */
  private boolean advance() throws IOException {
    List<JournalDirectory.Segment> segments = journal.segments();
    SegmentName current = segment.header().name();
    for (JournalDirectory.Segment s : segments) {
      if (s.name().compareTo(current) > 0 && s.name().start() == position) {
        open(s);
        return true;
      }
      if (s.name().equals(current)) {
        limit = s.limit();
      }
    }
    return false;
  }

  private void open(JournalDirectory.Segment next) throws IOException {
    SegmentReader opened = new SegmentReader(journal.file(next.name()));
    if (segment != null) {
      segment.close();
    }
    opened.skipTo(position);
    segment = opened;
    limit = next.limit();
  }

  private void finish(SegmentReader.State state) throws IOException {
    ended = true;
    SegmentName current = segment.header().name();
    for (JournalDirectory.Segment s : journal.segments()) {
      if (s.name().compareTo(current) > 0) {
        throw new JournalException(
            JournalException.Code.GAP,
            "the journal has a gap: "
                + segment.path()
                + " ends at position "
                + segment.position()
                + ", the next segment "
                + s.name().file()
                + " begins at "
                + s.name().start()
                + "; the records between cannot be replayed; restore them from the other node");
      }
    }
    if (state != SegmentReader.State.END) {
      TornTail.check(segment, events);
    } else if (position < segment.position() || position > segment.position()) {
      throw new JournalException(
          JournalException.Code.GAP,
          "position "
              + position
              + " lies beyond the end "
              + segment.position()
              + " of "
              + segment.path()
              + "; records are missing; check the journal directory");
    }
  }
}
