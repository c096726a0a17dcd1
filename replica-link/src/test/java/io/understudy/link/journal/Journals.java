package io.understudy.link.journal;

import io.understudy.engine.log.LogSource;
import io.understudy.link.LinkEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** What the tests of the journal share. */
public final class Journals {
  private Journals() {}

  public static JournalHeader header() {
    return JournalHeader.genesis(
        "pair-1", Map.of("jdk.build", "17.0.15+6", "agent", "abc"), new long[] {1, -2, 3});
  }

  public static byte[] random(Random random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    // half of it packs well, as text does
    for (int i = 0; i < length / 2; i++) {
      bytes[i] = (byte) ('a' + i % 7);
    }
    return bytes;
  }

  /** All that the journal gives from a position on. */
  public static byte[] readAll(Path directory, long from, LinkEvent.Listener events)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JournalReader reader = new JournalReader(directory, from, false, events)) {
      drain(reader, out);
    }
    return out.toByteArray();
  }

  /** Adds what the reader gives until it has no more; keeps what came before an exception. */
  static void drain(JournalReader reader, ByteArrayOutputStream out) throws IOException {
    for (LogSource.Chunk c = reader.next(); c != null; c = reader.next()) {
      out.write(c.data, c.from, c.to - c.from);
    }
  }

  static List<Path> segments(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(f -> f.toString().endsWith(".log")).sorted().toList();
    }
  }
}
