package io.understudy.netctl.daemon;

import io.understudy.netctl.ExitCode;
import io.understudy.netctl.NetctlException;
import io.understudy.netctl.config.PeerPlan;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Heartbeats as datagrams on several ways, each heard on a thread {@code netctl-peer}. They are in
 * clear and taken from the peer's address only: let both nodes talk over a network of their own,
 * too.
 */
final class BeatSocket implements BeatPath {
  private static final int MAX_DATAGRAM = 512;

  private final PeerPlan plan;
  private final List<DatagramSocket> sockets;

  /**
   * Binds the heartbeat addresses.
   *
   * @throws NetctlException if one cannot be bound
   */
  BeatSocket(PeerPlan plan) {
    this.plan = plan;
    this.sockets = plan.listen().stream().map(BeatSocket::bound).toList();
  }

  private static DatagramSocket bound(InetSocketAddress address) {
    try {
      return new DatagramSocket(address);
    } catch (IOException e) {
      throw new NetctlException(
          ExitCode.CONFIG_ERROR,
          "cannot bind "
              + address
              + " ("
              + e.getMessage()
              + "); the peer could not be heard; correct 'listen'",
          e);
    }
  }

  /** Begins to hear. */
  void start(PeerWatch watch) {
    for (int i = 0; i < sockets.size(); i++) {
      int way = i;
      Thread thread = new Thread(() -> hear(way, watch), "netctl-peer");
      thread.setDaemon(true);
      thread.start();
    }
  }

  @Override
  public void send(byte[] beat) {
    for (int i = 0; i < sockets.size(); i++) {
      try {
        sockets.get(i).send(new DatagramPacket(beat, beat.length, plan.peer().get(i)));
      } catch (IOException noWay) {
        // no route for now: the other side raises the alarm, and so do we if nothing comes in
      }
    }
  }

  private void hear(int way, PeerWatch watch) {
    DatagramSocket socket = sockets.get(way);
    DatagramPacket packet = new DatagramPacket(new byte[MAX_DATAGRAM], MAX_DATAGRAM);
    while (!socket.isClosed()) {
      try {
        packet.setLength(MAX_DATAGRAM);
        socket.receive(packet);
        if (packet.getAddress().equals(plan.peer().get(way).getAddress())) {
          watch.take(way, ByteBuffer.wrap(packet.getData(), 0, packet.getLength()));
        }
      } catch (IOException noBeat) {
        // closed, or what came is no heartbeat
      }
    }
  }
}
