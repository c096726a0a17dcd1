package io.understudy.link.wire;

import io.understudy.link.Events;
import io.understudy.link.LinkEvent;
import io.understudy.link.LinkLimits;
import io.understudy.link.LinkSettings;
import io.understudy.link.commit.CommitGate;
import io.understudy.link.commit.GateMode;
import io.understudy.link.journal.JournalSink;
import io.understudy.link.journal.JournalWriter;
import io.understudy.link.journal.Journals;
import io.understudy.link.message.Diverged;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A primary with a journal and a gate; the test takes the turn holder's part. */
final class Primary implements PrimaryListener, Closeable {
  /** Drops a slow backup after 700 ms. */
  static final LinkLimits IMPATIENT =
      new LinkLimits(
          1 << 20,
          1 << 20,
          Duration.ofMillis(700),
          Duration.ofSeconds(1),
          Duration.ofMillis(700),
          Duration.ofSeconds(5),
          Duration.ofMillis(200),
          Duration.ofMillis(10),
          Duration.ofMillis(1),
          Duration.ofMillis(1),
          Duration.ofMillis(4),
          Duration.ofMillis(100));

  static final Map<String, String> IDENTITY = Map.of("jdk.build", "17.0.15+6", "agent", "abc");

  final Events events = new Events();
  final CommitGate gate;
  final JournalSink journal;
  final LinkSettings settings;
  final List<CloseReason> lost = new CopyOnWriteArrayList<>();
  final List<String> diverged = new CopyOnWriteArrayList<>();
  final ByteArrayOutputStream log = new ByteArrayOutputStream();
  final List<Integer> boundaries = new ArrayList<>();
  private final Random random = new Random(11);
  volatile long live = -1;
  volatile long behind = -1;
  PrimaryLink link;

  Primary(Path directory, LinkLimits limits) throws IOException {
    this(settings(directory, 0, IDENTITY, limits), sink(directory), GateMode.ALONE);
  }

  Primary(LinkSettings settings, JournalSink journal, GateMode mode) throws IOException {
    this.settings = settings;
    this.journal = journal;
    this.gate = new CommitGate(mode, 64 << 20, CommitGate.DEFAULT_FLOOR, events);
    listen(settings);
  }

  static LinkSettings settings(
      Path directory, int port, Map<String, String> identity, LinkLimits limits) {
    return new LinkSettings(
        "pair-1",
        new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
        false,
        directory,
        new TreeMap<>(identity),
        limits);
  }

  static JournalSink sink(Path directory) throws IOException {
    return new JournalSink(
        JournalWriter.create(directory, Journals.header(), 300_000), 64 << 20, new Events());
  }

  void listen(LinkSettings at) throws IOException {
    link = new PrimaryLink(at, journal, gate, () -> 4711, () -> 815, this, events);
    link.start();
  }

  int port() {
    return link.address().getPort();
  }

  /** Appends records of random length. */
  void grow(int bytes) {
    for (int left = bytes; left > 0; ) {
      int length = Math.min(left, 1 + random.nextInt(3000));
      byte[] record = Journals.random(random, length);
      link.append(record, 0, length, journal.position(), random.nextInt(3) == 0);
      log.writeBytes(record);
      boundaries.add(log.size());
      left -= length;
    }
  }

  @Override
  public void backupBehind(long executed, long end) {
    behind = end - executed;
  }

  @Override
  public void backupLive(long position) {
    live = position;
  }

  @Override
  public void backupLost(CloseReason reason, String text, boolean wasLive) {
    live = -1;
    lost.add(reason);
  }

  @Override
  public void backupDiverged(Diverged report) {
    diverged.add(report.getPosition() + ": " + report.getReport());
  }

  boolean saw(LinkEvent.Kind kind) {
    return events.kinds().contains(kind);
  }

  void stop() throws IOException {
    close();
  }

  @Override
  public void close() throws IOException {
    link.close();
    journal.close();
    gate.close();
  }
}
