package io.understudy.link.journal;

import io.understudy.engine.log.LogSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Looks through a whole journal without changing it.
 *
 * @param header header of the first segment, or null if it cannot be read
 * @param segments the segments that count, oldest first
 * @param aside segments of abandoned epochs that still have their name
 */
public record JournalInspection(
    JournalHeader header, List<SegmentReport> segments, List<String> aside) {

  /**
   * Reads every block of every segment.
   *
   * @param records gets all good blocks of the log in order, as far as they count, each with the
   *     header of its segment
   * @throws JournalException if the directory holds no segment
   */
  public static JournalInspection of(
      Path directory, BiConsumer<JournalHeader, LogSource.Chunk> records) throws IOException {
    JournalDirectory journal = new JournalDirectory(directory);
    List<JournalDirectory.Segment> counting = journal.segments();
    if (counting.isEmpty()) {
      throw new JournalException(
          JournalException.Code.EMPTY,
          directory
              + " holds no journal segment; there is nothing to look at; check the directory");
    }
    ZstdLibrary.load(journal.nativeDirectory());
    List<SegmentReport> reports = new ArrayList<>();
    JournalHeader first = null;
    SegmentReport before = null;
    for (JournalDirectory.Segment segment : counting) {
      boolean last = reports.size() == counting.size() - 1;
      SegmentReport report;
      try (SegmentReader reader = new SegmentReader(journal.file(segment.name()))) {
        first = first == null ? reader.header() : first;
        report = read(reader, segment, last, records);
        report = follows(report, reader.header(), before);
      } catch (JournalException e) {
        report = unreadable(segment, e.getMessage());
      }
      reports.add(report);
      before = report;
    }
    List<String> aside =
        journal.names().stream()
            .filter(n -> counting.stream().noneMatch(s -> s.name().equals(n)))
            .map(SegmentName::file)
            .toList();
    return new JournalInspection(first, List.copyOf(reports), aside);
  }

  /** Whether every segment is whole and follows the one before. */
  public boolean isGood() {
    return segments.stream().allMatch(s -> s.problem() == null);
  }

  private static SegmentReport read(
      SegmentReader reader,
      JournalDirectory.Segment segment,
      boolean last,
      BiConsumer<JournalHeader, LogSource.Chunk> records)
      throws IOException {
    long blocks = 0;
    SegmentReader.State state = reader.next();
    while (state == SegmentReader.State.BLOCK) {
      blocks++;
      Block block = reader.block();
      int length = (int) Math.min(block.data().length, segment.limit() - block.first());
      if (length > 0) {
        records.accept(
            reader.header(), new LogSource.Chunk(block.data(), 0, length, block.first()));
      }
      state = reader.next();
    }
    String problem = null;
    if (state != SegmentReader.State.END && (!last || reader.goodBlockBehind())) {
      problem =
          "the block at offset "
              + reader.offset()
              + " (log position "
              + reader.position()
              + ") fails its check";
    }
    return new SegmentReport(
        segment.name().file(),
        segment.name().epoch(),
        segment.name().start(),
        reader.position(),
        segment.limit(),
        reader.size(),
        blocks,
        reader.size() - reader.offset(),
        JournalTail.digestOf(reader.path()),
        problem);
  }

  private static SegmentReport follows(
      SegmentReport report, JournalHeader header, SegmentReport before) {
    if (before == null) {
      return header.start() == 0 || report.problem() != null
          ? report
          : report.with("the log does not begin here: segments before it are missing");
    }
    if (report.problem() != null || before.problem() != null) {
      return report;
    }
    if (Math.min(before.end(), before.limit()) != report.start()) {
      return report.with("it does not begin where " + before.file() + " ends, at " + before.end());
    }
    if (!header.previousDigest().equals(before.digest())) {
      return report.with("the digest in its header is not that of " + before.file());
    }
    return report;
  }

  private static SegmentReport unreadable(JournalDirectory.Segment segment, String problem) {
    SegmentName name = segment.name();
    return new SegmentReport(
        name.file(),
        name.epoch(),
        name.start(),
        name.start(),
        segment.limit(),
        0,
        0,
        0,
        Digest.NONE,
        problem);
  }
}
