package io.understudy.link.journal.cli;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How two logs compare.
 *
 * @param header lines, each a difference of the headers
 * @param common the last records that are alike in both
 * @param a the first record that differs and those behind it; empty if A has none there
 * @param b the same of B
 * @param epochs epoch of the first record that differs, or of the last one, in A and B
 * @param aEnd log position behind what was read of A; its end if no record differs
 * @param bEnd the same of B
 */
record JournalDifference(
    List<String> header,
    List<PlacedRecord> common,
    List<PlacedRecord> a,
    List<PlacedRecord> b,
    List<Long> epochs,
    long aEnd,
    long bEnd) {

  static JournalDifference find(RecordStream a, RecordStream b, int context) throws IOException {
    List<String> header = HeaderDifference.of(a.header(), b.header());
    ArrayDeque<PlacedRecord> common = new ArrayDeque<>();
    PlacedRecord left = a.next();
    PlacedRecord right = b.next();
    while (left != null && right != null && left.sameBytes(right)) {
      common.add(left);
      if (common.size() > context) {
        common.remove();
      }
      left = a.next();
      right = b.next();
    }
    List<Long> epochs = List.of(a.epoch(), b.epoch());
    List<PlacedRecord> fromA = rest(a, left, context);
    List<PlacedRecord> fromB = rest(b, right, context);
    if (left == null || right == null) {
      return new JournalDifference(
          header, List.copyOf(common), fromA, fromB, epochs, end(a), end(b));
    }
    return new JournalDifference(
        header, List.copyOf(common), fromA, fromB, epochs, a.position(), b.position());
  }

  private static List<PlacedRecord> rest(RecordStream in, PlacedRecord first, int context)
      throws IOException {
    List<PlacedRecord> records = new ArrayList<>();
    for (PlacedRecord r = first; r != null; r = in.next()) {
      records.add(r);
      if (records.size() > context) {
        break;
      }
    }
    return records;
  }

  /** Goes to the end, which a log that is read no further has not met. */
  private static long end(RecordStream in) throws IOException {
    while (in.next() != null) {
      // only the position is wanted
    }
    return in.position();
  }

  /** A record differs, or the headers do. */
  boolean differs() {
    return !header.isEmpty() || (!a.isEmpty() && !b.isEmpty());
  }

  /** Log position of the first record that is not in both; -1 if all are. */
  long position() {
    return !a.isEmpty() ? a.get(0).position() : b.isEmpty() ? -1 : b.get(0).position();
  }

  String plain(boolean payload) throws UnreadableRecordException {
    StringBuilder out = new StringBuilder();
    for (String line : header) {
      out.append("header differs: ").append(line).append('\n');
    }
    out.append(verdict()).append('\n');
    if (position() >= 0) {
      list(out, "alike in both before it:", common, ' ', payload);
      list(out, "A" + (a.isEmpty() ? " ends here" : " goes on:"), a, 'A', payload);
      list(out, "B" + (b.isEmpty() ? " ends here" : " goes on:"), b, 'B', payload);
    }
    return out.toString();
  }

  private static void list(
      StringBuilder out, String title, List<PlacedRecord> records, char mark, boolean payload)
      throws UnreadableRecordException {
    out.append(title).append('\n');
    for (PlacedRecord r : records) {
      out.append(RecordText.plain(r, mark, payload));
    }
  }

  private String verdict() {
    if (position() < 0) {
      return "the same records in both, up to position " + aEnd;
    }
    if (a.isEmpty() || b.isEmpty()) {
      return (a.isEmpty() ? "A" : "B")
          + " is a prefix of the other: it ends at position "
          + position()
          + ", the other at "
          + Math.max(aEnd, bEnd);
    }
    String epoch =
        epochs.get(0).equals(epochs.get(1))
            ? "" + epochs.get(0)
            : epochs.get(0) + " and " + epochs.get(1);
    return "the first difference is in the record at position "
        + position()
        + ", in its byte "
        + a.get(0).firstDifference(b.get(0))
        + "; thread #"
        + a.get(0).thread()
        + ", epoch "
        + epoch;
  }

  Map<String, Object> json(boolean payload) throws UnreadableRecordException {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("same", position() < 0 && header.isEmpty());
    out.put("prefix", position() < 0 ? null : a.isEmpty() ? "A" : b.isEmpty() ? "B" : null);
    out.put("position", position() < 0 ? null : position());
    out.put("header", header);
    out.put("common", json(common, payload));
    out.put("a", json(a, payload));
    out.put("b", json(b, payload));
    return out;
  }

  private static List<Object> json(List<PlacedRecord> records, boolean payload)
      throws UnreadableRecordException {
    List<Object> out = new ArrayList<>();
    for (PlacedRecord r : records) {
      out.add(RecordText.json(r, payload));
    }
    return out;
  }
}
