package io.understudy.e2e.faults;

import io.understudy.e2e.lab.Addresses;
import io.understudy.e2e.lab.Network;
import io.understudy.e2e.lab.Twin;
import io.understudy.e2e.lab.Wires;
import java.util.List;
import java.util.function.Consumer;

/** Cables that are cut, whole or one way, and links that lose, double, overtake and delay. */
final class LinkFaults {
  private static final int LONG_MILLIS = 3_000;
  private static final String SERVICE = Network.SERVICE_DEVICE;
  private static final String REPLICATION = Network.REPLICATION_DEVICE;
  private static final List<String> CLIENTS = List.of("caller", "cluster");
  private static final int LOCKTIME = 1_500;
  private static final int USUAL_LOCKTIME = 1_000;

  static final Fault SERVICE_DOWN =
      Fault.passing(
          "service link of the speaker down for 3 s",
          LONG_MILLIS,
          pair -> pair.service(pair.speaker, "down"),
          (pair, node) -> pair.service(node, "up"));
  static final Fault REPLICATION_DOWN =
      Fault.passing(
          "replication link down for 3 s",
          LONG_MILLIS,
          pair -> pair.replication("down"),
          (pair, node) -> pair.replication("up"));
  static final Fault CUT_OFF =
      Fault.passing(
          "all links of the speaker cut for 3 s",
          LONG_MILLIS,
          pair -> {
            pair.service(pair.speaker, "nomaster");
            pair.replication("down");
          },
          (pair, node) -> {
            pair.replication("up");
            pair.service(node, "master br0");
          });
  static final Fault PARTED =
      Fault.passing(
          "all paths between the nodes cut for 3 s, the clients reach both",
          LONG_MILLIS,
          pair -> {
            isolate(pair, "on");
            pair.replication("down");
          },
          (pair, node) -> {
            pair.replication("up");
            isolate(pair, "off");
          });
  static final Fault FLAPPING =
      SERVICE_DOWN.repeated("service link of the speaker down and up 50 times, 20 ms each", 50, 20);

  static final Fault MUTE =
      oneWay("nothing leaves the speaker", pair -> mute(pair.speaker, SERVICE, REPLICATION));
  static final Fault DEAF =
      oneWay("nothing reaches the speaker", pair -> deafen(pair.speaker, SERVICE, REPLICATION));
  static final Fault SERVICE_MUTE =
      oneWay(
          "nothing leaves the speaker on the service network", pair -> mute(pair.speaker, SERVICE));
  static final Fault SERVICE_DEAF =
      oneWay(
          "nothing reaches the speaker on the service network",
          pair -> deafen(pair.speaker, SERVICE));
  static final Fault REPLICATION_MUTE =
      oneWay(
          "nothing goes from speaker to backup on the replication link",
          pair -> mute(pair.speaker, REPLICATION));
  static final Fault REPLICATION_DEAF =
      oneWay(
          "nothing goes from backup to speaker on the replication link",
          pair -> deafen(pair.speaker, REPLICATION));

  static final Fault LOSSY =
      impaired(
          "replication link loses, doubles and reorders frames for 3 s",
          node -> Wires.impair(node.host.name()));
  static final Fault DELAYED =
      impaired(
          "replication link of 2 Mbit/s, with a queue, for 3 s",
          node -> Wires.slow(node.host.name(), 2_000));

  static final Fault LOSSY_WITH_SERVER =
      LOSSY.withServerKilled("lossy replication link, kill -9 of the server", LONG_MILLIS);

  static final Fault UNANNOUNCED =
      Fault.passing(
          "kill -9 of the server; announcements of the other are lost for 1.5 s",
          1_500,
          pair -> {
            Wires.loseAnnouncements(pair.other.host.name(), Addresses.VIP);
            pair.speaker.server.killJvm();
          },
          LinkFaults::heal);
  static final Fault STICKY =
      Fault.passing(
          "kill -9 of the server; the clients believe no announcement for 1.5 s",
          2_000,
          pair -> {
            neighbours(pair.speaker);
            pair.speaker.server.killJvm();
          },
          (pair, node) -> CLIENTS.forEach(host -> Wires.locktime(host, USUAL_LOCKTIME)));

  static final Fault DUPLICATE =
      Fault.passing(
          "another host has the address, too, for 15 s, and claims it",
          15_000,
          pair -> Twin.join(Addresses.VIP),
          (pair, node) -> Twin.leave());

  private LinkFaults() {}

  private static void neighbours(FaultNode speaker) {
    String hardware = Network.hardwareAddress(speaker.isAlpha() ? 1 : 2);
    CLIENTS.forEach(host -> Wires.keepNeighbour(host, Addresses.VIP, hardware, LOCKTIME));
  }

  private static Fault oneWay(String what, Consumer<FaultPair> begin) {
    return Fault.passing(what + " for 3 s", LONG_MILLIS, begin, LinkFaults::heal);
  }

  private static Fault impaired(String title, Consumer<FaultNode> impair) {
    return Fault.passing(
        title,
        LONG_MILLIS,
        pair -> {
          impair.accept(pair.speaker);
          impair.accept(pair.other);
        },
        LinkFaults::heal);
  }

  private static void mute(FaultNode node, String... devices) {
    Wires.mute(node.host.name(), devices);
  }

  private static void deafen(FaultNode node, String... devices) {
    Wires.deafen(node.host.name(), devices);
  }

  private static void heal(FaultPair pair, FaultNode speaker) {
    Wires.heal(pair.speaker.host.name());
    Wires.heal(pair.other.host.name());
  }

  /** The switch passes nothing between isolated ports. */
  private static void isolate(FaultPair pair, String onOrOff) {
    for (FaultNode each : List.of(pair.speaker, pair.other)) {
      pair.service(each, "type bridge_slave isolated " + onOrOff);
    }
  }
}
