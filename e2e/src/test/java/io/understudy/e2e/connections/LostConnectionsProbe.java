package io.understudy.e2e.connections;

import io.understudy.e2e.experiment.RunDirectory;
import io.understudy.e2e.lab.Addresses;
import io.understudy.e2e.lab.Lab;
import io.understudy.e2e.lab.LabProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Kills a primary in the midst of its connections and tells what the promoted backup makes of them.
 * Runs inside an enclosure. Arguments: directory of the lab, agent jar, classes of the server.
 */
public final class LostConnectionsProbe {
  private static final int OPEN = 6;
  private static final int CHURN = 30;
  private static final int FIRST_MANAGED = 3_000;
  private static final int LINK_PORT = 7999;
  private static final Duration LIMIT = Duration.ofSeconds(90);
  private static final String JAVA = System.getProperty("java.home") + "/bin/java";

  private final Lab lab;
  private final Path directory;
  private final String agent;
  private final String classes;

  private LostConnectionsProbe(Lab lab, Path directory, String agent, String classes) {
    this.lab = lab;
    this.directory = directory;
    this.agent = agent;
    this.classes = classes;
  }

  /** Prints one finding a line. */
  public static void main(String[] arguments) throws Exception {
    Path directory = Path.of(arguments[0]);
    Path mountPoint = new RunDirectory(directory).mountPoint();
    try (Lab lab = new Lab(directory, mountPoint)) {
      new LostConnectionsProbe(lab, directory, arguments[1], arguments[2]).run();
    }
  }

  private void run() throws Exception {
    LabProcess caller =
        lab.startPiped(
            lab.host("caller"),
            "peers",
            List.of(JAVA, "-cp", System.getProperty("java.class.path"), Peers.class.getName()));
    PrintWriter to =
        new PrintWriter(caller.process().getOutputStream(), true, StandardCharsets.US_ASCII);
    BufferedReader from =
        new BufferedReader(
            new InputStreamReader(caller.process().getInputStream(), StandardCharsets.UTF_8));
    String link = Addresses.ALPHA_REPLICATION + ":" + LINK_PORT;
    LabProcess alpha = server("alpha", "role=primary,listen=" + link);
    await("alpha", "READY");
    LabProcess beta = server("beta", "role=backup,peer=" + link);
    await("alpha", "protected: the backup follows");

    say(to, from, "churn " + Addresses.ALPHA + " " + CHURN);
    say(to, from, "open " + Addresses.ALPHA + " " + OPEN);
    say(to, from, "flood " + Addresses.ALPHA + " " + OPEN);
    say(to, from, "use");
    Thread.sleep(500);
    System.out.println("same descriptors " + managed(alpha).equals(managed(beta)));
    alpha.killJvm();
    await("beta", "live in epoch");
    Thread.sleep(1_000);
    System.out.println(say(to, from, "ask " + Addresses.BETA));
    Set<Integer> base = managed(beta);
    int all = descriptors(beta).size();
    say(to, from, "drop");
    for (int round = 0; round < 2; round++) {
      say(to, from, "churn " + Addresses.BETA + " " + CHURN);
      say(to, from, "open " + Addresses.BETA + " " + OPEN);
      say(to, from, "use");
      say(to, from, "drop");
    }
    Thread.sleep(500);
    System.out.println(say(to, from, "ask " + Addresses.BETA));
    System.out.println("managed descriptors back " + managed(beta).equals(base));
    System.out.println("more descriptors " + (descriptors(beta).size() - all));
    System.out.println("divergences " + log("beta").contains("diverge"));
    log("beta").lines().filter(l -> l.contains("live in epoch")).forEach(System.out::println);
  }

  private LabProcess server(String node, String role) {
    String options = role + ",journal=journal,insecure=true,name=" + node;
    List<String> command =
        List.of(
            JAVA,
            "-javaagent:" + agent + "=" + options,
            "-Xmx128m",
            "-cp",
            classes,
            "Connections",
            "" + Peers.PORT,
            Addresses.CALLER);
    return lab.start(lab.node(node), "server", command, Map.of());
  }

  private String log(String node) throws IOException {
    return Files.readString(directory.resolve(node).resolve("server.log"));
  }

  private void await(String node, String text) throws Exception {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (!log(node).contains(text)) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(node + " never said \"" + text + "\":\n" + log(node));
      }
      Thread.sleep(20);
    }
  }

  private static String say(PrintWriter to, BufferedReader from, String line) throws IOException {
    to.println(line);
    String answer = from.readLine();
    if (answer == null || answer.startsWith("failed")) {
      throw new IllegalStateException(line + ": " + answer);
    }
    return answer;
  }

  private static Set<Integer> managed(LabProcess server) throws IOException {
    Set<Integer> numbers = new TreeSet<>();
    for (int number : descriptors(server)) {
      if (number >= FIRST_MANAGED && number < 2 * FIRST_MANAGED) {
        numbers.add(number);
      }
    }
    return numbers;
  }

  private static List<Integer> descriptors(LabProcess server) throws IOException {
    List<Integer> numbers = new ArrayList<>();
    Path directory = Path.of("/proc", "" + server.process().pid(), "fd");
    try (Stream<Path> files = Files.list(directory)) {
      files.forEach(file -> numbers.add(Integer.parseInt(file.getFileName().toString())));
    }
    return numbers;
  }
}
