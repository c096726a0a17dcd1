package io.understudy.e2e.experiment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Tells builds and machines apart: results of one are no results of another. */
public final class Fingerprint {
  private Fingerprint() {}

  /** SHA-256 over jars, scenarios, JDKs and the number of processors. */
  static String of(Workshop workshop) throws IOException {
    return of(workshop, workshop.algJar(), workshop.jdks().values().toString());
  }

  /**
   * The same for one server.
   *
   * @param more what else the results depend on
   */
  public static String of(Workshop workshop, Path serverJar, String more) throws IOException {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
    List<Path> files =
        List.of(
            workshop.agentJar(), serverJar, workshop.callerScenario(), workshop.calleeScenario());
    for (Path file : files) {
      digest.update(Files.readAllBytes(file));
    }
    String machine = more + " " + Runtime.getRuntime().availableProcessors();
    digest.update(machine.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest.digest());
  }
}
