package io.understudy.netctl.sim;

/** The primary's end of the link, and what {@code PrimaryRole} makes of its loss. */
final class Leading {
  private static final long SLOW = 5 * Knobs.SECOND;

  private final Server server;
  private final World world;

  /** A backup may join. */
  boolean listens;

  /** Outputs wait for an epoch of this node's own. */
  boolean waits;

  private Link link;
  private boolean feeds;
  private long sent;
  private long received;
  private long progress;

  Leading(Server server) {
    this.server = server;
    this.world = server.world;
  }

  Link link() {
    return link;
  }

  /** A backup introduces itself. */
  void hello(Link from, Journal held) {
    if (!listens || !server.live) {
      from.close(server);
      return;
    }
    String refusal = refusal(held);
    if (refusal != null) {
      world.note(server.host, "server refuses a backup: " + refusal);
      from.toBackup(() -> from.backup.following.refused(from, refusal));
      from.close(server);
      return;
    }
    Journal log = server.log;
    long resume = held == null ? 0 : log.common(held.epoch(), held.end());
    link = from;
    sent = resume;
    received = resume;
    progress = world.schedule.now;
    long last = log.epoch();
    world.note(server.host, "server admits a backup from " + resume + " of " + log.end());
    from.toBackup(() -> from.backup.following.joined(from, log.run(), last, resume));
    feeds = false;
    long takes = world.around(100 * Knobs.MILLI);
    world.schedule.at(world.schedule.now + takes, server.lane, () -> caughtUp(from));
  }

  /** From here on outputs wait for the backup. */
  private void caughtUp(Link from) {
    if (from == link) {
      feeds = true;
      sendLog();
      from.toBackup(() -> from.backup.following.caughtUp(from));
      server.outputs.commit();
    }
  }

  private String refusal(Journal held) {
    if (link != null) {
      return "TAKEN";
    }
    if (held == null || held.end() == 0) {
      return null;
    }
    Journal log = server.log;
    if (held.run() != log.run()) {
      return "LOG";
    }
    if (held.epoch() > log.epoch() && !world.removed.equals("link-epoch")) {
      return "EPOCH";
    }
    return log.common(held.epoch(), held.end()) > log.end() ? "AHEAD" : null;
  }

  void sendLog() {
    if (link == null || !feeds) {
      return;
    }
    Link to = link;
    long from = sent;
    long epoch = server.log.epoch();
    long[] ids = server.log.from(from);
    sent = server.log.end();
    to.toBackup(() -> to.backup.following.log(to, from, ids, epoch));
  }

  /** The backup's acknowledgement. */
  void position(Link from, long position) {
    if (from == link) {
      if (position > received) {
        received = position;
        progress = world.schedule.now;
      }
      world.judge.acknowledged(server, from.backup, position);
      server.outputs.acknowledged(position);
    }
  }

  void tick() {
    if (link == null) {
      return;
    }
    if (received >= server.log.end()) {
      progress = world.schedule.now;
    }
    Link to = link;
    long released = server.outputs.releasedPosition();
    to.toBackup(() -> to.backup.following.clocks(to, released));
    if (world.schedule.now - progress > SLOW) {
      drop("it is too slow");
    }
  }

  /** Goes on without a backup, and says so. */
  void drop(String why) {
    if (link != null) {
      world.note(server.host, "server drops its backup: " + why);
      Link dropped = link;
      dropped.toBackup(() -> dropped.backup.following.ended(dropped, true));
      dropped.close(server);
      ended(dropped);
    }
  }

  void ended(Link which) {
    if (which != link) {
      return;
    }
    which.close(server);
    link = null;
    if (!feeds) {
      return; // nobody has waited for it
    }
    if (world.removed.equals("hold-outputs")) {
      server.outputs.alone();
    }
    if (world.arbitrated()) {
      world.note(server.host, "server has lost its backup: output waits for an epoch");
      listens = world.removed.equals("link-epoch");
      waits = true;
      server.client.alone();
    } else {
      server.begins(server.epoch + 1);
      server.outputs.alone();
    }
  }

  void died(boolean crashed) {
    if (link != null && crashed) {
      link.vanish(server);
    } else if (link != null) {
      link.close(server);
    }
  }
}
