package io.understudy.e2e.experiment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The JDKs that this machine has, as {@code demo.sh} found them. */
public final class Jdks {
  private Jdks() {}

  /** By feature release; from {@code JAVA_17_HOME} and {@code JAVA_25_HOME}. */
  public static Map<Integer, Jdk> found(Map<String, String> environment) {
    Map<Integer, Jdk> jdks = new TreeMap<>();
    for (int feature : new int[] {17, 25}) {
      Optional.ofNullable(environment.get("JAVA_%d_HOME".formatted(feature)))
          .map(Path::of)
          .filter(home -> Files.isExecutable(home.resolve("bin/java")))
          .ifPresent(home -> jdks.put(feature, new Jdk(feature, home)));
    }
    return jdks;
  }
}
