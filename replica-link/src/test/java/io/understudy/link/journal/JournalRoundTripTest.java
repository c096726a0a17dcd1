package io.understudy.link.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.engine.log.LogSource;
import io.understudy.link.Events;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalRoundTripTest {
  @TempDir Path directory;
  private final Events events = new Events();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void randomRecordsComeBackFromEveryPosition(long seed) throws IOException {
    Random random = new Random(seed);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    List<Integer> boundaries = new ArrayList<>(List.of(0));
    try (JournalWriter writer = JournalWriter.create(directory, Journals.header(), 100_000)) {
      for (int i = 0; i < 60; i++) {
        int length = 1 + (random.nextInt(8) == 0 ? random.nextInt(200_000) : random.nextInt(900));
        byte[] bytes = Journals.random(random, length);
        writer.append(bytes, 0, length, writer.position());
        all.writeBytes(bytes);
        boundaries.add(all.size());
        if (random.nextInt(5) == 0) {
          writer.flush();
        }
        if (random.nextInt(30) == 0) {
          writer.startEpoch(writer.epoch() + 1);
        }
      }
    }
    byte[] expected = all.toByteArray();
    for (int from : boundaries) {
      assertThat(Journals.readAll(directory, from, events))
          .isEqualTo(Arrays.copyOfRange(expected, from, expected.length));
    }
    assertThat(Journals.segments(directory)).hasSizeGreaterThan(2);
    assertThat(events.kinds()).isEmpty();
  }

  @Test
  void aReaderFollowsWhatIsFlushed() throws IOException {
    byte[] bytes = Journals.random(new Random(9), 10);
    try (JournalWriter writer = JournalWriter.create(directory, Journals.header(), 1 << 20);
        JournalReader reader = new JournalReader(directory, 0, true, events)) {
      assertThat(reader.next()).isNull();
      writer.append(bytes, 0, 10, 0);
      assertThat(reader.next()).isNull();
      writer.flush();
      assertThat(reader.next().position).isEqualTo(0);
      assertThat(reader.next()).isNull();
      writer.startEpoch(2);
      writer.append(bytes, 0, 10, 10);
      writer.flush();
      LogSource.Chunk chunk = reader.next();
      assertThat(chunk.position).isEqualTo(10);
      assertThat(reader.header().epoch()).isEqualTo(2);
      assertThat(reader.header().seeds()).isEqualTo(Journals.header().seeds());
    }
  }

  @Test
  void positionsMustFollowEachOther() throws IOException {
    try (JournalWriter writer = JournalWriter.create(directory, Journals.header(), 1 << 20)) {
      assertThatThrownBy(() -> writer.append(new byte[4], 0, 4, 8))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("records for position 8 came where 0 was due");
    }
  }

  @Test
  void aNewLogIsNotMixedWithAnOldOne() throws IOException {
    JournalWriter.create(directory, Journals.header(), 1 << 20).close();
    assertThatThrownBy(() -> JournalWriter.create(directory, Journals.header(), 1 << 20))
        .isInstanceOf(JournalException.class)
        .hasMessageContaining("already holds a log of 1 segments")
        .hasMessageContaining("give an empty directory");
    assertThat(new JournalDirectory(directory).setAllAside()).isEqualTo(1);
    JournalWriter.create(directory, Journals.header(), 1 << 20).close();
    assertThat(directory.resolve("0000000001-0000000000000000000.log.aside")).exists();
  }

  @Test
  void eachSegmentHasTheDigestOfTheOneBefore() throws IOException {
    byte[] bytes = Journals.random(new Random(1), 70_000);
    try (JournalWriter writer = JournalWriter.create(directory, Journals.header(), 1000)) {
      writer.append(bytes, 0, bytes.length, 0);
      writer.append(bytes, 0, bytes.length, bytes.length);
    }
    List<Path> segments = Journals.segments(directory);
    assertThat(segments).hasSize(2);
    try (SegmentReader second = new SegmentReader(segments.get(1))) {
      assertThat(second.header().previousDigest()).isEqualTo(JournalTail.digestOf(segments.get(0)));
    }
  }
}
