package io.understudy.link.journal.cli;

import io.understudy.link.journal.JournalInspection;
import io.understudy.link.journal.SegmentReport;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Counts records and bytes by kind. */
final class RecordCount implements RecordScanner.Visitor {
  private static final class Sum {
    long records;
    long bytes;
  }

  private final Map<String, Sum> kinds = new TreeMap<>();
  private long records;

  @Override
  public void record(String kind, int bytes) {
    Sum sum = kinds.computeIfAbsent(kind, k -> new Sum());
    sum.records++;
    sum.bytes += bytes;
    records++;
  }

  String plain(JournalInspection found) {
    StringBuilder out = new StringBuilder();
    totals(found).forEach((k, v) -> out.append(k).append(' ').append(v).append('\n'));
    kinds.forEach(
        (kind, sum) ->
            out.append(
                String.format(
                    Locale.ROOT, "%-16s %12d records %14d bytes%n", kind, sum.records, sum.bytes)));
    return out.toString();
  }

  String json(JournalInspection found) {
    Map<String, Object> out = totals(found);
    Map<String, Object> byKind = new LinkedHashMap<>();
    kinds.forEach((k, sum) -> byKind.put(k, Map.of("records", sum.records, "bytes", sum.bytes)));
    out.put("kinds", byKind);
    return Json.line(out);
  }

  private Map<String, Object> totals(JournalInspection found) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("log_bytes", found.segments().stream().mapToLong(SegmentReport::rawBytes).sum());
    out.put("file_bytes", found.segments().stream().mapToLong(SegmentReport::fileBytes).sum());
    out.put("blocks", found.segments().stream().mapToLong(SegmentReport::blocks).sum());
    out.put("segments", (long) found.segments().size());
    out.put("records", records);
    return out;
  }
}
