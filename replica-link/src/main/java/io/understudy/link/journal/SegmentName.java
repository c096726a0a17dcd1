package io.understudy.link.journal;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name {@code <epoch>-<startPosition>.log} of a segment, both in decimal with leading zeros, so
 * that names sort as segments do.
 *
 * @param epoch epoch in which the segment's records were made, from 1
 * @param start log position of its first byte
 */
public record SegmentName(long epoch, long start) implements Comparable<SegmentName> {
  static final String ASIDE = ".aside";
  private static final Pattern PATTERN = Pattern.compile("(\\d{10})-(\\d{19})\\.log");

  public String file() {
    return String.format(Locale.ROOT, "%010d-%019d.log", epoch, start);
  }

  /** Returns the name, or nothing for a file that is no segment. */
  static Optional<SegmentName> parse(Path path) {
    Matcher m = PATTERN.matcher(String.valueOf(path.getFileName()));
    if (!m.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new SegmentName(Long.parseLong(m.group(1)), Long.parseLong(m.group(2))));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  @Override
  public int compareTo(SegmentName other) {
    int byEpoch = Long.compare(epoch, other.epoch);
    return byEpoch != 0 ? byEpoch : Long.compare(start, other.start);
  }
}
