package io.understudy.engine.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a writer wrote a reader reads, in whatever pieces the log arrives. */
class RecordRoundTripTest {
  private final Deque<LogSource.Chunk> chunks = new ArrayDeque<>();
  private final List<String> told = new ArrayList<>();
  private long expectedPosition;

  private final LogSink sink =
      new LogSink() {
        @Override
        public void append(byte[] data, int from, int to, long position, boolean urgent) {
          assertThat(position).isEqualTo(expectedPosition);
          expectedPosition = position + (to - from);
          chunks.add(new LogSource.Chunk(data.clone(), from, to, position));
        }

        @Override
        public boolean hasRoom() {
          return true;
        }
      };

  private final LogReader.Listener listener =
      new LogReader.Listener() {
        @Override
        public void ended() {
          told.add("ended");
        }

        @Override
        public void mismatch(String expected, String got) {
          told.add(expected + "/" + got);
        }
      };

  private final LogReader reader = new LogReader(chunks::poll, listener);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void randomRecordsComeBack(long seed) {
    LogWriter writer = new LogWriter(sink, 0);
    int records = 2000;
    write(writer, new Random(seed), records);
    writer.publish(true);
    read(new Random(seed), records);
    assertThat(reader.next(RecordKind.CALL)).isFalse();
    assertThat(told).containsExactly("ended");
    assertThat(reader.position()).isEqualTo(writer.position());
    assertThat(reader.records()).isEqualTo(writer.records());
  }

  private static void write(LogWriter w, Random r, int records) {
    for (int i = 0; i < records; i++) {
      w.begin(RecordKind.CALL);
      w.unsigned(r.nextLong() >>> r.nextInt(64));
      w.signed(r.nextLong() >> r.nextInt(64));
      byte[] bytes = new byte[r.nextInt(50) == 0 ? r.nextInt(100_000) : r.nextInt(200)];
      r.nextBytes(bytes);
      w.bytes(bytes, 0, bytes.length);
      w.string(r.nextInt(9) == 0 ? null : "täxt" + i);
      w.end();
      if (r.nextInt(7) == 0) {
        w.publish(r.nextBoolean());
      }
    }
  }

  private void read(Random r, int records) {
    for (int i = 0; i < records; i++) {
      assertThat(reader.next(RecordKind.CALL)).isTrue();
      assertThat(reader.unsigned()).isEqualTo(r.nextLong() >>> r.nextInt(64));
      assertThat(reader.signed()).isEqualTo(r.nextLong() >> r.nextInt(64));
      byte[] bytes = new byte[r.nextInt(50) == 0 ? r.nextInt(100_000) : r.nextInt(200)];
      r.nextBytes(bytes);
      byte[] got = new byte[bytes.length];
      assertThat(reader.bytes(got, 0)).isEqualTo(bytes.length);
      assertThat(got).isEqualTo(bytes);
      assertThat(reader.string()).isEqualTo(r.nextInt(9) == 0 ? null : "täxt" + i);
      if (r.nextInt(7) == 0) {
        r.nextBoolean();
      }
    }
  }

  @Test
  void aGrantIsNeverPublishedWithoutItsInput() {
    LogWriter writer = new LogWriter(sink, 100);
    expectedPosition = 100;
    writer.begin(RecordKind.CALL);
    writer.bytes(new byte[9000], 0, 9000);
    writer.grant(2, 7);
    long atGrant = expectedPosition;
    writer.begin(RecordKind.CALL);
    writer.bytes(new byte[9000], 0, 9000);
    assertThat(expectedPosition).isEqualTo(atGrant).isLessThan(writer.position() - 9000);
    writer.publish(true);
    assertThat(expectedPosition).isEqualTo(writer.position());
  }

  @Test
  void whatAnInitialiserLoggedIsSkippedByANodeThatHasRunIt() {
    LogWriter writer = new LogWriter(sink, 0);
    for (int jdkClass : new int[] {11, 12, 13}) {
      writer.begin(RecordKind.CALL, jdkClass);
      writer.unsigned(jdkClass);
      writer.bytes(new byte[90_000], 0, 90_000);
      writer.end();
    }
    writer.begin(RecordKind.NANOS);
    writer.signed(5);
    writer.end();
    writer.publish(true);
    assertThat(reader.initialiser(12)).isTrue();
    assertThat(reader.next(RecordKind.CALL)).isTrue();
    assertThat(reader.unsigned()).isEqualTo(12);
    assertThat(reader.bytes(new byte[90_000], 0)).isEqualTo(90_000);
    assertThat(reader.next(RecordKind.NANOS)).isTrue();
    assertThat(reader.signed()).isEqualTo(5);
    assertThat(reader.skipped()).isEqualTo(2);
  }

  @Test
  void anInitialiserThatThePrimaryDidNotLogFindsNothing() {
    LogWriter writer = new LogWriter(sink, 0);
    writer.begin(RecordKind.NANOS);
    writer.signed(5);
    writer.publish(true);
    assertThat(reader.initialiser(12)).isFalse();
    assertThat(reader.next(RecordKind.NANOS)).isTrue();
  }

  @Test
  void anotherKindIsAMismatch() {
    LogWriter writer = new LogWriter(sink, 0);
    writer.begin(RecordKind.NANOS);
    writer.signed(1);
    writer.publish(true);
    assertThat(reader.next(RecordKind.MILLIS)).isFalse();
    assertThat(told).containsExactly("MILLIS/NANOS");
  }
}
