package io.understudy.netctl.lab;

import static io.understudy.netctl.lab.Lab.Node.ALPHA;
import static io.understudy.netctl.lab.Lab.Node.BETA;

import io.understudy.link.message.AgentRole;
import java.util.ArrayList;
import java.util.List;

/**
 * A pair in a lab: alpha's server is primary and speaks, beta's follows. Both send to the caller
 * all the time, let or not, so that the sniffer sees whom the gates let.
 */
public final class Pair implements AutoCloseable {
  private static final String ASK = "ask " + Lab.VIP + " 5060";

  public final Lab lab = new Lab();
  public final Daemons.Running alpha;
  public final Daemons.Running beta;
  public final Resident primary;
  public final TestAgent backup;
  private final Resident caller;
  private final Resident second;

  /**
   * Starts the pair.
   *
   * @param arbiter as configured; {@code file:} alone is a file of the lab
   * @param more options of both daemons
   */
  public Pair(String arbiter, String... more) {
    this(false, arbiter, more);
  }

  /** As above, with a {@link Lab#cable} if it is wanted. */
  public Pair(boolean cabled, String arbiter, String... more) {
    if (cabled) {
      lab.cable();
    }
    String place = arbiter.equals("file:") ? arbiter + lab.file("epoch") : arbiter;
    if (arbiter.equals("file:")) {
      lab.touch("epoch");
    }
    boolean etcd = place.startsWith("etcd:");
    this.etcd = etcd ? new Etcd(lab) : null;
    alpha = lab.paired(ALPHA, with(place, more));
    beta = lab.paired(BETA, with(place, more));
    caller = lab.caller();
    primary = lab.resident(ALPHA);
    second = lab.resident(BETA);
    begin(primary, ALPHA);
    begin(second, BETA);
    if (etcd) {
      until(() -> !status(ALPHA).contains("SILENT"), "etcd answers");
    }
    String answer = primary.tell("primary " + lab.socket(ALPHA));
    if (!answer.equals("registered")) {
      throw new AssertionError(answer);
    }
    backup = new TestAgent(lab.socket(BETA), AgentRole.AGENT_ROLE_BACKUP, 1);
    backup.next();
    until(() -> status(BETA).contains("alpha at 10.77.0.2:7701, speaking"), "alpha speaks");
    until(() -> ask().startsWith("alpha"), "alpha answers");
  }

  private static String[] with(String arbiter, String... more) {
    List<String> all = new ArrayList<>(List.of("--arbiter", arbiter));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  /** Beside the switch; null without. */
  public final Etcd etcd;

  private void begin(Resident server, Lab.Node node) {
    server.tell("serve " + node.name().toLowerCase(java.util.Locale.ROOT) + " 5060");
    lab.in(node, "ip neigh replace " + Lab.CALLER + " lladdr " + Lab.CALLER_MAC + " dev eth0");
    server.tell("chatter " + Lab.CALLER + " 9999");
  }

  /** Who answers the caller. */
  public String ask() {
    return caller.tell(ASK);
  }

  /** The nodes whose frames spoke for the address in a while from now, in turns. */
  public List<String> speakers() {
    caller.frames();
    return seen();
  }

  /** Forgets what was seen. */
  public void forget() {
    caller.frames();
  }

  /** The nodes that spoke since {@link #forget}: one entry for each change of the speaker. */
  public List<String> seen() {
    pause(700); // a frame comes here by a pipe
    List<String> turns = new ArrayList<>();
    for (String frame : caller.frames()) {
      String who = frame.startsWith(ALPHA.mac()) ? "alpha" : "beta";
      if (turns.isEmpty() || !turns.get(turns.size() - 1).equals(who)) {
        turns.add(who);
      }
    }
    return turns;
  }

  /** Waits until no node has announced the address for a while. */
  public void awaitNoAnnouncement() {
    until(
        () -> {
          forget();
          pause(700);
          return caller.frames().stream().noneMatch(frame -> frame.contains("arp"));
        },
        "no announcement");
  }

  public String status(Lab.Node node) {
    return Daemons.command(lab.socket(node), "status").out();
  }

  /** A condition that comes true some time. */
  public interface Condition {
    boolean holds();
  }

  /** Waits for it. */
  public static void until(Condition condition, String what) {
    for (int i = 0; i < 600; i++) {
      if (condition.holds()) {
        return;
      }
      pause(50);
    }
    throw new AssertionError("never seen: " + what);
  }

  static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    backup.close();
    lab.close();
  }
}
