package io.understudy.link.journal.cli;

import io.understudy.link.journal.JournalHeader;
import io.understudy.link.journal.JournalInspection;
import io.understudy.link.journal.SegmentReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An inspection in words, and as JSON with stable names. */
final class InspectionText {
  private InspectionText() {}

  static String plain(JournalInspection found) {
    StringBuilder out = new StringBuilder();
    JournalHeader header = found.header();
    if (header != null) {
      out.append("cluster ").append(header.cluster()).append('\n');
      header.identity().forEach((k, v) -> out.append(k).append(' ').append(v).append('\n'));
    }
    for (SegmentReport s : found.segments()) {
      out.append(
          String.format(
              Locale.ROOT,
              "%s epoch %d position %d..%d blocks %d file bytes %d%s%s%n",
              s.file(),
              s.epoch(),
              s.start(),
              s.end(),
              s.blocks(),
              s.fileBytes(),
              s.tornBytes() > 0 ? " torn bytes " + s.tornBytes() : "",
              s.problem() == null ? "" : " DAMAGED: " + s.problem()));
    }
    found.aside().forEach(f -> out.append(f).append(" replaced by a newer epoch\n"));
    return out.toString();
  }

  static String json(JournalInspection found) {
    Map<String, Object> out = new LinkedHashMap<>();
    JournalHeader header = found.header();
    out.put("cluster", header == null ? null : header.cluster());
    out.put("identity", header == null ? Map.of() : header.identity());
    List<Object> segments = new ArrayList<>();
    for (SegmentReport s : found.segments()) {
      Map<String, Object> segment = new LinkedHashMap<>();
      segment.put("file", s.file());
      segment.put("epoch", s.epoch());
      segment.put("start", s.start());
      segment.put("end", s.end());
      segment.put("blocks", s.blocks());
      segment.put("file_bytes", s.fileBytes());
      segment.put("torn_bytes", s.tornBytes());
      segment.put("sha256", s.digest().toString());
      segment.put("problem", s.problem());
      segments.add(segment);
    }
    out.put("segments", segments);
    out.put("replaced", found.aside());
    out.put("good", found.isGood());
    return Json.line(out);
  }

  static String verdict(JournalInspection found) {
    StringBuilder out = new StringBuilder();
    for (SegmentReport s : found.segments()) {
      if (s.problem() != null) {
        out.append(s.file()).append(": ").append(s.problem()).append('\n');
      } else if (s.tornBytes() > 0) {
        out.append(s.file()).append(": torn tail of ").append(s.tornBytes());
        out.append(" bytes, as a crash leaves it; it is ignored\n");
      }
    }
    if (found.isGood()) {
      out.append("good: ").append(found.segments().size()).append(" segments, log ends at ");
      out.append(end(found)).append('\n');
    } else {
      out.append("damaged: what follows cannot be replayed; restore the files from the other");
      out.append(" node's journal\n");
    }
    return out.toString();
  }

  static String verdictJson(JournalInspection found) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("good", found.isGood());
    out.put("end", end(found));
    Map<String, String> problems = new LinkedHashMap<>();
    for (SegmentReport s : found.segments()) {
      if (s.problem() != null) {
        problems.put(s.file(), s.problem());
      }
    }
    out.put("problems", problems);
    return Json.line(out);
  }

  static long end(JournalInspection found) {
    return found.segments().get(found.segments().size() - 1).end();
  }
}
