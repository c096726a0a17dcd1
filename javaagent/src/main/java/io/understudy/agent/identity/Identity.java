package io.understudy.agent.identity;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The identity that a node states in the handshake and in the header of its journal.
 *
 * <p>Our own options, the agent's path and the places where the class path's files lie are left
 * out: they may differ. Values are short and hold no secret: what a user wrote on the command line
 * appears as a digest.
 */
public final class Identity {
  private Identity() {}

  /**
   * Reads this JVM's identity; jars by their directories.
   *
   * @param agentJar the product jar
   * @throws IOException if a file that must be compared cannot be read
   */
  public static SortedMap<String, String> ofThisJvm(File agentJar) throws IOException {
    CommandLine line = CommandLine.of(ProcFile.strings("/proc/self/cmdline"));
    SortedMap<String, String> identity = new TreeMap<>();
    Digest digest = new Digest();
    identity.putAll(ofThisAgent(agentJar));
    identity.put(
        "class path",
        new ClassPath(digest, agentJar).digest(System.getProperty("java.class.path")));
    identity.put("module path", new ClassPath(digest, agentJar).digest(line.modulePath()));
    identity.put("main", line.main());
    identity.put("arguments", digest.ofStrings(line.arguments()));
    JvmFlags.describe(
        identity,
        digest,
        agentJar,
        JvmFlags.withEnvironment(ProcFile.strings("/proc/self/environ"), line.flags()));
    Locales.describe(identity);
    identity.put("ipv6", InternetProtocol.ofThisJvm());
    identity.put("processors", "" + Runtime.getRuntime().availableProcessors());
    identity.put("cpu", CpuFeatures.of(ProcFile.firstBlock("/proc/cpuinfo")));
    return identity;
  }

  /** The part of it that tells which natives a log speaks of: agent and JDK. */
  public static SortedMap<String, String> ofThisAgent(File agentJar) throws IOException {
    SortedMap<String, String> identity = new TreeMap<>();
    Digest digest = new Digest();
    identity.put("agent", digest.ofArchive(agentJar));
    JdkBuild.describe(identity, digest);
    return identity;
  }

  /** {@link #ofThisAgent} as one short word. */
  public static String shortOfThisAgent(File agentJar) throws IOException {
    return new Digest().ofStrings(ofThisAgent(agentJar).values());
  }

  /** Adds an option that both nodes must say alike, if it is given. */
  public static void addWords(SortedMap<String, String> identity, String name, List<String> words) {
    if (!words.isEmpty()) {
      identity.put(name, new Digest().ofStrings(words));
    }
  }

  /** Adds the content of one more file that must be alike. */
  public static void addFile(SortedMap<String, String> identity, String name, File file)
      throws IOException {
    identity.put(name, new Digest().ofFile(file));
  }
}
