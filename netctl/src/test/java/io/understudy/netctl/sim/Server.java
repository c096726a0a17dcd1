package io.understudy.netctl.sim;

import io.understudy.link.commit.GateMode;
import io.understudy.link.message.ControlFrame;

/**
 * A server with its agent. Re-states what {@code PrimaryRole}, {@code BackupRole} and the two ends
 * of the link decide.
 */
final class Server {
  private static final long STATUS = 100 * Knobs.MILLI;

  final World world;
  final Host host;
  final Proc proc;
  final Lane lane;
  final Client client;
  final Following following;
  final Leading leading;
  Journal log;
  Outputs outputs;
  long epoch;

  /** It is the primary, or was promoted. */
  boolean live;

  /** An operator had it take over with what it had. */
  boolean forced;

  private long due;

  Server(World world, Host host, Journal log) {
    this.world = world;
    this.host = host;
    this.log = log;
    this.proc = new Proc(host, "server");
    this.lane = new Lane(proc);
    this.client = new Client(world, this);
    this.following = new Following(this);
    this.leading = new Leading(this);
  }

  /** Begins a log in an epoch that netctl has granted. */
  void lead(long granted) {
    live = true;
    epoch = granted;
    log.startEpoch(granted);
    outputs = outputs(GateMode.ALONE);
    leading.listens = true;
    client.register();
    begin();
  }

  /** Looks for the primary. */
  void follow() {
    outputs = outputs(GateMode.HOLDING);
    following.connect();
    begin();
  }

  private void begin() {
    world.schedule.at(world.schedule.now + world.random.nextLong(STATUS), lane, this::status);
    world.schedule.at(world.schedule.now + world.random.nextLong(STATUS), lane, this::work);
  }

  private Outputs outputs(GateMode mode) {
    return new Outputs(mode, !world.removed.equals("commit"), this::leaves);
  }

  private void leaves(long position) {
    boolean passed = world.judge.sent(this, position);
    if (passed) {
      world.note(host, "output " + position + " of log " + log.run() + " leaves");
    }
  }

  private void work() {
    if (live) {
      if (due != 0) {
        log.startEpoch(due);
        due = 0;
      }
      log.append(world.id());
      leading.sendLog();
      outputs.submit(log.end());
    }
    long next = world.around(world.knobs.outputEvery());
    world.schedule.at(world.schedule.now + next, lane, this::work);
  }

  private void status() {
    client.state();
    if (live) {
      leading.tick();
    } else {
      following.tick();
    }
    world.schedule.at(world.schedule.now + STATUS, lane, this::status);
  }

  /** A frame of netctl's. */
  void told(ControlFrame frame) {
    switch (frame.getBodyCase()) {
      case PROMOTE -> following.promote(frame.getPromote().getEpoch());
      case GRANTED -> granted(frame.getGranted().getEpoch());
      case FENCED -> world.network.kill(proc, "exit 75, fenced");
      case HOLD -> following.held();
      default -> {} // a welcome, or the word that this node is silent
    }
  }

  private void granted(long next) {
    if (!live || next <= epoch) {
      return;
    }
    world.note(host, "server goes on alone in epoch " + next);
    begins(next);
    leading.listens = !following.promoted;
    leading.waits = false;
    outputs.alone();
    client.aloneOver();
  }

  /** The next record is the first of an epoch. */
  void begins(long next) {
    epoch = next;
    due = next;
  }

  /** The connection to the other server breaks here. */
  void breakLink() {
    Link broken = live ? leading.link() : following.link();
    if (broken != null) {
      linkEnded(broken);
    }
  }

  /** A connection has ended. */
  void linkEnded(Link link) {
    if (live) {
      leading.ended(link);
    } else {
      following.ended(link, false);
    }
  }

  /** Its process is dead; the kernel closes what it had. */
  void died() {
    boolean crashed = !host.up;
    host.disk = log == null ? null : log.left(crashed ? world.random.nextInt(20) : 0);
    client.died();
    leading.died(crashed);
    following.died(crashed);
  }
}
