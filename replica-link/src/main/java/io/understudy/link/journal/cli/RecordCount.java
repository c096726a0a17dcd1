package io.understudy.link.journal.cli;

import io.understudy.engine.log.LogSource;
import io.understudy.link.journal.JournalHeader;
import io.understudy.link.journal.JournalInspection;
import io.understudy.link.journal.SegmentReport;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Counts records and bytes by kind and by native. */
final class RecordCount implements BiConsumer<JournalHeader, LogSource.Chunk> {
  private static final class Sum {
    long records;
    long bytes;

    void add(int length) {
      records++;
      bytes += length;
    }

    Map<String, Object> json() {
      Map<String, Object> out = new LinkedHashMap<>();
      out.put("records", records);
      out.put("bytes", bytes);
      return out;
    }
  }

  private final RecordScanner.Factory scanners;
  private final Map<String, Sum> kinds = new TreeMap<>();
  private final Map<String, Sum> natives = new TreeMap<>();
  private RecordScanner scanner;
  private String unknown;
  private long records;

  RecordCount(RecordScanner.Factory scanners) {
    this.scanners = scanners;
  }

  /** Why records were not counted, or null if they were. */
  String unknown() {
    return unknown;
  }

  @Override
  public void accept(JournalHeader header, LogSource.Chunk chunk) {
    if (scanner == null && unknown == null) {
      try {
        scanner = scanners.of(header);
      } catch (UnknownRecordsException e) {
        unknown = e.getMessage();
      }
    }
    if (scanner != null) {
      for (int at = chunk.from; at < chunk.to; ) {
        LogRecord record = scanner.read(chunk.data, at, chunk.to, false);
        count(record);
        at += record.length();
      }
    }
  }

  private void count(LogRecord record) {
    kinds.computeIfAbsent(record.kind(), k -> new Sum()).add(record.length());
    if (record.method() != null) {
      natives.computeIfAbsent(record.method(), k -> new Sum()).add(record.length());
    }
    records++;
  }

  String plain(JournalInspection found) {
    StringBuilder out = new StringBuilder();
    totals(found)
        .forEach(
            (k, v) -> out.append(k).append(' ').append(v == null ? "unknown" : v).append('\n'));
    kinds.forEach((kind, sum) -> row(out, kind, sum));
    natives.forEach((method, sum) -> row(out, method, sum));
    return out.toString();
  }

  private static void row(StringBuilder out, String name, Sum sum) {
    out.append(
        String.format(
            Locale.ROOT, "%-48s %12d records %14d bytes%n", name, sum.records, sum.bytes));
  }

  String json(JournalInspection found) {
    Map<String, Object> out = totals(found);
    out.put("kinds", json(kinds));
    out.put("natives", json(natives));
    return Json.line(out);
  }

  private static Map<String, Object> json(Map<String, Sum> sums) {
    Map<String, Object> out = new LinkedHashMap<>();
    sums.forEach((name, sum) -> out.put(name, sum.json()));
    return out;
  }

  /** Records are null when they could not be counted. */
  private Map<String, Object> totals(JournalInspection found) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("log_bytes", found.segments().stream().mapToLong(SegmentReport::rawBytes).sum());
    out.put("file_bytes", found.segments().stream().mapToLong(SegmentReport::fileBytes).sum());
    out.put("blocks", found.segments().stream().mapToLong(SegmentReport::blocks).sum());
    out.put("segments", (long) found.segments().size());
    out.put("records", unknown == null ? records : null);
    return out;
  }
}
