package io.understudy.link.journal.cli;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A record in words, and as JSON with stable names. */
final class RecordText {
  /** Longest value on a line for people; {@code --json} has it whole. */
  private static final int TEXT = 120;

  private RecordText() {}

  /**
   * One line: position, length, thread, kind, native, fields.
   *
   * @param mark stands in front, one character
   * @param payload adds a dump of the record's payloads
   */
  static String plain(PlacedRecord placed, char mark, boolean payload)
      throws UnreadableRecordException {
    LogRecord record = placed.detailed();
    StringBuilder out = new StringBuilder();
    out.append(
        String.format(
            Locale.ROOT,
            "%c %12d %6d  #%-4d %-11s",
            mark,
            placed.position(),
            record.length(),
            placed.thread(),
            record.kind()));
    if (record.method() != null) {
      out.append(' ').append(record.method());
    }
    String comma = "  ";
    for (LogField field : record.fields()) {
      String text = visible(field.text());
      String shown = text.length() > TEXT ? text.substring(0, TEXT) + "..." : text;
      out.append(comma).append(field.name()).append(' ').append(shown);
      comma = ", ";
    }
    out.append('\n');
    for (LogField field : record.fields()) {
      if (payload && field.payload() != null) {
        out.append(HexDump.of(field.payload(), "      "));
      }
    }
    return out.toString();
  }

  /** Names and values, for one line of JSON. */
  static Map<String, Object> json(PlacedRecord placed, boolean payload)
      throws UnreadableRecordException {
    LogRecord record = placed.detailed();
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("position", placed.position());
    out.put("length", record.length());
    out.put("thread", placed.thread());
    out.put("kind", record.kind());
    out.put("native", record.method());
    List<Object> fields = new ArrayList<>();
    for (LogField field : record.fields()) {
      Map<String, Object> value = new LinkedHashMap<>();
      value.put("name", field.name());
      value.put("value", field.text());
      if (payload && field.payload() != null) {
        value.put("hex", HexFormat.of().formatHex(field.payload()));
      }
      fields.add(value);
    }
    out.put("fields", fields);
    return out;
  }

  /** Control characters of hostile text must not reach a terminal. */
  private static String visible(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      out.append(c < ' ' || c >= 0x7f ? String.format(Locale.ROOT, "\\u%04x", (int) c) : "" + c);
    }
    return out.toString();
  }
}
