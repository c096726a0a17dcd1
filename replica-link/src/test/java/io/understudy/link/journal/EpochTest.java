package io.understudy.link.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.link.Events;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EpochTest {
  @TempDir Path directory;
  private final Events events = new Events();

  @Test
  void aNewerEpochReplacesWhatLiesBeyondItsStart() throws IOException {
    write(Journals.header(), "aaaabbbb");
    write(Journals.header().next(2, 4, Digest.NONE), "CCCC");
    assertThat(read()).isEqualTo("aaaaCCCC");
  }

  @Test
  void setAsideKeepsTheAbandonedRecordsOutOfEveryReplay() throws IOException {
    write(Journals.header(), "aaaabbbb");
    write(Journals.header().next(1, 8, Digest.NONE), "dddd");
    JournalDirectory journal = new JournalDirectory(directory);
    assertThat(journal.setAsideFrom(6)).isEqualTo(2);
    assertThat(read()).isEqualTo("aaaabb");
    assertThat(directory.resolve("0000000001-0000000000000000000.log.aside")).exists();
    assertThat(directory.resolve("0000000001-0000000000000000008.log.aside")).exists();
    assertThat(journal.setAsideFrom(6)).isZero();
    try (JournalWriter writer = JournalWriter.resume(directory, 1 << 20, events)) {
      assertThat(writer.position()).isEqualTo(6);
      writer.startEpoch(2);
      writer.append("EE".getBytes(StandardCharsets.UTF_8), 0, 2, 6);
    }
    assertThat(read()).isEqualTo("aaaabbEE");
    assertThat(events.kinds()).isEmpty();
  }

  @Test
  void aMissingSegmentIsAGapAndNotAnEnd() throws IOException {
    write(Journals.header(), "aaaa");
    write(Journals.header().next(1, 4, Digest.NONE), "bbbb");
    write(Journals.header().next(1, 8, Digest.NONE), "cccc");
    Files.delete(Journals.segments(directory).get(1));
    assertThatThrownBy(this::read)
        .isInstanceOfSatisfying(
            JournalException.class, e -> assertThat(e.code()).isEqualTo(JournalException.Code.GAP))
        .hasMessageContaining("ends at position 4, the next segment");
    Files.delete(Journals.segments(directory).get(0));
    assertThatThrownBy(this::read).hasMessageContaining("holds no journal segment for position 0");
  }

  @Test
  void anEpochWithoutRecordsIsNoObstacle() throws IOException {
    write(Journals.header(), "aaaa");
    write(Journals.header().next(2, 4, Digest.NONE), "");
    write(Journals.header().next(3, 4, Digest.NONE), "bb");
    assertThat(read()).isEqualTo("aaaabb");
    assertThat(new JournalDirectory(directory).lastHeader().orElseThrow().epoch()).isEqualTo(3);
  }

  private void write(JournalHeader header, String text) throws IOException {
    ZstdLibrary.load(directory.resolve("native"));
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try (SegmentWriter writer = new SegmentWriter(directory, header)) {
      for (int i = 0; i < bytes.length; i += 4) {
        writer.block(bytes, i, Math.min(i + 4, bytes.length), header.start() + i);
      }
    }
  }

  private String read() throws IOException {
    return new String(Journals.readAll(directory, 0, events), StandardCharsets.UTF_8);
  }
}
