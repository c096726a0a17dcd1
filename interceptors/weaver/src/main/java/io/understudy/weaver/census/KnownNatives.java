package io.understudy.weaver.census;

import io.understudy.weaver.table.NativeMethod;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Natives that somebody has looked at: those of the builds on which the table was proven; resource
 * {@code natives.txt}, a line each. What a line of the table with a wildcard says holds for them
 * alone, since a native that another build adds to such a class may be of any kind.
 */
public final class KnownNatives {
  private static final String RESOURCE = "natives.txt";

  private final Set<String> lines;

  private KnownNatives(Set<String> lines) {
    this.lines = lines;
  }

  /**
   * Adds the natives of the running JDK to the resource.
   *
   * @param arguments path of the file
   */
  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[0]);
    Set<String> all = new TreeSet<>(Files.exists(file) ? Files.readAllLines(file) : List.of());
    for (NativeMethod n : Census.take()) {
      all.add(line(n));
    }
    try (PrintStream out = new PrintStream(file.toFile(), StandardCharsets.UTF_8)) {
      all.forEach(line -> out.print(line + "\n"));
    }
  }

  static KnownNatives load() {
    try (InputStream in = KnownNatives.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing: the agent's jar is damaged");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new KnownNatives(new HashSet<>(text.lines().toList()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean contains(NativeMethod n) {
    return lines.contains(line(n));
  }

  private static String line(NativeMethod n) {
    return n.module() + "/" + n.label();
  }
}
