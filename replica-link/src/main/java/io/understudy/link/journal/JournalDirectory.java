package io.understudy.link.journal;

import io.understudy.link.LinkEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The segments of one journal.
 *
 * <p>A newer epoch that starts at position P replaces everything of older epochs from P on: those
 * records were never committed.
 *
 * @param path the directory
 */
public record JournalDirectory(Path path) {

  /**
   * A segment and how much of it counts.
   *
   * @param name its name
   * @param limit position from which on a newer epoch holds, or {@link Long#MAX_VALUE}
   */
  public record Segment(SegmentName name, long limit) {}

  /** The segments that count, oldest first. Empty if there is no such directory. */
  public List<Segment> segments() throws IOException {
    List<SegmentName> names = names();
    List<Segment> result = new ArrayList<>();
    for (SegmentName name : names) {
      long limit = Long.MAX_VALUE;
      for (SegmentName other : names) {
        if (other.epoch() > name.epoch()) {
          limit = Math.min(limit, other.start());
        }
      }
      if (name.start() < limit) {
        result.add(new Segment(name, limit));
      }
    }
    return result;
  }

  public boolean isEmpty() throws IOException {
    return names().isEmpty();
  }

  /** The header of the newest segment that counts, or nothing in an empty directory. */
  public Optional<JournalHeader> lastHeader() throws IOException {
    List<Segment> segments = segments();
    if (segments.isEmpty()) {
      return Optional.empty();
    }
    ZstdLibrary.load(nativeDirectory());
    try (SegmentReader reader = new SegmentReader(file(segments.get(segments.size() - 1).name()))) {
      return Optional.of(reader.header());
    }
  }

  /**
   * Log position behind the last good block; a torn tail is cut off.
   *
   * @throws JournalException if there is no segment, or the last one is damaged
   */
  public long end(LinkEvent.Listener events) throws IOException {
    return JournalTail.cut(this, events).position();
  }

  /** Renames every segment, so that a new log can begin here. Returns how many there were. */
  public int setAllAside() throws IOException {
    List<SegmentName> names = names();
    for (SegmentName name : names) {
      aside(name);
    }
    return names.size();
  }

  /**
   * Takes out of the journal what lies at and behind a position: another node has gone on from
   * there in a newer epoch. Whole segments are renamed; of one that reaches across, a copy is kept
   * under the new name.
   *
   * @return how many segments were touched
   */
  public int setAsideFrom(long position) throws IOException {
    int touched = 0;
    for (SegmentName name : names()) {
      if (name.start() >= position) {
        aside(name);
        touched++;
      } else if (endOf(name) > position) {
        shorten(name, position);
        touched++;
      }
    }
    return touched;
  }

  Path file(SegmentName name) {
    return path.resolve(name.file());
  }

  Path nativeDirectory() {
    return path.resolve("native");
  }

  List<SegmentName> names() throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(path)) {
      return files.map(SegmentName::parse).flatMap(Optional::stream).sorted().toList();
    }
  }

  private long endOf(SegmentName name) throws IOException {
    ZstdLibrary.load(nativeDirectory());
    try (SegmentReader reader = new SegmentReader(file(name))) {
      while (reader.next() == SegmentReader.State.BLOCK) {
        // only the end is wanted
      }
      return reader.position();
    }
  }

  private void shorten(SegmentName name, long position) throws IOException {
    Path old = aside(name);
    try (SegmentReader reader = new SegmentReader(old);
        SegmentWriter writer = new SegmentWriter(path, reader.header())) {
      while (reader.position() < position && reader.next() == SegmentReader.State.BLOCK) {
        Block block = reader.block();
        int length = (int) Math.min(block.data().length, position - block.first());
        writer.block(block.data(), 0, length, block.first());
      }
      writer.force();
    }
  }

  private Path aside(SegmentName name) throws IOException {
    Path target = path.resolve(name.file() + SegmentName.ASIDE);
    for (int i = 1; Files.exists(target); i++) {
      target = path.resolve(name.file() + "." + i + SegmentName.ASIDE);
    }
    return Files.move(file(name), target, StandardCopyOption.ATOMIC_MOVE);
  }
}
