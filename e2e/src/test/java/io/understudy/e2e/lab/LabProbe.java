package io.understudy.e2e.lab;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Builds a lab inside an enclosure and tells what it finds there. Argument: a directory. */
public final class LabProbe {
  private LabProbe() {}

  /** Prints one finding a line. */
  public static void main(String[] arguments) throws IOException {
    Path directory = Path.of(arguments[0]);
    Path mountPoint = Files.createDirectories(directory.resolve("node"));
    for (String node : List.of("alpha", "beta")) {
      Files.createDirectories(directory.resolve(node));
    }
    try (Lab lab = new Lab(directory, mountPoint)) {
      List<String> sniff = List.of("sh", "-c", "pwd > where; exec sleep 600");
      lab.start(lab.node("alpha"), "sleeper", sniff, Map.of());
      LabProcess beta = lab.start(lab.node("beta"), "sleeper", sniff, Map.of());
      System.out.println("processes " + beta.isAlive());
      System.out.println("ping " + ping(lab, "caller", Addresses.ALPHA));
      System.out.println("replication " + ping(lab, "alpha", Addresses.BETA_REPLICATION));
      System.out.println("isolation " + !ping(lab, "caller", Addresses.BETA_REPLICATION));
    }
    System.out.println("left over " + Command.of("ip", "netns", "list").run().strip().length());
    for (String node : List.of("alpha", "beta")) {
      System.out.println(node + " " + Files.readString(directory.resolve(node + "/where")).strip());
    }
  }

  private static boolean ping(Lab lab, String host, String address) {
    List<String> probe =
        List.of(
            System.getProperty("java.home") + "/bin/java",
            "-cp",
            System.getProperty("java.class.path"),
            Reach.class.getName(),
            address);
    return lab.host(host).command(probe).attempt("").exit() == 0;
  }

  /** Ends with 0 if an address answers to ICMP echo. */
  public static final class Reach {
    private Reach() {}

    /** Argument: the address. */
    public static void main(String[] arguments) throws IOException {
      System.exit(InetAddress.getByName(arguments[0]).isReachable(1_500) ? 0 : 1);
    }
  }
}
