package io.understudy.link.journal;

import io.understudy.engine.log.LogSource;
import io.understudy.link.LinkEvent;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Gives a stored journal to an offline replay, from genesis to its end. */
public final class JournalSource implements LogSource, Closeable {
  private final JournalReader reader;

  /**
   * Opens the journal.
   *
   * @throws JournalException if it is empty, of another format version, or lacks its beginning
   */
  public JournalSource(Path directory, LinkEvent.Listener events) throws IOException {
    reader = new JournalReader(directory, 0, false, events);
  }

  /** Header of the segment at the present place; before the first chunk, the genesis header. */
  public JournalHeader header() {
    return reader.header();
  }

  /**
   * {@inheritDoc}
   *
   * @throws UncheckedIOException if the journal is damaged: a replay must not go on as if it had
   *     ended
   */
  @Override
  public Chunk take() {
    try {
      return reader.next();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
