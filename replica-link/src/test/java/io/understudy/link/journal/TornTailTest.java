package io.understudy.link.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.engine.log.RecordKind;
import io.understudy.link.Events;
import io.understudy.link.LinkEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three blocks: the first may be packed, the second and third are small. */
class TornTailTest {
  @TempDir Path directory;
  private byte[] log;
  private byte[] file;
  private Path path;
  private final List<Integer> fileEnds = new ArrayList<>();
  private final List<Integer> logEnds = new ArrayList<>();

  @BeforeEach
  void threeBlocks() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    Random random = new Random(5);
    path = directory.resolve(Journals.header().name().file());
    try (JournalWriter writer = JournalWriter.create(directory, Journals.header(), 1 << 20)) {
      fileEnds.add((int) Files.size(path));
      logEnds.add(0);
      for (int length : new int[] {900, 60, 130}) {
        byte[] bytes = Journals.random(random, length);
        writer.append(bytes, 0, length, writer.position());
        writer.flush();
        all.writeBytes(bytes);
        fileEnds.add((int) Files.size(path));
        logEnds.add(all.size());
      }
    }
    log = all.toByteArray();
    file = Files.readAllBytes(path);
  }

  @Test
  void cutAtEveryByteTheLogEndsAtTheLastGoodBlock() throws IOException {
    for (int cut = fileEnds.get(0); cut < file.length; cut++) {
      Files.write(path, Arrays.copyOf(file, cut));
      int blocks = 0;
      while (fileEnds.get(blocks + 1) <= cut) {
        blocks++;
      }
      byte[] good = Arrays.copyOf(log, logEnds.get(blocks));
      Events events = new Events();
      assertThat(Journals.readAll(directory, 0, events)).as("cut at %d", cut).isEqualTo(good);
      boolean whole = fileEnds.contains(cut);
      assertThat(events.kinds())
          .as("cut at %d", cut)
          .isEqualTo(whole ? List.of() : List.of(LinkEvent.Kind.TORN_TAIL));
    }
  }

  @Test
  void theLogGoesOnBehindACutTail() throws IOException {
    for (int cut = fileEnds.get(1); cut < file.length; cut++) {
      Files.write(path, Arrays.copyOf(file, cut));
      Events events = new Events();
      long end;
      try (JournalWriter writer = JournalWriter.resume(directory, 1 << 20, events)) {
        end = writer.position();
        writer.append(new byte[] {42}, 0, 1, end);
      }
      byte[] expected = Arrays.copyOf(log, (int) end + 1);
      expected[(int) end] = 42;
      assertThat(Journals.readAll(directory, 0, new Events())).isEqualTo(expected);
      for (Path segment : Journals.segments(directory)) {
        Files.delete(segment);
      }
    }
  }

  @Test
  void aFlippedBitBeforeGoodBlocksIsDamage() throws IOException {
    for (int at = fileEnds.get(0); at < fileEnds.get(2); at++) {
      flip(at);
      int before = at < fileEnds.get(1) ? 0 : 1;
      ByteArrayOutputStream got = new ByteArrayOutputStream();
      try (JournalReader reader = new JournalReader(directory, 0, false, new Events())) {
        assertThatThrownBy(() -> Journals.drain(reader, got))
            .as("flipped at %d", at)
            .isInstanceOf(JournalException.class)
            .hasMessageContaining("is damaged")
            .hasMessageContaining("restore the file from the other node");
      }
      assertThat(got.toByteArray()).isEqualTo(Arrays.copyOf(log, logEnds.get(before)));
    }
  }

  @Test
  void aFlippedBitInTheLastBlockIsNeverReplayed() throws IOException {
    for (int at = fileEnds.get(2); at < file.length; at++) {
      flip(at);
      Events events = new Events();
      assertThat(Journals.readAll(directory, 0, events))
          .as("flipped at %d", at)
          .isEqualTo(Arrays.copyOf(log, logEnds.get(2)));
      assertThat(events.kinds()).containsExactly(LinkEvent.Kind.TORN_TAIL);
    }
  }

  @Test
  void aFlippedBitInTheHeaderIsRefused() throws IOException {
    for (int at = 0; at < fileEnds.get(0); at++) {
      flip(at);
      assertThatThrownBy(() -> Journals.readAll(directory, 0, new Events()))
          .as("flipped at %d", at)
          .isInstanceOf(JournalException.class);
    }
  }

  @Test
  void aForeignFileAndAnotherVersionAreRefusedByName() throws IOException {
    byte[] foreign = file.clone();
    foreign[0] = 'X';
    Files.write(path, foreign);
    assertThatThrownBy(() -> Journals.readAll(directory, 0, new Events()))
        .hasMessageContaining("is not a journal segment");
    byte[] newer = file.clone();
    newer[11] = 99;
    Files.write(path, newer);
    assertThatThrownBy(() -> Journals.readAll(directory, 0, new Events()))
        .hasMessageContaining(
            "has journal format version 99, this release reads version " + RecordKind.FORMAT)
        .hasMessageContaining("begin in an empty journal directory");
  }

  private void flip(int at) throws IOException {
    byte[] bytes = file.clone();
    bytes[at] = (byte) (bytes[at] ^ (1 << (at % 8)));
    Files.write(path, bytes);
  }
}
