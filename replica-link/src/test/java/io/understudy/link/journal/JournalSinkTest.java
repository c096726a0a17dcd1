package io.understudy.link.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.engine.log.LogSource;
import io.understudy.link.Events;
import io.understudy.link.LinkEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalSinkTest {
  @TempDir Path directory;
  private final Events events = new Events();

  @Test
  void closeDrainsEverythingAndEpochsBeginWhereTheyWereAsked() throws IOException {
    Random random = new Random(3);
    byte[] log = Journals.random(random, 3_000_000);
    JournalSink sink = sink();
    int position = 0;
    while (position < log.length) {
      int to = Math.min(log.length, position + 1 + random.nextInt(5000));
      if (position < log.length / 2 && to >= log.length / 2) {
        sink.startEpoch(2);
      }
      sink.append(log, position, to, position, random.nextInt(10) == 0);
      position = to;
    }
    sink.close();
    assertThat(Journals.readAll(directory, 0, events)).isEqualTo(log);
    assertThat(new JournalDirectory(directory).lastHeader().orElseThrow().epoch()).isEqualTo(2);
    try (JournalSource source = new JournalSource(directory, events)) {
      assertThat(source.header().identity()).containsEntry("jdk.build", "17.0.15+6");
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      for (LogSource.Chunk c = source.take(); c != null; c = source.take()) {
        out.write(c.data, c.from, c.to - c.from);
      }
      assertThat(out.toByteArray()).isEqualTo(log);
      assertThat(source.take()).isNull();
    }
  }

  @Test
  void recordsThatAreNotUrgentReachTheFileBySelf() throws IOException {
    JournalSink sink = sink();
    sink.append(new byte[] {1, 2, 3}, 0, 3, 0, false);
    Awaitility.await()
        .until(() -> Journals.readAll(directory, 0, new Events()).length, n -> n == 3);
    sink.close();
  }

  @Test
  void aJournalThatCannotBeWrittenIsReportedOnceAndDoesNotStopTheServer() throws IOException {
    JournalSink sink = sink();
    sink.append(new byte[] {1}, 0, 1, 77, true);
    sink.append(new byte[] {1}, 0, 1, 78, true);
    Awaitility.await().until(() -> sink.failure() != null);
    assertThat(sink.hasRoom()).isTrue();
    assertThat(events.kinds()).containsExactly(LinkEvent.Kind.JOURNAL_FAILED);
  }

  private JournalSink sink() throws IOException {
    return new JournalSink(
        JournalWriter.create(directory, Journals.header(), 1 << 20), 64 << 20, events);
  }
}
