package io.understudy.e2e.experiment;

import java.nio.file.Path;

/**
 * A JDK to run servers on.
 *
 * @param feature its feature release, 17 or 25
 * @param home its directory
 */
public record Jdk(int feature, Path home) {
  /** Its {@code java}. */
  public String java() {
    return home.resolve("bin/java").toString();
  }
}
