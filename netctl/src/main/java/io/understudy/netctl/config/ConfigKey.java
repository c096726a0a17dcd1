package io.understudy.netctl.config;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/**
 * The keys of the configuration file. Each is an option of the command line too, with dashes for
 * dots: {@code service.routes} is {@code --service-routes}.
 */
public enum ConfigKey {
  NODE("node", null, "name of this node, shown in status and events"),
  SOCKET("socket", "/run/understudy/netctl.sock", "path of the unix socket"),
  SOCKET_GROUP("socket.group", "", "group that may use the socket (mode 0660); default: owner's"),
  DEVICE("device", null, "service device: where the clients are reached"),
  VIP("vip", null, "virtual addresses, e.g. 10.77.0.100/32; comma-separated"),
  SERVICE_ROUTES(
      "service.routes",
      "",
      "destinations reached with the virtual address as source: PREFIX [via GATEWAY] or"
          + " 'default via GATEWAY'; comma-separated"),
  INPUT_SHADOW(
      "input.shadow",
      "off",
      "where the network brings the clients' packets to both nodes: how long those that come to a"
          + " silent node are kept for its takeover, such as 5s; or 'off'"),
  INPUT_SHADOW_MEGABYTES("input.shadow.megabytes", "16", "most that is kept of them, 1 to 100"),
  ANNOUNCE_FIRST("announce.first", "7", "announcements after 0, 2, 8, 32, 128, 512 ms, and so on"),
  ANNOUNCE_AGAIN("announce.again", "5", "announcements after announce.again.after"),
  ANNOUNCE_AGAIN_AFTER("announce.again.after", "5s", "a time: 250ms, 5s, 1m"),
  ANNOUNCE_REFRESH("announce.refresh", "off", "interval of further announcements, or 'off'"),
  ANNOUNCE_DEFEND(
      "announce.defend",
      "1s",
      "how long at least until an address that another host claims again is announced again; or"
          + " 'off': such a host is not looked for"),
  LISTEN(
      "listen",
      "",
      "HOST:PORT on which the peer's heartbeats come in (UDP); one for each path, comma-separated"),
  PEER(
      "peer",
      "",
      "HOST:PORT of the peer's netctl on the same paths, in the same order; comma-separated"),
  PEER_EVERY("peer.every", "20ms", "interval of our heartbeats, on each path"),
  PEER_SILENT_AFTER(
      "peer.silent.after",
      "250ms",
      "time without a heartbeat on any path after which the peer counts as dead"),
  TAKEOVER_WAIT(
      "takeover.wait",
      "10ms",
      "after the end of the link: how long the peer may take to say that it still speaks"),
  LEASE("lease", "120ms", "time after which the kernel shuts the gate unless netctl renews it"),
  AGENT_SILENT_AFTER(
      "agent.silent.after",
      "300ms",
      "time without a word of the agent after which its server counts as hung"),
  AGENT_STUCK_AFTER(
      "agent.stuck.after",
      "5s",
      "time without progress of the server's turn after which it counts as hung"),
  PROBE(
      "probe",
      "off",
      "sip:HOST:PORT of the server, which is asked by OPTIONS while this node speaks, or 'off'"),
  PROBE_EVERY("probe.every", "500ms", "interval of these questions"),
  PROBE_SILENT_AFTER(
      "probe.silent.after",
      "3s",
      "time without an answer, after there were some, after which the server counts as hung"),
  CARRIER(
      "carrier",
      "watch",
      "whether a node whose service device has no carrier hands over: watch, ignore"),
  PREFERRED("preferred", "no", "whether this node is to speak whenever it can: yes, no"),
  PREFERRED_AFTER(
      "preferred.after",
      "60s",
      "how long its backup must have followed before the other node hands over to it"),
  FLAP_LIMIT(
      "flap.limit",
      "5",
      "so many changes of the speaker within flap.window, and a living server is not given up"),
  FLAP_WINDOW("flap.window", "5m", "see flap.limit"),
  ARBITER(
      "arbiter",
      "none",
      "who decides which node may speak: none, file:PATH on storage of both nodes, or"
          + " etcd:URL[,URL...]"),
  ARBITER_HOLD(
      "arbiter.hold", "130ms", "how long an answer of the arbiter, or of the peer, counts"),
  CLUSTER(
      "cluster",
      "understudy",
      "name of the pair, at the arbiter and among this node's services; the same on both nodes");

  private final String text;
  private final String preset;
  private final String meaning;

  ConfigKey(String text, String preset, String meaning) {
    this.text = text;
    this.preset = preset;
    this.meaning = meaning;
  }

  /** As written in the file. */
  public String text() {
    return text;
  }

  /** As written on the command line. */
  public String option() {
    return "--" + text.replace('.', '-');
  }

  /** The default, or null if the key must be given. */
  public String preset() {
    return preset;
  }

  public String meaning() {
    return meaning;
  }

  static Optional<ConfigKey> of(String text) {
    return Arrays.stream(values()).filter(key -> key.text.equals(text)).findFirst();
  }

  /** The key that an unknown one was probably meant to be. */
  static ConfigKey nearest(String text) {
    return Arrays.stream(values())
        .min(Comparator.comparingInt(key -> distance(key.text, text)))
        .orElseThrow();
  }

  /** Levenshtein's distance. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    Arrays.setAll(row, i -> i);
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
