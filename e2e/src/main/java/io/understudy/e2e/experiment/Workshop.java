package io.understudy.e2e.experiment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Where the demo finds what it works with.
 *
 * @param root top directory of the repository, built
 * @param jdks JDKs of this machine by feature release
 */
public record Workshop(Path root, Map<Integer, Jdk> jdks) {
  /** The directory from which the user called {@code demo.sh}. */
  static final String USER_DIRECTORY = "DEMO_USER_DIRECTORY";

  /** The product. */
  public Path agentJar() {
    return root.resolve("javaagent/target/understudy.jar");
  }

  /** The gateway. */
  public Path algJar() {
    return root.resolve("demo-apps/sip-alg/target/sip-alg.jar");
  }

  /** The back-to-back user agent. */
  public Path b2buaJar() {
    return root.resolve("demo-apps/sip-b2bua/target/sip-b2bua.jar");
  }

  /** JMH and the benchmarks of the hooks. */
  public Path benchmarksJar() {
    return root.resolve("benchmarks/target/benchmarks.jar");
  }

  /** SIPp's part as the caller. */
  public Path callerScenario() {
    return root.resolve("e2e/src/sipp/uac.xml");
  }

  /** SIPp's part as the callee. */
  public Path calleeScenario() {
    return root.resolve("e2e/src/sipp/uas.xml");
  }

  /** Where results go. */
  public Path output() {
    return root.resolve("target/demo");
  }

  /** Where relative paths of the user begin. */
  Path userDirectory(Map<String, String> environment) {
    return Path.of(environment.getOrDefault(USER_DIRECTORY, "")).toAbsolutePath();
  }

  /** The JDK of the full experiment: the older one. */
  public Jdk firstJdk() {
    return jdks.values().iterator().next();
  }

  /**
   * The paper's server: the ALG before two callees, protected. Its memory is small and in large
   * pages because the kernel gives a killed process's memory back before it closes its sockets:
   * with a hundred megabytes in small pages that alone takes some 50 ms.
   */
  public ServerCommand alg() {
    return alg("", "");
  }

  /** As above, with further options of its JVM, and of its own. */
  public ServerCommand alg(String javaOptions, String options) {
    return server(algJar(), javaOptions, options);
  }

  /** The back-to-back user agent before two callees, with further options of its own. */
  public ServerCommand b2bua(String options) {
    return server(b2buaJar(), "", options);
  }

  private ServerCommand server(Path jar, String javaOptions, String options) {
    return new ServerCommand(
        "java @AGENT@ -Xmx128m -XX:+UseTransparentHugePages %s -jar '%s' %s %s"
            .formatted(
                javaOptions, jar, "--bind @VIP@:@PORT@ --cluster @CLUSTER1@,@CLUSTER2@", options),
        root);
  }

  /** What is missing and what to do about it; empty if nothing is. */
  public String missing() {
    if (jdks.isEmpty()) {
      return "no JDK 17 or 25 found; the servers need one; set JAVA_17_HOME or JAVA_25_HOME";
    }
    for (Path file :
        List.of(agentJar(), algJar(), b2buaJar(), callerScenario(), calleeScenario())) {
      if (!Files.isReadable(file)) {
        return file + " is missing; the repository is not built; run ./demo.sh, which builds it";
      }
    }
    return "";
  }
}
