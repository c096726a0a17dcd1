package io.understudy.link.control;

import io.understudy.link.message.AgentAlone;
import io.understudy.link.message.AgentConsumed;
import io.understudy.link.message.AgentFarewell;
import io.understudy.link.message.AgentFollows;
import io.understudy.link.message.AgentHandedOver;
import io.understudy.link.message.AgentPeerLost;
import io.understudy.link.message.AgentPromote;
import io.understudy.link.message.AgentPromoted;
import io.understudy.link.message.AgentRegister;
import io.understudy.link.message.AgentState;
import io.understudy.link.message.ControlFrame;
import io.understudy.link.message.PeerLostReason;
import io.understudy.link.message.StepTiming;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * The agent's connection to the netctl of its node.
 *
 * <p>Keeps connecting, and registers again after every loss with what was last reported, so that a
 * restarted netctl learns everything anew. netctl takes the end of a primary's connection for the
 * death of its process, so the connection lives exactly as long as the server does.
 *
 * <p>Methods may be called by any unmanaged thread and never by a managed one: they may block for
 * as long as netctl does not read. They do not fail when netctl is away.
 */
public final class NetctlClient implements AutoCloseable {
  private static final long RETRY_NANOS = 250_000_000L;
  private static final int REHEARSALS = 200;

  private final Path socket;
  private final NetctlListener listener;
  private final Thread thread;

  private volatile ControlChannel channel;
  private AgentRegister registration;
  private AgentState state;
  private AgentPeerLost peerLost;
  private AgentAlone alone;
  private volatile boolean closed;

  /** Of the thread {@code understudy-netctl} only. */
  private boolean welcomed;

  /**
   * @param socket path of netctl's unix socket
   * @param registration what this server is at its start; the protocol version is filled in
   */
  public NetctlClient(Path socket, AgentRegister registration, NetctlListener listener) {
    this.socket = socket;
    this.registration = registration.toBuilder().setProtocol(ControlChannel.PROTOCOL).build();
    this.listener = listener;
    this.thread = new Thread(this::run, "understudy-netctl");
    this.thread.setDaemon(true);
  }

  /**
   * Makes the first connection on the calling thread and starts {@code understudy-netctl}.
   *
   * @throws IOException if netctl is not there now; nothing is started then
   */
  public void start() throws IOException {
    rehearse();
    connect();
    thread.start();
  }

  /** The order to go live should not be the first that is decoded. */
  private static void rehearse() throws IOException {
    byte[] order =
        ControlFrame.newBuilder()
            .setPromote(AgentPromote.newBuilder().setEpoch(1))
            .build()
            .toByteArray();
    for (int i = 0; i < REHEARSALS; i++) {
      if (ControlFrame.parseFrom(order).getPromote().getEpoch() != 1) {
        throw new IOException("protobuf does not decode what it has encoded");
      }
    }
  }

  /** Reports a state. It is kept and sent again after a reconnection. */
  public synchronized void state(AgentState now) {
    state = now;
    registration =
        registration.toBuilder()
            .setRole(now.getRole())
            .setEpoch(now.getEpoch())
            .setPosition(now.getAppendedPosition())
            .build();
    send(ControlFrame.newBuilder().setState(now).build());
  }

  /**
   * Tells that the primary is gone. Kept until {@link #promoted} or {@link #follows}, so that a
   * netctl that is just being restarted hears of it too.
   *
   * @param position received up to
   */
  public synchronized void peerLost(PeerLostReason reason, long position, String detail) {
    AgentPeerLost lost =
        AgentPeerLost.newBuilder()
            .setReason(reason)
            .setPosition(position)
            .setDetail(detail)
            .build();
    peerLost = lost;
    send(ControlFrame.newBuilder().setPeerLost(lost).build());
  }

  /** Tells that the primary is there again: what {@link #peerLost} said is over. */
  public synchronized void follows(long epoch, long position) {
    peerLost = null;
    send(
        ControlFrame.newBuilder()
            .setFollows(AgentFollows.newBuilder().setEpoch(epoch).setPosition(position))
            .build());
  }

  /**
   * Tells that this primary has lost its backup and wants an epoch of its own; answered by {@link
   * NetctlListener#granted} or {@link NetctlListener#fenced}. Kept until {@link #aloneOver}.
   */
  public synchronized void alone(long left) {
    alone = AgentAlone.newBuilder().setEpoch(left).build();
    send(ControlFrame.newBuilder().setAlone(alone).build());
  }

  /** The question of {@link #alone} has been answered. */
  public synchronized void aloneOver() {
    alone = null;
  }

  /** Answers a promotion: this server is live from the position on. */
  public synchronized void promoted(long epoch, long position, List<StepTiming> steps) {
    peerLost = null;
    send(
        ControlFrame.newBuilder()
            .setPromoted(
                AgentPromoted.newBuilder().setEpoch(epoch).setPosition(position).addAllSteps(steps))
            .build());
  }

  /** Tells what datagrams the log holds; between the order to go live and {@link #promoted}. */
  public synchronized void consumed(AgentConsumed report) {
    send(ControlFrame.newBuilder().setConsumed(report).build());
  }

  /** Answers an order to hand over. */
  public synchronized void handedOver(AgentHandedOver answer) {
    send(ControlFrame.newBuilder().setHandedOver(answer).build());
  }

  /** Takes leave in order and ends the client. */
  public void farewell(String reason) {
    closed = true;
    synchronized (this) {
      send(
          ControlFrame.newBuilder()
              .setFarewell(AgentFarewell.newBuilder().setReason(reason))
              .build());
    }
    close();
  }

  @Override
  public void close() {
    closed = true;
    hangUp(channel); // without the lock: a netctl that is stopped reads nothing, and a writer waits
    drop();
    LockSupport.unpark(thread);
  }

  private void run() {
    while (!closed) {
      String reason = listen();
      if (closed) {
        return;
      }
      if (welcomed) { // a connection that a dying netctl still took was none
        welcomed = false;
        listener.disconnected(reason);
      }
      do { // refused registrations come this way too: never without a pause
        LockSupport.parkNanos(this, RETRY_NANOS);
      } while (!closed && !reconnected());
    }
  }

  /** Reads until the connection ends; returns why it did. */
  private String listen() {
    ControlChannel current;
    synchronized (this) {
      current = channel;
    }
    if (current == null) {
      return "the connection was lost while writing";
    }
    try {
      for (ControlFrame frame = current.read(); frame != null; frame = current.read()) {
        long now = System.nanoTime();
        switch (frame.getBodyCase()) {
          case WELCOME -> {
            welcomed = true;
            listener.welcomed(frame.getWelcome());
          }
          case PROMOTE -> listener.promote(frame.getPromote().getEpoch(), now);
          case GRANTED -> listener.granted(frame.getGranted().getEpoch());
          case FENCED -> listener.fenced(frame.getFenced().getReason());
          case HAND_OVER -> listener.handOver();
          case HOLD -> listener.held(frame.getHold().getReason());
          case SILENCE -> listener.silenced(frame.getSilence().getReason());
          default -> throw new IOException("netctl sent " + frame.getBodyCase());
        }
      }
      return "netctl closed the connection";
    } catch (IOException | RuntimeException e) {
      return e.toString(); // a fault of the listener too: netctl must not lose its agent to it
    } finally {
      drop();
    }
  }

  private boolean reconnected() {
    try {
      connect();
      return true;
    } catch (IOException away) {
      return false;
    }
  }

  private synchronized void connect() throws IOException {
    ControlChannel fresh = ControlChannel.connect(socket);
    channel = fresh;
    fresh.write(ControlFrame.newBuilder().setRegister(registration).build());
    if (state != null) {
      fresh.write(ControlFrame.newBuilder().setState(state).build());
    }
    if (alone != null) {
      fresh.write(ControlFrame.newBuilder().setAlone(alone).build());
    }
    if (peerLost != null) {
      fresh.write(ControlFrame.newBuilder().setPeerLost(peerLost).build());
    }
  }

  /** A failed write ends the connection; the reader then connects again and repeats what counts. */
  private void send(ControlFrame frame) {
    if (channel == null) {
      return;
    }
    try {
      channel.write(frame);
    } catch (IOException broken) {
      drop();
    }
  }

  private synchronized void drop() {
    hangUp(channel);
    channel = null;
  }

  private static void hangUp(ControlChannel channel) {
    if (channel != null) {
      try {
        channel.close();
      } catch (IOException alreadyClosed) {
        // nothing is left to close
      }
    }
  }
}
