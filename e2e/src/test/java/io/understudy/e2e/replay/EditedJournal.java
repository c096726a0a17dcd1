package io.understudy.e2e.replay;

import io.understudy.engine.log.LogSource;
import io.understudy.link.journal.JournalReader;
import io.understudy.link.journal.JournalWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** A copy of a journal in which some bytes are others: whole blocks, another content. */
final class EditedJournal {
  /** Changes the bytes {@code [from, to)} of the log. */
  @SuppressWarnings("ArrayRecordComponent") // used once, never compared
  record Edit(long from, long to, byte[] instead) {}

  private EditedJournal() {}

  static void write(Path source, Path target, Edit edit) throws IOException {
    try (JournalReader reader = new JournalReader(source, 0, false, event -> {});
        JournalWriter writer = JournalWriter.create(target, reader.header(), 1 << 26)) {
      for (LogSource.Chunk c = reader.next(); c != null; c = reader.next()) {
        byte[] bytes = Arrays.copyOfRange(c.data, c.from, c.to);
        if (edit.from() >= c.position && edit.to() <= c.position + bytes.length) {
          bytes = replaced(bytes, (int) (edit.from() - c.position), edit);
        }
        writer.append(bytes, 0, bytes.length, writer.position());
      }
    }
  }

  private static byte[] replaced(byte[] bytes, int from, Edit edit) {
    int cut = (int) (edit.to() - edit.from());
    byte[] changed = new byte[bytes.length - cut + edit.instead().length];
    System.arraycopy(bytes, 0, changed, 0, from);
    System.arraycopy(edit.instead(), 0, changed, from, edit.instead().length);
    int behind = from + edit.instead().length;
    System.arraycopy(bytes, from + cut, changed, behind, changed.length - behind);
    return changed;
  }
}
