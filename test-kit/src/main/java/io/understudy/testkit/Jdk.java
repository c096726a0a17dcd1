package io.understudy.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A JDK of this machine, found where {@code test.sh} finds it.
 *
 * @param version feature number, as in 17
 * @param home directory that holds {@code bin/java}
 */
public record Jdk(int version, Path home) {
  private static final List<Integer> SUPPORTED = List.of(17, 25);

  /** The JDK that runs this code. */
  public static Jdk running() {
    return new Jdk(Runtime.version().feature(), Path.of(System.getProperty("java.home")));
  }

  /**
   * The supported JDK that does not run this code.
   *
   * @throws IllegalStateException it is not here; a test that needs it must fail, not pass unseen
   */
  public static Jdk other() {
    int wanted = running().version() == 17 ? 25 : 17;
    return find(wanted)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "JDK "
                        + wanted
                        + " IS MISSING on this machine, and this test needs two JDKs:"
                        + " nothing is tested. Install it, or set JAVA_"
                        + wanted
                        + "_HOME."));
  }

  /**
   * Every supported JDK that is here, the oldest first.
   *
   * @throws IllegalStateException there is none
   */
  public static List<Jdk> installed() {
    List<Jdk> found = SUPPORTED.stream().map(Jdk::find).flatMap(Optional::stream).toList();
    if (found.isEmpty()) {
      throw new IllegalStateException("no JDK found; set JAVA_17_HOME or JAVA_25_HOME");
    }
    return found;
  }

  /** The JDK of this version: {@code JAVA_<version>_HOME} wins over the usual places. */
  public static Optional<Jdk> find(int version) {
    String variable = System.getenv("JAVA_" + version + "_HOME");
    List<Path> places = new ArrayList<>();
    if (variable != null) {
      places.add(Path.of(variable));
    }
    places.add(running().home());
    Path user = Path.of(System.getProperty("user.home"));
    children(Path.of("/usr/lib/jvm"), places);
    children(Path.of("/opt"), places);
    children(Path.of("/opt/java"), places);
    children(user.resolve(".jdks"), places);
    children(user.resolve(".sdkman/candidates/java"), places);
    return places.stream()
        .filter(home -> isJdk(version, home))
        .findFirst()
        .map(home -> new Jdk(version, home));
  }

  /** The launcher. */
  public Path java() {
    return home.resolve("bin/java");
  }

  private static void children(Path directory, List<Path> to) {
    if (Files.isDirectory(directory)) {
      try (DirectoryStream<Path> children = Files.newDirectoryStream(directory)) {
        children.forEach(to::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static boolean isJdk(int version, Path home) {
    Path release = home.resolve("release");
    if (!Files.isExecutable(home.resolve("bin/javac")) || !Files.isReadable(release)) {
      return false;
    }
    try (var lines = Files.lines(release)) {
      return lines.anyMatch(l -> l.matches("JAVA_VERSION=\"" + version + "[.\"].*"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return "JDK " + version;
  }
}
