package io.understudy.link.wire;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.understudy.engine.log.LogSink;
import io.understudy.link.LinkEvent;
import io.understudy.link.LinkSettings;
import io.understudy.link.commit.CommitGate;
import io.understudy.link.journal.JournalSink;
import io.understudy.link.message.Diverged;
import io.understudy.link.message.Farewell;
import io.understudy.link.message.Hello;
import io.understudy.link.message.LinkMessage;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * The primary's side of the link: writes the log to the journal and feeds the backup that has
 * connected, one at a time. {@link #append} belongs to the turn holder; all else may be called by
 * any thread.
 */
public final class PrimaryLink implements LogSink, Closeable {
  private static final int MAX_STRANGERS = 16;

  private final LinkSettings settings;
  private final JournalSink journal;
  private final CommitGate gate;
  private final PrimaryListener listener;
  private final LinkEvent.Listener events;
  private final LinkCounters counters = new LinkCounters();
  private final DueMessages messages;
  private final BackupFeed feed;
  private final Set<BackupSession> strangers = new HashSet<>();
  private volatile boolean admits = true;
  private volatile boolean caughtUp;
  private volatile BackupSession backup;
  private EventLoopGroup loop;
  private Channel server;

  /**
   * Prepares the link; {@link #start} opens it.
   *
   * @param journal the log's own sink, new or taken over from {@link BackupLink#promote}
   * @param gate told what the backup acknowledges
   * @param nanos the server's logical {@code System.nanoTime}
   * @param millis the server's logical {@code System.currentTimeMillis}
   */
  public PrimaryLink(
      LinkSettings settings,
      JournalSink journal,
      CommitGate gate,
      LongSupplier nanos,
      LongSupplier millis,
      PrimaryListener listener,
      LinkEvent.Listener events) {
    Cleartext.check("listen", settings.address(), settings.insecure());
    this.settings = settings;
    this.journal = journal;
    this.gate = gate;
    this.listener = listener;
    this.events = events;
    this.messages = new DueMessages(settings.limits(), gate, nanos, millis, journal::position);
    this.feed = new BackupFeed(settings.journal(), settings.limits(), messages);
  }

  /**
   * Listens for a backup.
   *
   * @throws IOException if the address cannot be bound
   */
  public void start() throws IOException {
    loop = LinkLoop.start();
    journal.attach(feed);
    ServerBootstrap bootstrap =
        new ServerBootstrap()
            .group(loop)
            .channelFactory(LinkServerChannel::new)
            .option(ChannelOption.SO_REUSEADDR, true)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childHandler(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel channel) {
                    FrameDecoder decoder = new FrameDecoder();
                    channel
                        .pipeline()
                        .addLast(decoder, new BackupSession(PrimaryLink.this, decoder));
                  }
                });
    ChannelFuture bound = bootstrap.bind(settings.address()).awaitUninterruptibly();
    if (!bound.isSuccess()) {
      close();
      throw new IOException(
          "cannot listen at listen="
              + settings.address().getHostString()
              + ":"
              + settings.address().getPort()
              + " ("
              + bound.cause().getMessage()
              + "); no backup"
              + " could join; free the port or give another",
          bound.cause());
    }
    server = bound.channel();
    event(LinkEvent.Kind.LISTENING, "listens for a backup at " + address());
  }

  /** Where it listens; of use when the port was given as 0. */
  public InetSocketAddress address() {
    return (InetSocketAddress) server.localAddress();
  }

  @Override
  public void append(byte[] data, int from, int to, long position, boolean urgent) {
    journal.append(data, from, to, position, urgent);
  }

  @Override
  public boolean hasRoom() {
    return journal.hasRoom();
  }

  /** Whether a backup has executed what was made before it came, and holds each record since. */
  public boolean isProtected() {
    return backup != null && caughtUp;
  }

  /** Whether a backup is on its way through the log. */
  public boolean isCatchingUp() {
    return backup != null && !caughtUp;
  }

  /** Up to where the backup holds the log, or -1 without one. */
  public long receivedPosition() {
    BackupSession s = backup;
    return s == null ? -1 : s.received();
  }

  /** Up to where the backup has executed the log, or -1 without one. */
  public long executedPosition() {
    BackupSession s = backup;
    return s == null ? -1 : s.executed();
  }

  public LinkCounters counters() {
    return counters;
  }

  /**
   * Tells the backup that this node ends as planned, behind all that was appended before, and waits
   * until the backup has closed the connection. If this node closed it first, with words of the
   * backup unread, TCP would reset it (RFC 9293, 3.6.1) and the backup lose what it has not read.
   *
   * @return false if there is no live backup, or it could not be told within {@code limit}
   */
  public boolean farewell(String reason, int exitStatus, Duration limit) {
    messages.farewell(
        LinkMessage.newBuilder()
            .setFarewell(Farewell.newBuilder().setReason(reason).setExitStatus(exitStatus))
            .build(),
        journal.position());
    long deadline = System.nanoTime() + limit.toNanos();
    while (backup != null && feed.isLive() && System.nanoTime() - deadline < 0) {
      journal.wake();
      LockSupport.parkNanos(this, 1_000_000);
    }
    boolean said = messages.saidFarewell();
    if (!said) {
      messages.farewell(null, 0); // another backup must not hear it
    }
    return said;
  }

  /** Tells the backup that its log ends here though this node lives, and admits no other. */
  public void drop(String reason) {
    var unused = server.close();
    BackupSession s = backup;
    if (s != null) {
      s.end(CloseReason.DROPPED, reason);
    }
  }

  /** Closes port and connections; the journal stays open. */
  @Override
  public void close() {
    journal.attach(null);
    if (server != null) {
      server.close().awaitUninterruptibly();
    }
    BackupSession s = backup;
    if (s != null) {
      s.end(CloseReason.CLOSED_HERE, "this node closes its link");
    }
    if (loop != null) {
      loop.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly();
    }
  }

  LinkSettings settings() {
    return settings;
  }

  LinkEvent.Listener events() {
    return events;
  }

  /** Whether a backup may join now. One that may not is hung up on, and tries again. */
  public void admit(boolean now) {
    admits = now;
  }

  /** Counts a connection that has not introduced itself; false if there are too many. */
  boolean opened(BackupSession session) {
    return admits && strangers.size() < MAX_STRANGERS && strangers.add(session);
  }

  Admission admit(BackupSession session, Hello hello) throws IOException {
    strangers.remove(session);
    if (backup != null) {
      return new Admission(
          null,
          Refusals.of(
              "TAKEN",
              "backup",
              "has one already",
              "a second one",
              "one backup at a time; stop the other first"));
    }
    Admission admission = Admission.judge(hello, settings, journal.position());
    if (admission.refusal() == null) {
      backup = session; // no second one, while this one's header is on its way
    }
    return admission;
  }

  Feeding feed(BackupSession session, LinkChannel channel) {
    event(
        LinkEvent.Kind.BACKUP_JOINED,
        "a backup has joined and is fed from position " + session.resume());
    Feeding feeding = feed.serve(session, channel);
    journal.wake();
    return feeding;
  }

  /** The backup was sent all of the log. Called on the log thread. */
  void live(long position) {
    event(LinkEvent.Kind.BACKUP_FED, "the backup was sent the log up to position " + position);
  }

  /**
   * The backup has executed what it was sent first. One that has received it but has much to
   * execute yet would take as long to take over.
   */
  void executed(long position, boolean all) {
    if (caughtUp) {
      return;
    }
    if (!all) {
      listener.backupBehind(position, journal.position());
      return;
    }
    caughtUp = true;
    event(LinkEvent.Kind.BACKUP_LIVE, "the backup has caught up at position " + position);
    listener.backupLive(position);
    messages.caughtUp(position); // behind the listener: output waits for the backup by now
    journal.wake();
  }

  void acknowledged(long position) {
    gate.acknowledged(position);
    if (feed.tell()) { // what left by it
      journal.wake();
    }
  }

  void diverged(Diverged report) {
    listener.backupDiverged(report);
  }

  void closed(BackupSession session, CloseReason reason, String text) {
    counters.count(reason);
    strangers.remove(session);
    if (session != backup) {
      event(LinkEvent.Kind.CONNECTION_REFUSED, "closed a connection: " + text);
      return;
    }
    feed.ended();
    backup = null;
    boolean wasProtected = caughtUp;
    caughtUp = false;
    journal.wake();
    event(LinkEvent.Kind.BACKUP_LOST, "the backup is lost: " + text);
    listener.backupLost(reason, text, wasProtected);
  }

  private void event(LinkEvent.Kind kind, String message) {
    events.event(new LinkEvent(kind, message));
  }
}
