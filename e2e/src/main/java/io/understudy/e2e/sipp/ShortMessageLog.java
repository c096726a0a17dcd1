package io.understudy.e2e.sipp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads what SIPp's {@code -trace_shortmsg} writes: date, time, epoch seconds with microseconds,
 * {@code S} or {@code R}, Call-ID, {@code CSeq:number method}, first line; parted by tabs.
 *
 * <p>A SIPp that was killed leaves a torn last line; lines that do not parse are left out.
 */
public final class ShortMessageLog {
  private static final int FIELDS = 7;
  private static final int EPOCH = 2;
  private static final int DIRECTION = 3;
  private static final int CALL_ID = 4;
  private static final int CSEQ = 5;
  private static final int FIRST_LINE = 6;

  private ShortMessageLog() {}

  /** All messages of a log in the order written; none if the file does not exist. */
  public static List<SipEvent> read(Path file) throws IOException {
    List<SipEvent> events = new ArrayList<>();
    for (String line : lines(file)) {
      parse(line).ifPresent(events::add);
    }
    return events;
  }

  /** The lines of a file of SIPp's; none if it does not exist. */
  static List<String> lines(Path file) throws IOException {
    // ISO-8859-1 maps every byte: a torn multi-byte character must not end the reading
    return Files.exists(file) ? Files.readAllLines(file, StandardCharsets.ISO_8859_1) : List.of();
  }

  static Optional<SipEvent> parse(String line) {
    List<String> fields = Arrays.asList(line.split("\t", FIELDS));
    if (fields.size() < FIELDS || fields.get(FIRST_LINE).isBlank()) {
      return Optional.empty();
    }
    String cseq = fields.get(CSEQ);
    int space = cseq.lastIndexOf(' ');
    Optional<Long> micros = micros(fields.get(EPOCH));
    if (space < 0 || micros.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new SipEvent(
            micros.get(),
            fields.get(DIRECTION).equals("S"),
            fields.get(CALL_ID),
            cseq.substring(space + 1).strip(),
            fields.get(FIRST_LINE).strip()));
  }

  private static Optional<Long> micros(String epoch) {
    int dot = epoch.indexOf('.');
    if (dot < 0 || epoch.length() != dot + 7) {
      return Optional.empty();
    }
    try {
      long seconds = Long.parseLong(epoch.substring(0, dot));
      return Optional.of(seconds * 1_000_000 + Long.parseLong(epoch.substring(dot + 1)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
