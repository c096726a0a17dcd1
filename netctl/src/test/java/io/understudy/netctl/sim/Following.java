package io.understudy.netctl.sim;

import io.understudy.link.message.PeerLostReason;

/** The backup's end of the link, and what {@code BackupRole} makes of it. */
final class Following {
  private static final long SILENCE = 250 * Knobs.MILLI;

  private final Server server;
  private final World world;
  private Link link;
  private boolean joined;
  private boolean lost;
  private boolean silent;
  private boolean refused;
  private long heard;
  private boolean whole;

  /** The primary has said that it goes on without this backup. */
  private boolean dropped;

  /** netctl has said so. */
  private boolean held;

  /** It speaks in the primary's place. */
  boolean promoted;

  /** It took leave of netctl: it is never promoted. */
  private boolean outOfIt;

  Following(Server server) {
    this.server = server;
    this.world = server.world;
  }

  Link link() {
    return link;
  }

  boolean hasJoined() {
    return joined;
  }

  void connect() {
    Server primary = server.host.other().server;
    if (primary == null || primary.proc.dead || !server.host.other().up) {
      return;
    }
    Link next = new Link(world, primary, server);
    link = next;
    heard = world.schedule.now;
    next.toPrimary(() -> primary.leading.hello(next, server.log));
  }

  void refused(Link from, String why) {
    if (from == link) {
      refused = true;
      link = null;
      if (!joined) {
        if (!why.equals("TAKEN") && !why.equals("EPOCH")) {
          server.log = null; // the operator empties the directory
        }
        world.network.kill(server.proc, "exit 76, refused: " + why);
      }
    }
  }

  void joined(Link from, long run, long epoch, long resume) {
    if (from != link) {
      return;
    }
    if (!joined) {
      if (server.log == null || resume == 0) {
        server.log = new Journal(run);
      }
      server.log.truncate(resume);
    } else if (resume != server.log.end() || run != server.log.run()) {
      refused = true;
      from.close(server);
      link = null;
      return;
    }
    whole = world.removed.equals("behind");
    dropped = false;
    held = false;
    silent = false;
    heard = world.schedule.now;
    server.epoch = epoch;
    if (!joined) {
      joined = true;
      server.client.register();
    } else if (lost) {
      server.client.follows();
    }
    lost = false;
  }

  /** All that the primary said before it began to wait for this backup is here. */
  void caughtUp(Link from) {
    if (from == link) {
      whole = true;
    }
  }

  void log(Link from, long position, long[] ids, long epoch) {
    if (from != link || promoted) {
      return;
    }
    hears();
    if (position != server.log.end()) {
      throw new AssertionError(
          "log for " + position + " came where " + server.log.end() + " was due");
    }
    if (epoch > server.log.epoch()) {
      server.log.startEpoch(epoch);
    }
    for (long id : ids) {
      server.log.append(id);
    }
    server.outputs.submit(server.log.end());
    long end = server.log.end();
    Server primary = from.primary;
    from.toPrimary(() -> primary.leading.position(from, end));
  }

  void clocks(Link from, long released) {
    if (from == link && !promoted) {
      hears();
      server.outputs.released(released);
    }
  }

  private void hears() {
    heard = world.schedule.now;
    if (silent) {
      silent = false;
      server.client.follows();
    }
  }

  /** The connection has ended. */
  void ended(Link from, boolean drop) {
    if (from != link) {
      return;
    }
    from.close(server);
    link = null;
    if (!joined || promoted) {
      return;
    }
    if (!lost) {
      lost = true;
      dropped = drop || behind();
      world.note(server.host, "server has lost its primary" + (dropped ? ", dropped" : ""));
      server.client.peerLost(
          dropped ? PeerLostReason.PEER_LOST_DROPPED : PeerLostReason.PEER_LOST_LINK_END);
    }
  }

  /** What the primary said before this backup joined has not all come. */
  private boolean behind() {
    return !whole;
  }

  void tick() {
    if (link == null && !refused && !promoted) {
      connect();
    } else if (link != null && joined && !silent && world.schedule.now - heard > SILENCE) {
      silent = true;
      server.client.peerLost(PeerLostReason.PEER_LOST_SILENT);
    }
    if (link != null) {
      Link to = link;
      long end = server.log == null ? 0 : server.log.end();
      Server primary = to.primary;
      to.toPrimary(() -> primary.leading.position(to, end));
    }
  }

  void held() {
    held = true;
    server.client.peerLost(PeerLostReason.PEER_LOST_DROPPED);
  }

  /** Nobody may promote it, but an operator by force. */
  boolean outdated() {
    return dropped || held || outOfIt;
  }

  void promote(long epoch) {
    if (promoted || server.live) {
      return;
    }
    server.epoch = epoch;
    if (dropped || behind()) {
      outOfIt = true;
      server.client.farewell();
      return;
    }
    world.note(server.host, "server is promoted at " + server.log.end() + " in epoch " + epoch);
    promoted = true;
    server.live = true;
    server.begins(epoch);
    if (link != null) {
      link.close(server);
      link = null;
    }
    server.outputs.promote();
    server.client.promoted();
  }

  void died(boolean crashed) {
    if (link != null && crashed) {
      link.vanish(server);
    } else if (link != null) {
      link.close(server);
    }
  }
}
