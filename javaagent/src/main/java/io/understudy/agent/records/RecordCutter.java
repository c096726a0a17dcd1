package io.understudy.agent.records;

import io.understudy.agent.identity.Identity;
import io.understudy.engine.log.RecordKind;
import io.understudy.link.journal.JournalHeader;
import io.understudy.link.journal.cli.RecordScanner;
import io.understudy.link.journal.cli.UnknownRecordsException;
import io.understudy.weaver.census.RunningImage;
import io.understudy.weaver.table.BridgePlan;
import io.understudy.weaver.table.Bridged;
import io.understudy.weaver.table.NativeTable;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Cuts a log into records. A record does not state its length: what follows the number of a native
 * is known from the table of natives, whose numbers are those of one JDK build and one agent.
 */
final class RecordCutter implements RecordScanner {
  private final List<String> names = new ArrayList<>();
  private final List<List<Part>> parts = new ArrayList<>();

  RecordCutter(List<Bridged> natives) {
    for (Bridged each : natives) {
      names.add(each.method().owner() + "#" + each.method().name());
      parts.add(Part.of(each));
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
    BridgePlan plan = BridgePlan.of(NativeTable.load(), new RunningImage());
    return new RecordCutter(plan.bridged());
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
              + ". Records name natives by numbers of one JDK and one agent; run journal stats with"
              + " those of the recording");
    }
  }

  @Override
  public void scan(byte[] data, int from, int to, Visitor visitor) {
    Cursor in = new Cursor(data, from, to);
    while (!in.isAtEnd()) {
      int start = in.at();
      int kind = in.byteValue();
      String method = pass(in, kind);
      visitor.record(RecordKind.name(kind), method, in.at() - start);
    }
  }

  /** Passes over what follows the kind; returns the native that it names, or null. */
  private String pass(Cursor in, int kind) {
    switch (kind) {
      case RecordKind.GRANT -> {
        in.byteValue();
        in.number();
      }
      case RecordKind.EXTERNAL -> {
        in.number();
        in.byteValue();
      }
      case RecordKind.NANOS, RecordKind.MILLIS, RecordKind.WALL_NANOS, RecordKind.EXIT ->
          in.number();
      case RecordKind.CALL -> {
        int id = id(in);
        for (Part part : parts.get(id)) {
          switch (part) {
            case NUMBER -> in.number();
            case BYTES -> in.skip(in.length());
            case OBJECT -> ObjectSkip.skip(in);
          }
        }
        return names.get(id);
      }
      case RecordKind.THROW -> {
        int id = id(in);
        in.string();
        in.string();
        return names.get(id);
      }
      case RecordKind.OUTPUT -> {
        int id = id(in);
        for (int i = 0; i < 4; i++) { // descriptor, length, hash, result
          in.number();
        }
        return names.get(id);
      }
      case RecordKind.INITIALISER -> {
        in.skip(2 * Integer.BYTES); // class and length of the record inside
        return pass(in, in.byteValue());
      }
      default -> throw new IllegalStateException("a record begins with " + RecordKind.name(kind));
    }
    return null;
  }

  private int id(Cursor in) {
    long id = in.number();
    if (id < 0 || id >= names.size()) {
      throw new IllegalStateException("a record names native " + id);
    }
    return (int) id;
  }
}
