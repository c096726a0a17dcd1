package io.understudy.agent.records;

import io.understudy.agent.identity.Identity;
import io.understudy.engine.log.RecordKind;
import io.understudy.engine.turn.Externals;
import io.understudy.engine.turn.Reason;
import io.understudy.link.journal.JournalHeader;
import io.understudy.link.journal.cli.LogRecord;
import io.understudy.link.journal.cli.RecordScanner;
import io.understudy.link.journal.cli.UnknownRecordsException;
import io.understudy.weaver.census.RunningImage;
import io.understudy.weaver.table.Bridged;
import io.understudy.weaver.table.NativeTable;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Cuts a log into records. A record does not state its length: what follows the number of a native
 * is known from the table of natives, whose numbers are those of one JDK build and one agent.
 */
final class RecordCutter implements RecordScanner {
  private final Map<Integer, Bridged> natives = new HashMap<>();
  private final Map<Integer, List<Part>> parts = new HashMap<>();

  RecordCutter(List<Bridged> natives) {
    for (Bridged each : natives) {
      this.natives.put(each.id(), each);
      parts.put(each.id(), Part.of(each));
    }
  }

  /**
   * Of the running JDK and this jar.
   *
   * @throws UnknownRecordsException if the journal was written by others
   */
  static RecordCutter of(JournalHeader header) throws UnknownRecordsException {
    try {
      File jar =
          new File(RecordCutter.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      for (Map.Entry<String, String> here : Identity.ofThisAgent(jar).entrySet()) {
        require(here.getKey(), header.identity().get(here.getKey()), here.getValue());
      }
    } catch (IOException | URISyntaxException e) {
      throw new UnknownRecordsException("this jar and this JDK cannot be read: " + e);
    }
    String table = header.identity().get("table");
    require("table", table, null);
    return new RecordCutter(RunningImage.bridged(NativeTable.load()));
  }

  private static void require(String name, String recorded, String here)
      throws UnknownRecordsException {
    if (recorded == null ? here != null : !recorded.equals(here)) {
      throw new UnknownRecordsException(
          name
              + " differs: recorded "
              + recorded
              + ", here "
              + here
              + ". Records name natives by numbers of one JDK and one agent; run the command with"
              + " those of the recording");
    }
  }

  @Override
  public LogRecord read(byte[] data, int at, int to, boolean detail) {
    Cursor in = new Cursor(data, at, to);
    FieldSink fields = FieldSink.of(detail);
    int kind = in.byteValue();
    int granted = LogRecord.NOBODY;
    String method = null;
    if (kind == RecordKind.GRANT) {
      fields.add("by", Reason.name(in.byteValue()));
      granted = thread(in);
    } else {
      method = read(in, kind, fields);
    }
    return new LogRecord(RecordKind.name(kind), method, in.at() - at, granted, fields.fields());
  }

  /** Reads what follows the kind; returns the native that it names, or null. */
  private String read(Cursor in, int kind, FieldSink fields) {
    switch (kind) {
      case RecordKind.EXTERNAL -> {
        fields.add("reaches thread", "#" + thread(in));
        fields.add("by", Externals.name(in.byteValue()));
        fields.add("number", in.signed());
      }
      case RecordKind.FILE -> {
        in.skip(Integer.BYTES); // native and name
        int length = 0;
        for (int i = 0; i < Integer.BYTES; i++) {
          length = length << Byte.SIZE | in.byteValue();
        }
        fields.add("bytes that are compared", length);
        in.skip(length);
      }
      case RecordKind.NANOS -> fields.add("ns since the last", in.signed());
      case RecordKind.MILLIS -> fields.add("ms since the last", in.signed());
      case RecordKind.WALL_NANOS -> fields.add("ns since the last", in.signed());
      case RecordKind.EXIT -> fields.add("status", in.signed());
      case RecordKind.CALL -> {
        int id = id(in);
        for (Part part : parts.get(id)) {
          part.read(in, fields);
        }
        return name(id);
      }
      case RecordKind.THROW -> {
        int id = id(in);
        fields.add("threw", in.string());
        fields.add("message", in.string());
        fields.add("errno", in.signed());
        return name(id);
      }
      case RecordKind.OUTPUT -> {
        int id = id(in);
        fields.add("descriptor", in.signed());
        fields.add("bytes", in.number());
        fields.add("hash", Integer.toHexString((int) in.signed()));
        fields.add("result", in.signed());
        return name(id);
      }
      case RecordKind.INITIALISER -> {
        in.skip(2 * Integer.BYTES); // class and length of the record inside
        int inner = in.byteValue();
        if (inner != RecordKind.CALL && inner != RecordKind.THROW) {
          throw new IllegalStateException(
              "an initialiser's record holds " + RecordKind.name(inner));
        }
        fields.add("holds", RecordKind.name(inner));
        return read(in, inner, fields);
      }
      default -> throw new IllegalStateException("a record begins with " + RecordKind.name(kind));
    }
    return null;
  }

  private String name(int id) {
    return natives.get(id).name();
  }

  private static int thread(Cursor in) {
    long id = in.number();
    if (id < 0 || id > Integer.MAX_VALUE) {
      throw new IllegalStateException("a record names thread " + id);
    }
    return (int) id;
  }

  private int id(Cursor in) {
    long id = in.number();
    if (!natives.containsKey((int) id)) {
      throw new IllegalStateException("a record names native " + id);
    }
    return (int) id;
  }
}
