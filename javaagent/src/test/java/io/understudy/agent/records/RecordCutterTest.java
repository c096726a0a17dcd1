package io.understudy.agent.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.engine.log.LogSink;
import io.understudy.engine.log.LogWriter;
import io.understudy.engine.log.RecordKind;
import io.understudy.link.journal.cli.LogRecord;
import io.understudy.weaver.census.RunningImage;
import io.understudy.weaver.table.Bridged;
import io.understudy.weaver.table.NativeTable;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** One record of each kind; whole logs of programs are cut in the tests of the shipped jar. */
class RecordCutterTest {
  private static final List<Bridged> NATIVES = RunningImage.bridged(NativeTable.load());

  private static final byte[] KINDS = {1, 2, 0x10, 0x11, 0x12, 0x20, 0x21, 0x22, 0x24, 0x30, 0};

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
    RecordCutter cutter = new RecordCutter(NATIVES);
    byte[] bytes = log.toByteArray();
    for (int at = 0; at < length; ) {
      LogRecord brief = cutter.read(bytes, at, length, false);
      LogRecord record = cutter.read(bytes, at, length, true);
      assertThat(record.length()).isEqualTo(brief.length());
      assertThat(brief.fields()).isEmpty();
      StringBuilder line = new StringBuilder(record.kind() + " " + record.method());
      line.append(' ').append(record.length());
      record.fields().forEach(f -> line.append(", ").append(f.name()).append(' ').append(f.text()));
      found.add(line.toString());
      at += record.length();
    }
    return found;
  }

  @Test
  void eachKind() {
    writer.grant(2, 300);
    writer.begin(RecordKind.CALL);
    writer.unsigned(id("sun/nio/ch/DatagramChannelImpl", "receive0"));
    writer.signed(200);
    byte[] invite = "INVITE sip:b SIP/2.0\r\n".repeat(10).getBytes(StandardCharsets.US_ASCII);
    writer.bytes(invite, 0, 200);
    byte[] address = new byte[28];
    System.arraycopy(new byte[] {2, 0, 0x13, (byte) 0xc4, 127, 0, 0, 1}, 0, address, 0, 8);
    writer.bytes(address, 0, 28);
    for (int kind : new int[] {RecordKind.NANOS, RecordKind.MILLIS, RecordKind.WALL_NANOS}) {
      writer.begin(kind);
      writer.signed(-1L << 40);
    }
    writer.begin(RecordKind.THROW);
    writer.unsigned(id("sun/nio/ch/DatagramChannelImpl", "send0"));
    writer.string("java.io.IOException");
    writer.string(null);
    writer.signed(0);
    writer.begin(RecordKind.OUTPUT);
    writer.unsigned(id("sun/nio/ch/DatagramChannelImpl", "send0"));
    writer.signed(3000);
    writer.unsigned(90);
    writer.signed(-5);
    writer.signed(90);
    writer.begin(RecordKind.EXTERNAL);
    writer.unsigned(7);
    writer.byteValue(1);
    writer.signed(0);
    writer.beginFile(4711);
    writer.byteValue(0);
    writer.signed(30);
    writer.signed(-1L << 31);
    writer.end();
    writer.begin(RecordKind.CALL, 99);
    writer.unsigned(id("java/lang/Runtime", "freeMemory"));
    writer.signed(1);
    writer.end();
    writer.begin(RecordKind.EXIT);
    writer.signed(1);
    writer.publish(true);
    assertThat(cut(log.size()))
        .containsExactly(
            "GRANT null 4, by native",
            "CALL sun/nio/ch/DatagramChannelImpl#receive0 235, result 200,"
                + " argument 1 200 bytes \"INVITE sip:b SIP/2.0\", address 127.0.0.1 port 5060",
            "NANOS null 7, ns since the last -1099511627776",
            "MILLIS null 7, ms since the last -1099511627776",
            "WALL_NANOS null 7, ns since the last -1099511627776",
            "THROW sun/nio/ch/DatagramChannelImpl#send0 24,"
                + " threw java.io.IOException, message null, errno 0",
            "OUTPUT sun/nio/ch/DatagramChannelImpl#send0 8,"
                + " descriptor 3000, bytes 90, hash fffffffb, result 90",
            "EXTERNAL null 4, reaches thread #7, by unpark, number 0",
            "FILE null 16, bytes that are compared 7",
            "INITIALISER java/lang/Runtime#freeMemory "
                + (id("java/lang/Runtime", "freeMemory") < 128 ? 12 : 13)
                + ", holds CALL, result 1",
            "EXIT null 2, status 1");
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

  /** Whatever the bytes are, they are records or are refused with a word why. */
  @Test
  void hostileBytes() {
    RecordCutter cutter = new RecordCutter(NATIVES);
    Random random = new Random(4475);
    int records = 0;
    for (int i = 0; i < 200_000; i++) {
      byte[] bytes = new byte[1 + random.nextInt(60)];
      random.nextBytes(bytes);
      bytes[0] = KINDS[random.nextInt(KINDS.length)];
      try {
        assertThat(cutter.read(bytes, 0, bytes.length, true).length()).isBetween(1, bytes.length);
        records++;
      } catch (IllegalStateException | IllegalArgumentException refused) {
        assertThat(refused.getMessage()).isNotEmpty();
      }
    }
    assertThat(records).isBetween(1000, 199_000);
  }
}
