package io.understudy.netctl.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A switch with the caller in one network namespace, and the nodes alpha and beta in others, all in
 * a user namespace: no privilege is needed outside.
 *
 * <p>caller 10.77.0.1 on the bridge; alpha 10.77.0.2 and beta 10.77.0.3 on eth0; the MAC ends in
 * the same number. The namespaces end with this JVM: their holders read a pipe of it.
 */
public final class Lab implements AutoCloseable {
  public static final String VIP = "10.77.0.100";
  public static final String CALLER = "10.77.0.1";

  /** Of the switch, for what is not said in the name of {@link #VIP}. */
  public static final String ARBITER = "10.79.0.1";

  public static final String CALLER_MAC = "02:00:00:00:00:01";
  public static final String STRANGER_MAC = "02:00:00:00:00:04";

  /** One node. */
  public enum Node {
    ALPHA("alpha", 2),
    BETA("beta", 3);

    private final String text;
    private final int number;

    Node(String text, int number) {
      this.text = text;
      this.number = number;
    }

    public String mac() {
      return "02:00:00:00:00:0" + number;
    }
  }

  private final List<Process> processes = new ArrayList<>();
  private final Path directory;
  private final Process outer;
  private final Map<Node, Process> nodes;
  private Process stranger;

  public Lab() {
    try {
      directory = Files.createTempDirectory("netctl");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    outer = keep(List.of("unshare", "-Urn", "cat"));
    inSwitch(
        "ip link add br0 address "
            + CALLER_MAC
            + " type bridge && ip addr add "
            + CALLER
            + "/24 dev br0 && ip addr add "
            + ARBITER
            + "/24 dev br0"
            + " && ip link set br0 up && ip link set lo up");
    nodes = Map.of(Node.ALPHA, node(Node.ALPHA), Node.BETA, node(Node.BETA));
  }

  private boolean cabled;

  private Process node(Node node) {
    return host(node.text, node.mac(), node.number);
  }

  /** A third host on the switch, 10.77.0.4, that knows nothing of the nodes. */
  public Resident stranger() {
    stranger = host("stranger", STRANGER_MAC, 4);
    return resident(stranger);
  }

  /** Runs a shell command in the {@link #stranger}; its output. Fails if it fails. */
  public String inStranger(String command) {
    return shell(stranger, command);
  }

  private Process host(String name, String mac, int number) {
    Process holder = keep(enter(outer, List.of("unshare", "-n", "cat")));
    String port = "v-" + name;
    awaitNamespace(holder);
    inSwitch(
        "ip link add "
            + port
            + " type veth peer name eth0 address "
            + mac
            + " netns "
            + holder.pid()
            + " && ip link set "
            + port
            + " master br0 up");
    shell(
        holder,
        "ip link set lo up && ip addr add 10.77.0."
            + number
            + "/24 dev eth0 && ip addr add 10.79.0."
            + number
            + "/24 dev eth0 && ip link set eth0 up");
    return holder;
  }

  /** Lays a cable from node to node, a second path for heartbeats of daemons that start later. */
  public void cable() {
    cabled = true;
    inSwitch(
        "ip link add repl0 netns "
            + nodes.get(Node.ALPHA).pid()
            + " type veth peer name repl0 netns "
            + nodes.get(Node.BETA).pid());
    for (Node node : Node.values()) {
      in(node, "ip addr add 10.78.0." + node.number + "/24 dev repl0 && ip link set repl0 up");
    }
  }

  /** Runs a shell command in a node; its output. Fails if it fails. */
  public String in(Node node, String command) {
    return shell(nodes.get(node), command);
  }

  /** Runs a shell command beside the switch; its output. Fails if it fails. */
  public String inSwitch(String command) {
    return shell(outer, command);
  }

  /** A process of this test in a node. */
  public Resident resident(Node node) {
    return resident(nodes.get(node));
  }

  /** From now on the switch brings each frame to all its ports: it learns no address. */
  public void flood() {
    inSwitch("ip link set br0 type bridge ageing_time 0");
  }

  /** Cuts, or mends, all paths between the two nodes: each still reaches the caller. */
  public void cut(boolean isolated) {
    String state = isolated ? "on" : "off";
    for (Node node : Node.values()) {
      inSwitch("ip link set v-" + node.text + " type bridge_slave isolated " + state);
    }
  }

  /** A program beside the switch, which both nodes reach at {@link #CALLER}. */
  public Process beside(List<String> command) {
    return start(enter(outer, command), true);
  }

  /** A process of this test beside the switch, which sniffs both nodes' cables. */
  public Resident caller() {
    Resident caller = resident(outer);
    caller.tell("sniff v-alpha " + VIP);
    caller.tell("sniff v-beta " + VIP);
    return caller;
  }

  /** Path of a node's socket. */
  public Path socket(Node node) {
    return directory.resolve(node.text + ".sock");
  }

  /** Makes an empty file of this test. */
  public void touch(String name) {
    try {
      Files.createFile(file(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file of this test. */
  public Path file(String name) {
    return directory.resolve(name);
  }

  /** The command line of a daemon of this node. */
  public List<String> run(Node node) {
    return List.of(
        "run",
        "--node",
        node.text,
        "--socket",
        socket(node).toString(),
        "--device",
        "eth0",
        "--vip",
        VIP + "/32",
        "--service-routes",
        "10.77.0.0/24",
        "--announce-again-after",
        "300ms");
  }

  /** Starts the daemon of a node, in heartbeats with the other's, and waits until it is ready. */
  public Daemons.Running paired(Node node, String... more) {
    Node other = node == Node.ALPHA ? Node.BETA : Node.ALPHA;
    List<String> heartbeats =
        List.of("--listen", paths(node.number), "--peer", paths(other.number));
    Daemons.Running daemon =
        netctl(node, List.of(), concat(concat(run(node), heartbeats), List.of(more)));
    daemon.await("ready");
    return daemon;
  }

  private String paths(int node) {
    String service = "10.77.0." + node + ":7701";
    return cabled ? service + ",10.78.0." + node + ":7701" : service;
  }

  /** Starts the daemon of a node and waits until it is ready. */
  public Daemons.Running daemon(Node node) {
    Daemons.Running daemon = netctl(node, List.of(), run(node));
    daemon.await("ready");
    return daemon;
  }

  /** Starts {@code netctl} with these arguments in a node, behind a prefix such as setpriv. */
  public Daemons.Running netctl(Node node, List<String> prefix, List<String> arguments) {
    List<String> command = concat(prefix, concat(java("io.understudy.netctl.Main"), arguments));
    return new Daemons.Running(start(enter(nodes.get(node), command), true));
  }

  @Override
  public void close() {
    for (int i = processes.size() - 1; i >= 0; i--) {
      processes.get(i).destroyForcibly();
    }
    try (Stream<Path> left = Files.walk(directory)) {
      left.sorted((a, b) -> b.compareTo(a)).forEach(path -> path.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Resident resident(Process namespace) {
    Process process = start(enter(namespace, java("io.understudy.netctl.lab.Inhabitant")), false);
    return new Resident(process);
  }

  private static List<String> java(String main) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xshare:auto",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-cp",
        System.getProperty("java.class.path"),
        main);
  }

  private static List<String> enter(Process namespace, List<String> command) {
    return concat(
        List.of(
            "nsenter", "-t", String.valueOf(namespace.pid()), "-U", "-n", "--preserve-credentials"),
        command);
  }

  private Process keep(List<String> command) {
    Process holder = start(command, true);
    awaitNamespace(holder);
    return holder;
  }

  /** The holder has its namespaces once it is cat. */
  private static void awaitNamespace(Process holder) {
    Path name = Path.of("/proc/" + holder.pid() + "/comm");
    try {
      for (int i = 0; i < 500 && holder.isAlive(); i++) {
        if (Files.readString(name).strip().equals("cat")) {
          return;
        }
        Thread.sleep(10);
      }
      String said =
          holder.isAlive()
              ? "no answer"
              : new String(holder.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      throw new AssertionError(
          "no network namespace could be made ("
              + said.strip()
              + "): this test needs"
              + " CAP_SYS_ADMIN, or unprivileged user namespaces");
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static String shell(Process namespace, String command) {
    try {
      Process process =
          new ProcessBuilder(enter(namespace, List.of("sh", "-c", command)))
              .redirectErrorStream(true)
              .start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(20, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new AssertionError("'" + command + "' failed: " + said);
      }
      return said;
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private Process start(List<String> command, boolean merge) {
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(merge);
      if (!merge) {
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
      }
      Process process = builder.start();
      processes.add(process);
      return process;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> concat(List<String> first, List<String> second) {
    return Stream.of(first, second).flatMap(List::stream).toList();
  }
}
