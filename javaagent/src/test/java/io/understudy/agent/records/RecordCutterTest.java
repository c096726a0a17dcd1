package io.understudy.agent.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.engine.log.LogSink;
import io.understudy.engine.log.LogWriter;
import io.understudy.engine.log.RecordKind;
import io.understudy.weaver.census.RunningImage;
import io.understudy.weaver.table.BridgePlan;
import io.understudy.weaver.table.Bridged;
import io.understudy.weaver.table.NativeTable;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One record of each kind; whole logs of programs are cut in the tests of the shipped jar. */
class RecordCutterTest {
  private static final List<Bridged> NATIVES =
      BridgePlan.of(NativeTable.load(), new RunningImage()).bridged();

  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final LogWriter writer =
      new LogWriter(
          new LogSink() {
            @Override
            public void append(byte[] data, int from, int to, long position, boolean urgent) {
              log.write(data, from, to - from);
            }

            @Override
            public boolean hasRoom() {
              return true;
            }
          },
          0);

  private static int id(String owner, String method) {
    for (Bridged each : NATIVES) {
      if (each.method().owner().equals(owner) && each.method().name().equals(method)) {
        return each.id();
      }
    }
    throw new IllegalStateException("no bridge of " + owner + "#" + method);
  }

  private List<String> cut(int length) {
    List<String> found = new ArrayList<>();
    new RecordCutter(NATIVES)
        .scan(
            log.toByteArray(),
            0,
            length,
            (kind, method, bytes) -> found.add(kind + " " + method + " " + bytes));
    return found;
  }

  @Test
  void eachKind() {
    writer.grant(2, 300);
    writer.begin(RecordKind.CALL);
    writer.unsigned(id("sun/nio/ch/DatagramChannelImpl", "receive0"));
    writer.signed(200);
    writer.bytes(new byte[200], 0, 200);
    writer.bytes(new byte[28], 0, 28);
    for (int kind : new int[] {RecordKind.NANOS, RecordKind.MILLIS, RecordKind.WALL_NANOS}) {
      writer.begin(kind);
      writer.signed(-1L << 40);
    }
    writer.begin(RecordKind.THROW);
    writer.unsigned(id("sun/nio/ch/DatagramChannelImpl", "send0"));
    writer.string("java.io.IOException");
    writer.string(null);
    writer.begin(RecordKind.OUTPUT);
    writer.unsigned(id("sun/nio/ch/DatagramChannelImpl", "send0"));
    for (long field : new long[] {3000, 90, -5, 90}) {
      writer.signed(field);
    }
    writer.begin(RecordKind.EXTERNAL);
    writer.unsigned(7);
    writer.byteValue(1);
    writer.begin(RecordKind.CALL, 99);
    writer.unsigned(id("java/lang/Runtime", "freeMemory"));
    writer.signed(1);
    writer.end();
    writer.begin(RecordKind.EXIT);
    writer.signed(1);
    writer.publish(true);
    assertThat(cut(log.size()))
        .containsExactly(
            "GRANT null 4",
            "CALL sun/nio/ch/DatagramChannelImpl#receive0 235",
            "NANOS null 7",
            "MILLIS null 7",
            "WALL_NANOS null 7",
            "THROW sun/nio/ch/DatagramChannelImpl#send0 23",
            "OUTPUT sun/nio/ch/DatagramChannelImpl#send0 9",
            "EXTERNAL null 3",
            "INITIALISER java/lang/Runtime#freeMemory 12",
            "EXIT null 2");
  }

  @Test
  void whatIsNoRecordIsNotCounted() {
    writer.begin(RecordKind.OUTPUT);
    writer.unsigned(NATIVES.size());
    writer.publish(true);
    assertThatThrownBy(() -> cut(log.size())).hasMessageContaining("names native");
    assertThatThrownBy(() -> cut(1)).hasMessageContaining("reaches over the end");
    log.reset();
    log.write(0x7f);
    assertThatThrownBy(() -> cut(1)).hasMessageContaining("unknown kind 127");
  }
}
