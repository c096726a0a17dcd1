package io.understudy.link.wire;

import io.understudy.engine.log.LogSource;
import io.understudy.link.Events;
import io.understudy.link.LinkSettings;
import io.understudy.link.commit.CommitGate;
import io.understudy.link.commit.GateMode;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A backup whose executing thread only collects the log. */
final class Backup implements BackupListener, Closeable {
  final Events events = new Events();
  final CommitGate gate = new CommitGate(GateMode.HOLDING, 1 << 20, 10_000, events);
  final BackupLink link;
  final List<CloseReason> lost = new CopyOnWriteArrayList<>();
  final List<String> refusals = new CopyOnWriteArrayList<>();
  final List<Long> joined = new CopyOnWriteArrayList<>();
  final List<String> gone = new CopyOnWriteArrayList<>();
  final List<String> farewells = new CopyOnWriteArrayList<>();
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final Thread executor;
  private final CountDownLatch mayExecute;

  /** Holds the link's thread back where it reads nothing. */
  volatile CountDownLatch loopMayRun = new CountDownLatch(0);

  private volatile long executed;
  volatile boolean ended;
  volatile boolean silent;
  volatile long clock;
  volatile long backlog = -1;
  volatile long caughtUp = -1;

  Backup(LinkSettings settings) throws IOException {
    this(settings, new CountDownLatch(0));
  }

  /**
   * @param mayExecute holds the server back, which receives the log and does not execute it
   */
  Backup(LinkSettings settings, CountDownLatch mayExecute) throws IOException {
    this.mayExecute = mayExecute;
    link = new BackupLink(settings, gate, this::asked, this, events);
    executor = new Thread(this::execute, "executor");
    executor.setDaemon(true);
    link.start();
    executor.start();
  }

  /** The link asks on its own thread, every few milliseconds. */
  private long asked() {
    pass(loopMayRun);
    return executed;
  }

  private static void pass(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void execute() {
    for (LogSource.Chunk c = link.take(); c != null; c = link.take()) {
      pass(mayExecute);
      synchronized (log) {
        if (c.position != log.size()) {
          throw new IllegalStateException(c.position + " came where " + log.size() + " was due");
        }
        log.write(c.data, c.from, c.to - c.from);
      }
      executed = c.position + (c.to - c.from);
    }
    ended = true;
  }

  byte[] log() {
    synchronized (log) {
      return log.toByteArray();
    }
  }

  long executed() {
    return executed;
  }

  @Override
  public void peerJoined(long epoch, long position) {
    joined.add(position);
  }

  @Override
  public void peerGone(String text) {
    gone.add(text);
  }

  @Override
  public void peerLost(CloseReason reason, String text, long lastPosition) {
    lost.add(reason);
  }

  @Override
  public void peerHeard() {}

  @Override
  public void peerSilent() {
    silent = true;
  }

  @Override
  public void refused(String text) {
    refusals.add(text);
  }

  @Override
  public void backlog(long end) {
    backlog = end;
  }

  @Override
  public void caughtUp(long position) {
    caughtUp = position;
  }

  @Override
  public void clocks(long position, long nanos, long millis, long arrivalNanos) {
    clock = nanos + millis;
  }

  @Override
  public void farewell(String reason, int exitStatus) {
    farewells.add(reason + " " + exitStatus);
  }

  @Override
  public void close() throws IOException {
    link.close();
    gate.close();
  }
}
