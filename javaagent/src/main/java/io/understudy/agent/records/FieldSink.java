package io.understudy.agent.records;

import io.understudy.link.journal.cli.LogField;
import java.util.ArrayList;
import java.util.List;

/** Gathers the fields of a record, or passes over them. */
final class FieldSink {
  private static final FieldSink NONE = new FieldSink(null);

  private final List<LogField> fields;

  private FieldSink(List<LogField> fields) {
    this.fields = fields;
  }

  static FieldSink of(boolean detail) {
    return detail ? new FieldSink(new ArrayList<>()) : NONE;
  }

  List<LogField> fields() {
    return fields == null ? List.of() : List.copyOf(fields);
  }

  void add(String name, Object value) {
    if (fields != null) {
      fields.add(LogField.of(name, value));
    }
  }

  /** A length and so many bytes that went through the native. */
  void payload(String name, Cursor in) {
    if (fields == null) {
      in.skip(in.length());
      return;
    }
    byte[] bytes = in.bytes();
    fields.add(new LogField(name, Preview.of(bytes), bytes));
  }

  /** A length and a {@code struct sockaddr}. */
  void address(String name, Cursor in) {
    if (fields == null) {
      in.skip(in.length());
    } else {
      fields.add(LogField.of(name, Preview.ofAddress(in.bytes())));
    }
  }
}
