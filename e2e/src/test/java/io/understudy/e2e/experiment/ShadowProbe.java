package io.understudy.e2e.experiment;

import io.understudy.e2e.lab.Addresses;
import io.understudy.e2e.lab.Lab;
import io.understudy.e2e.lab.LabProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Kills the primary of a server that is sent numbered datagrams, and tells which of them its backup
 * never saw, saw twice, or in another order: it prints each, from the log or from its sockets. Runs
 * inside an enclosure. Arguments: directory of the lab, classes of the server, whether there is an
 * input shadow.
 */
public final class ShadowProbe {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final int PORT = 5060;
  private static final int COUNT = 900;

  private ShadowProbe() {}

  /** Prints one finding a line. */
  public static void main(String[] arguments) throws IOException {
    Path directory = Path.of(arguments[0]);
    Path mountPoint = new RunDirectory(directory).mountPoint();
    Jdk jdk = Jdk.ofThisJvm();
    Workshop workshop = new Workshop(ROOT, Map.of(jdk.feature(), jdk));
    String peer = Addresses.CALLER + ":" + NumberedSender.PORT;
    ServerCommand server =
        new ServerCommand("java @AGENT@ -cp " + arguments[1] + " Tally @PORT@ " + peer, ROOT);
    try (Lab lab = new Lab(directory, mountPoint)) {
      boolean shadow = Boolean.parseBoolean(arguments[2]);
      Setup setup = new Setup(server, PORT, workshop.agentJar());
      ReplicatedService service = new ReplicatedService(lab, setup, jdk, shadow);
      Path log = directory.resolve("beta").resolve("server.log");
      LabProcess sender = lab.start(lab.host("caller"), "sender", sender(), Map.of());
      Await.until(
          "a third was sent",
          Duration.ofSeconds(60),
          service.backup(),
          () -> got(log).get(0).size() > COUNT / 3);
      service.killPrimary();
      sender.awaitEnd(Duration.ofSeconds(60));
      Await.until(
          "the last came",
          Duration.ofSeconds(60),
          service.backup(),
          () -> got(log).stream().allMatch(way -> way.contains(COUNT - 1)));
      Await.sleep(Duration.ofMillis(500));
      List<List<Integer>> got = got(log);
      for (int way = 0; way < NumberedSender.WAYS; way++) {
        System.out.println("way " + way + " " + verdict(got.get(way)));
      }
      System.out.println("diverged " + service.hasDiverged());
      System.out.print(service.timeline(0));
    }
  }

  private static List<String> sender() {
    return List.of(
        System.getProperty("java.home") + "/bin/java",
        "-cp",
        System.getProperty("java.class.path"),
        NumberedSender.class.getName(),
        Addresses.VIP,
        Integer.toString(PORT),
        Integer.toString(COUNT));
  }

  private static List<List<Integer>> got(Path log) {
    List<List<Integer>> got = new ArrayList<>();
    for (int way = 0; way < NumberedSender.WAYS; way++) {
      got.add(new ArrayList<>());
    }
    try {
      for (String line : Files.readAllLines(log)) {
        String[] words = line.split(" ", -1);
        if (words.length == 3 && words[0].equals("GOT")) {
          got.get(Integer.parseInt(words[1])).add(Integer.valueOf(words[2]));
        }
      }
      return got;
    } catch (IOException | NumberFormatException halfWritten) {
      return got;
    }
  }

  private static String verdict(List<Integer> got) {
    Map<Integer, Deque<Integer>> places = new HashMap<>();
    List<Integer> sent = NumberedSender.numbers(COUNT);
    for (int i = 0; i < sent.size(); i++) {
      places.computeIfAbsent(sent.get(i), number -> new ArrayDeque<>()).add(i);
    }
    int twice = 0;
    int late = 0;
    int highest = -1;
    for (int number : got) {
      Integer place = places.get(number).pollFirst();
      if (place == null) {
        twice++;
      } else {
        late += place < highest ? 1 : 0;
        highest = Math.max(highest, place);
      }
    }
    int lost = places.values().stream().mapToInt(Deque::size).sum();
    return "lost %d, twice %d, late %d".formatted(lost, twice, late);
  }
}
