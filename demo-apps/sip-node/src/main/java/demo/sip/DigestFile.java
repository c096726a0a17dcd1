package demo.sip;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;

/**
 * Appends one line each second: a counter, the number of table entries and the SHA-256 of the
 * sorted entries. Two replicas with the same state write the same line under the same counter.
 */
public final class DigestFile {
  private static final Duration PERIOD = Duration.ofSeconds(1);

  private final OutputStream out;
  private final Consumer<List<String>> tables;
  private long ticks;

  private DigestFile(OutputStream out, Consumer<List<String>> tables) {
    this.out = out;
    this.tables = tables;
  }

  /**
   * Starts writing, if a file is asked for.
   *
   * @param path file to overwrite, or null for none
   * @param tables adds one line per table entry; called on a timer thread
   */
  public static void start(Path path, CallTimers timers, Consumer<List<String>> tables)
      throws IOException {
    if (path != null) {
      DigestFile file = new DigestFile(new FileOutputStream(path.toFile()), tables);
      timers.every(PERIOD, file::tick);
    }
  }

  private void tick() {
    List<String> entries = new ArrayList<>();
    tables.accept(entries);
    Collections.sort(entries);
    ticks++;
    String line = ticks + " entries=" + entries.size() + " sha256=" + hash(entries) + "\n";
    try {
      out.write(line.getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      System.err.println("digest file: " + e);
    }
  }

  private static String hash(List<String> entries) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String entry : entries) {
        digest.update(entry.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
