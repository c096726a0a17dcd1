package io.understudy.netctl.daemon;

import io.understudy.netctl.ExitCode;
import io.understudy.netctl.NetctlException;
import io.understudy.netctl.config.PeerPlan;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.nio.ByteBuffer;

/**
 * Heartbeats as datagrams, heard on the thread {@code netctl-peer}. They are in clear and taken
 * from the peer's address only: let both nodes talk over a network of their own.
 */
final class BeatSocket implements BeatPath {
  private static final int MAX_DATAGRAM = 512;

  private final PeerPlan plan;
  private final DatagramSocket socket;

  /**
   * Binds the heartbeat address.
   *
   * @throws NetctlException if it cannot be bound
   */
  BeatSocket(PeerPlan plan) {
    this.plan = plan;
    try {
      socket = new DatagramSocket(plan.listen());
    } catch (IOException e) {
      throw new NetctlException(
          ExitCode.CONFIG_ERROR,
          "cannot bind "
              + plan.listen()
              + " ("
              + e.getMessage()
              + "); the peer could not be heard; correct 'listen'",
          e);
    }
  }

  /** Begins to hear. */
  void start(PeerWatch watch) {
    Thread thread = new Thread(() -> hear(watch), "netctl-peer");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void send(byte[] beat) {
    try {
      socket.send(new DatagramPacket(beat, beat.length, plan.peer()));
    } catch (IOException noWay) {
      // no route for now: the other side raises the alarm, and so do we if nothing comes in
    }
  }

  private void hear(PeerWatch watch) {
    DatagramPacket packet = new DatagramPacket(new byte[MAX_DATAGRAM], MAX_DATAGRAM);
    while (!socket.isClosed()) {
      try {
        packet.setLength(MAX_DATAGRAM);
        socket.receive(packet);
        if (packet.getAddress().equals(plan.peer().getAddress())) {
          watch.take(ByteBuffer.wrap(packet.getData(), 0, packet.getLength()));
        }
      } catch (IOException noBeat) {
        // closed, or what came is no heartbeat
      }
    }
  }
}
