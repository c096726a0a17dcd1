package io.understudy.e2e.experiment;

import java.nio.file.Path;

/**
 * A JDK to run servers on.
 *
 * @param feature its feature release, 17 or 25
 * @param home its directory
 */
public record Jdk(int feature, Path home) {
  /** The one that runs this. */
  public static Jdk ofThisJvm() {
    return new Jdk(Runtime.version().feature(), Path.of(System.getProperty("java.home")));
  }

  /** Its {@code java}. */
  public String java() {
    return home.resolve("bin/java").toString();
  }
}
