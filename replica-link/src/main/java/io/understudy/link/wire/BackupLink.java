package io.understudy.link.wire;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.understudy.engine.log.LogSource;
import io.understudy.link.LinkEvent;
import io.understudy.link.LinkLimits;
import io.understudy.link.LinkSettings;
import io.understudy.link.commit.CommitGate;
import io.understudy.link.journal.JournalHeader;
import io.understudy.link.journal.JournalSink;
import io.understudy.link.message.Clocks;
import io.understudy.link.message.Diverged;
import io.understudy.link.message.Farewell;
import io.understudy.link.message.Header;
import io.understudy.link.message.Hello;
import io.understudy.link.message.LinkMessage;
import io.understudy.link.message.Role;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The backup's side of the link: finds the primary, follows its log, keeps its own journal and
 * acknowledges. {@link #take} belongs to the turn holder; all else may be called by any thread but
 * the link's own.
 */
@SuppressWarnings("FutureReturnValueIgnored") // of tasks on the event loop, which report by events
public final class BackupLink implements LogSource, Closeable {
  /** A promoted node has calls to serve first. */
  private static final long NOT_AT_ONCE_MILLIS = 100;

  private final LinkSettings settings;
  private final CommitGate gate;
  private final LongSupplier executed;
  private final BackupListener listener;
  private final LinkEvent.Listener events;
  private final LinkCounters counters = new LinkCounters();
  private final ReceivedLog log = new ReceivedLog();
  private final BackupJournal journal;
  private final CompletableFuture<JournalHeader> header = new CompletableFuture<>();
  private final Ending ending;
  private final Runnable shutDown;
  private EventLoopGroup loop;
  private PrimarySession session;
  private boolean ended;
  private boolean complained;
  private boolean lost;
  private boolean gone;
  private boolean dropped;
  private volatile long received;
  private volatile long released;

  /**
   * Prepares the link; {@link #start} opens it.
   *
   * @param gate told what the primary has released
   * @param executed log position up to which this server has executed
   */
  public BackupLink(
      LinkSettings settings,
      CommitGate gate,
      LongSupplier executed,
      BackupListener listener,
      LinkEvent.Listener events) {
    Cleartext.check("peer", settings.address(), settings.insecure());
    this.settings = settings;
    this.gate = gate;
    this.executed = executed;
    this.listener = listener;
    this.events = events;
    this.journal = new BackupJournal(settings, events);
    this.ending = new Ending();
    this.shutDown = () -> loop.shutdownGracefully(0, 1, TimeUnit.SECONDS);
  }

  /**
   * Begins to look for the primary.
   *
   * @throws IOException if this node's journal is damaged or of another format version
   */
  public void start() throws IOException {
    journal.inspect();
    loop = LinkLoop.start();
    onLoop(() -> null); // loads what a promotion needs
    loop.execute(this::connect);
  }

  /**
   * Waits until a primary has accepted this node; its seeds and identity are needed before the
   * server's {@code main} may start.
   *
   * @throws LinkRefusedException if the primary does not accept this node
   * @throws IOException if none has answered in time
   */
  public JournalHeader awaitHeader(Duration limit) throws IOException, InterruptedException {
    try {
      return header.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new IOException(
          "no primary answered at peer="
              + settings.address().getHostString()
              + ":"
              + settings.address().getPort()
              + " within "
              + limit.toMillis()
              + " ms; a backup cannot"
              + " start without its log; start the primary, or check the address",
          e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof LinkRefusedException refused) {
        throw refused;
      }
      throw new IOException(e.getCause().getMessage(), e.getCause());
    }
  }

  @Override
  public Chunk take() {
    return log.take();
  }

  /** Log position behind the last record that was received. */
  public long lastReceivedPosition() {
    return received;
  }

  /** Up to where the primary has reported its outputs as transmitted. */
  public long releasedPosition() {
    return released;
  }

  public LinkCounters counters() {
    return counters;
  }

  /**
   * Ends the following: what has come already is read, then nothing more, and {@link #take} returns
   * null behind what was received.
   *
   * @param epoch the epoch that this node has won
   * @param heir gets the journal on the link's thread, before {@link #take} returns null
   * @return the journal, in the new epoch from {@link #lastReceivedPosition} on: the sink of this
   *     server's own log, and of a {@link PrimaryLink} to the next backup; or null, with nothing
   *     done, if the primary has said that it went on without this node
   * @throws IllegalStateException if no log was ever received
   */
  public JournalSink promote(long epoch, Consumer<JournalSink> heir) {
    ending.epoch = epoch;
    ending.heir = heir;
    return onLoop(ending);
  }

  /** Leaves the pair: this server no longer does what the log says. Must never be promoted. */
  public void diverged(Diverged report) {
    onLoop(
        () -> {
          if (session != null) {
            session.send(LinkMessage.newBuilder().setDiverged(report).build());
          }
          return seal();
        });
    log.end();
  }

  /** Ends link and journal. */
  @Override
  public void close() throws IOException {
    JournalSink sink = loop == null || loop.isShuttingDown() ? null : onLoop(this::seal);
    log.end();
    if (loop != null) {
      loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }
    if (sink != null) {
      sink.close();
    }
  }

  LinkMessage hello() {
    Hello.Builder hello =
        Hello.newBuilder()
            .setProtocolVersion(FrameFormat.PROTOCOL_VERSION)
            .setRole(Role.ROLE_BACKUP)
            .setCluster(settings.cluster())
            .putAllIdentity(settings.identity());
    journal.describe(hello);
    return LinkMessage.newBuilder().setHello(hello).build();
  }

  void joined(Header from) throws IOException {
    complained = false;
    if (!journal.isOpen()) {
      log.open(journal.open(from), from.getResume());
      received = from.getResume();
    } else if (from.getResume() == received) {
      journal.learn(from);
    } else {
      refused(
          "the primary's log goes on at position "
              + from.getResume()
              + " where this backup holds "
              + received
              + " bytes already: what this server has executed since was never committed;"
              + " start this backup again");
      throw new WireException(CloseReason.REFUSED, "the primary's log is another one by now");
    }
    lost = false;
    gone = false;
    dropped = false;
    event(LinkEvent.Kind.PEER_JOINED, "follows the primary from position " + received);
    listener.peerJoined(journal.primaryEpoch(), received);
    header.complete(journal.header());
  }

  void received(Chunk chunk) throws WireException {
    if (ended) {
      return;
    }
    if (chunk.position != received) {
      throw new WireException(
          CloseReason.LOG_GAP,
          "log data for position " + chunk.position + " came where " + received + " was due");
    }
    journal.append(chunk);
    log.add(chunk);
    received = chunk.position + (chunk.to - chunk.from);
  }

  void released(long position) {
    released = Math.max(released, position);
    gate.released(position);
  }

  void backlog(long end) {
    listener.backlog(end);
  }

  void caughtUp(long position) {
    event(LinkEvent.Kind.BACKUP_LIVE, "this backup has caught up at position " + position);
    listener.caughtUp(position);
  }

  void clocks(Clocks clocks, long arrival) {
    listener.clocks(clocks.getPosition(), clocks.getNanos(), clocks.getMillis(), arrival);
  }

  void farewell(Farewell farewell) {
    listener.farewell(farewell.getReason(), farewell.getExitStatus());
  }

  void refused(String text) {
    ended = true;
    event(LinkEvent.Kind.CONNECTION_REFUSED, text);
    header.completeExceptionally(new LinkRefusedException(text));
    listener.refused(text);
  }

  void silent() {
    event(
        LinkEvent.Kind.PEER_SILENT,
        "nothing has come from the primary for "
            + settings.limits().peerSilence().toMillis()
            + " ms, but its connection stands; its netctl is heard before anything follows");
    listener.peerSilent();
  }

  void audible() {
    listener.peerHeard();
  }

  boolean hasRoom() {
    long limit = settings.limits().memoryBytes();
    boolean journalKeepsUp = journal.sink() == null || journal.sink().waitingBytes() < limit;
    return journalKeepsUp && log.bytes() < limit;
  }

  long executedPosition() {
    return executed.getAsLong();
  }

  LinkLimits limits() {
    return settings.limits();
  }

  long silenceNanos() {
    return settings.limits().peerSilence().toNanos();
  }

  void closed(PrimarySession from, CloseReason reason, String text) {
    counters.count(reason);
    if (from != session) {
      return;
    }
    session = null;
    if (ended) {
      return;
    }
    if (lost || !journal.isOpen()) {
      retry();
      return;
    }
    lost = true;
    dropped = reason == CloseReason.DROPPED;
    event(LinkEvent.Kind.PEER_LOST, "the primary is lost: " + text);
    listener.peerLost(reason, text, received);
    loop.execute(this::connect); // a primary that lives answers at once
  }

  private void connect() {
    if (ended) {
      return;
    }
    FrameDecoder decoder = new FrameDecoder();
    PrimarySession next = new PrimarySession(this, decoder);
    session = next;
    new Bootstrap()
        .group(loop)
        .channel(NioSocketChannel.class)
        .option(ChannelOption.TCP_NODELAY, true)
        .option(
            ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) settings.limits().handshake().toMillis())
        .handler(
            new ChannelInitializer<SocketChannel>() {
              @Override
              protected void initChannel(SocketChannel channel) {
                channel.pipeline().addLast(decoder, next);
              }
            })
        .connect(settings.address())
        .addListener((ChannelFuture done) -> connected(done.isSuccess(), done.cause()));
  }

  private void connected(boolean success, Throwable cause) {
    if (success) {
      return;
    }
    session = null;
    if (!complained) {
      complained = true;
      event(
          LinkEvent.Kind.PEER_UNREACHABLE,
          "the primary cannot be reached ("
              + cause.getMessage()
              + "); tries again every "
              + settings.limits().retry().toMillis()
              + " ms");
    }
    if (lost && !gone) {
      gone = true;
      listener.peerGone(String.valueOf(cause.getMessage()));
    }
    retry();
  }

  private void retry() {
    loop.schedule(this::connect, settings.limits().retry().toNanos(), TimeUnit.NANOSECONDS);
  }

  /** On the event loop: the end of the following. */
  private JournalSink seal() {
    ended = true;
    PrimarySession s = session;
    session = null;
    if (s != null) {
      // nobody waits for this: a promotion has more urgent things to do
      loop.execute(s.hangUp);
    }
    return journal.sink();
  }

  /**
   * What {@link #promote} does on the link's thread, in one go: where threads wait for a processor,
   * each hand-over costs milliseconds in which nobody speaks. Made at the start, as is all that it
   * calls: so does the first use of a lambda.
   */
  private final class Ending implements Callable<JournalSink> {
    private long epoch;
    private Consumer<JournalSink> heir;

    @Override
    public JournalSink call() {
      if (session != null) {
        session.drain();
      }
      if (dropped) {
        return null;
      }
      JournalSink sink = seal();
      if (sink == null) {
        throw new IllegalStateException(
            "this backup has never met its primary: it has no state to go on with");
      }
      sink.bound(settings.limits().memoryBytes());
      sink.startEpoch(epoch);
      heir.accept(sink);
      log.end();
      loop.schedule(shutDown, NOT_AT_ONCE_MILLIS, TimeUnit.MILLISECONDS);
      return sink;
    }
  }

  private <T> T onLoop(Callable<T> task) {
    return loop.submit(task).syncUninterruptibly().getNow();
  }

  private void event(LinkEvent.Kind kind, String message) {
    events.event(new LinkEvent(kind, message));
  }
}
