package io.understudy.weaver.census;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Builds whose census was checked when the agent was built; resource {@code builds.tsv}: version,
 * vendor, size of lib/modules, SHA-256 of the census.
 */
final class KnownBuilds {
  private static final String RESOURCE = "builds.tsv";
  private static final int COLUMNS = 4;

  private final Map<BuildId, String> digests = new HashMap<>();

  private KnownBuilds() {}

  /** Prints the line of the running JDK for the resource. */
  public static void main(String[] arguments) {
    BuildId b = BuildId.running();
    String digest = Census.digest(Census.take());
    System.out.println(
        String.join("\t", b.runtimeVersion(), b.vendor(), Long.toString(b.modulesBytes()), digest));
  }

  static KnownBuilds load() {
    KnownBuilds known = new KnownBuilds();
    try (InputStream in = KnownBuilds.class.getResourceAsStream(RESOURCE)) {
      if (in != null) {
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        text.lines().forEach(known::line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return known;
  }

  private void line(String line) {
    String[] c = line.split("\t", -1);
    if (c.length == COLUMNS && !line.startsWith("#")) {
      digests.put(new BuildId(c[0], c[1], Long.parseLong(c[2])), c[3]);
    }
  }

  boolean contains(BuildId build) {
    return digests.containsKey(build);
  }

  /** SHA-256 of the census of a known build, or null. */
  String digest(BuildId build) {
    return digests.get(build);
  }
}
