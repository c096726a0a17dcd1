package io.understudy.netctl.sim;

import java.util.HashMap;
import java.util.Map;

/** Knows nothing of epochs: sees gates open, packets leave, and who has what in his log. */
final class Judge {
  /** What a client got last of a log. */
  private record Said(long position, long id, String by) {}

  private final World world;
  private final Map<Long, Said> said = new HashMap<>();
  int answered;
  int speakers;
  private Host last;

  Judge(World world) {
    this.world = world;
  }

  /** A gate was opened, or held open for longer. */
  void opened(Host host) {
    Host other = host.other();
    if (host.speaks() && other.speaks()) {
      violated("two speakers: " + host.name + " and " + other.name);
    }
  }

  /** A server sends an output; true if a client may have got it. */
  boolean sent(Server server, long position) {
    Host host = server.host;
    if (!host.speaks()) {
      return false;
    }
    opened(host);
    Journal log = server.log;
    Said before = said.get(log.run());
    long id = log.id(position);
    if (before != null && !server.forced && !log.holds(before.position, before.id)) {
      violated(
          "acknowledged output lost: "
              + host.name
              + " speaks with a log of "
              + log.end()
              + " that lacks output "
              + before.position
              + ", which a client got from "
              + before.by);
    }
    if (before == null || position > before.position) {
      said.put(log.run(), new Said(position, id, host.name));
    }
    answered++;
    if (last != host) {
      last = host;
      speakers++;
    }
    return true;
  }

  /** A primary is told that its backup holds the log up to a position. */
  void acknowledged(Server primary, Server backup, long position) {
    if (position > 0
        && position <= primary.log.end()
        && backup.log != null
        && !backup.log.holds(position, primary.log.id(position))) {
      violated("acknowledged what is not held: record " + position + " by " + backup.host.name);
    }
  }

  void violated(String what) {
    if (world.schedule.failure == null) {
      world.note(null, "VIOLATED " + what);
      world.schedule.fail(new Violation(what));
    }
  }

  /** Ends the run. */
  static final class Violation extends RuntimeException {
    private static final long serialVersionUID = 1;

    Violation(String what) {
      super(what, null, false, false);
    }
  }
}
