package io.understudy.agent.role;

import com.google.protobuf.ByteString;
import io.understudy.engine.boundary.Consumption;
import io.understudy.link.control.NetctlClient;
import io.understudy.link.control.PayloadDigest;
import io.understudy.link.message.AgentConsumed;
import io.understudy.link.message.ConsumedDatagram;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Remembers, on a backup, the last datagrams that the server took from the log, for the netctl that
 * keeps what came to this node. Filled by the turn holder; {@link #report} is called when the log
 * has ended, by whoever was handed this behind that.
 */
final class Consumed implements Consumption.Watcher, Consumer<NetctlClient> {
  /** A frame to netctl has room for so many. */
  private static final int MOST = 16384;

  private static final int REHEARSALS = 2000;
  private static final long NANOS_PER_MICRO = 1_000;
  private static final long NANOS_PER_MILLI = 1_000_000;

  /** netctl's ring may hold what came somewhat longer ago than it says. */
  private static final long MARGIN_NANOS = 1_000 * NANOS_PER_MILLI;

  private static final int AF_INET6 = 10;

  private final PayloadDigest digest = new PayloadDigest();
  private final long[] digests = new long[MOST];
  private final long[] nanos = new long[MOST];
  private final int[] lengths = new int[MOST];
  private final int[] ports = new int[MOST];
  private final boolean[] cuts = new boolean[MOST];
  private final byte[][] senders = new byte[MOST][];
  private final long sinceNanos;
  private volatile long memoryNanos;
  private long count;

  /**
   * Begins to remember.
   *
   * @param millis for how long
   */
  Consumed(long millis) {
    remember(millis);
    rehearse();
    sinceNanos = System.nanoTime();
    Consumption.watch(this);
  }

  /** Changes for how long. Any thread. */
  void remember(long millis) {
    memoryNanos = millis * NANOS_PER_MILLI + MARGIN_NANOS;
  }

  /** Loads, before the server begins, what it shares with this. */
  private void rehearse() {
    for (int i = 0; i < REHEARSALS; i++) {
      consumed(i, new byte[200], false, new byte[28]);
    }
    report(new int[] {1}, System.nanoTime());
    count = 0;
    Arrays.fill(senders, null);
  }

  @Override
  public void consumed(int port, byte[] payload, boolean cut, byte[] sender) {
    int at = index(count++);
    digests[at] = digest.of(payload, 0, payload.length);
    nanos[at] = System.nanoTime();
    lengths[at] = payload.length;
    ports[at] = port;
    cuts[at] = cut;
    senders[at] = sender;
  }

  /** Tells netctl what is remembered. */
  @Override
  public void accept(NetctlClient client) {
    client.consumed(report(Consumption.ports(), System.nanoTime()));
  }

  /**
   * What is remembered.
   *
   * @param open ports of the server's sockets
   * @param now {@link System#nanoTime}
   */
  AgentConsumed report(int[] open, long now) {
    AgentConsumed.Builder report = AgentConsumed.newBuilder();
    for (int port : open) {
      if (port != 0) {
        report.addPort(port);
      }
    }
    long first = Math.max(0, count - MOST);
    long memory = Math.min(now - sinceNanos, memoryNanos);
    if (first > 0) {
      memory = Math.min(memory, now - nanos[index(first)]);
    }
    report.setMemoryMicros(Math.max(0, memory) / NANOS_PER_MICRO);
    for (long i = first; i < count; i++) {
      int at = index(i);
      long age = now - nanos[at];
      if (age <= memoryNanos) {
        report.addDatagram(datagram(at).setAgeMicros(age / NANOS_PER_MICRO));
      }
    }
    return report.build();
  }

  private static int index(long number) {
    return (int) number & (MOST - 1);
  }

  private ConsumedDatagram.Builder datagram(int at) {
    ConsumedDatagram.Builder datagram =
        ConsumedDatagram.newBuilder()
            .setPort(ports[at])
            .setLength(lengths[at])
            .setDigest(digests[at])
            .setCut(cuts[at]);
    byte[] sender = senders[at];
    if (sender != null) {
      ByteBuffer address = ByteBuffer.wrap(sender); // struct sockaddr_in or sockaddr_in6
      boolean six = address.order(ByteOrder.nativeOrder()).getShort(0) == AF_INET6;
      datagram
          .setSourcePort(address.order(ByteOrder.BIG_ENDIAN).getShort(2) & 0xffff)
          .setSource(ByteString.copyFrom(sender, six ? 8 : 4, six ? 16 : 4));
    }
    return datagram;
  }
}
