package io.understudy.netctl.shadow;

import io.understudy.link.control.PayloadDigest;
import io.understudy.link.message.AgentConsumed;
import io.understudy.link.message.ConsumedDatagram;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What datagrams a server's log holds, to be compared with what came, oldest first.
 *
 * <p>A retransmission is the same datagram again, so each one in the log stands for one that came
 * and no more. And one in the log stands for none that came later: a client may send the same every
 * few seconds. One thread.
 */
public final class LogContent {
  /** This node's own copy of a datagram may come so much later than the word that it is logged. */
  private static final long LATER_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private record Key(int port, int length, long digest) {}

  /**
   * One in the log.
   *
   * @param source null if not known
   */
  private record Held(Key key, InetAddress source, int sourcePort, long nanos) {
    boolean stands(Datagram came) {
      boolean sender =
          source == null || (source.equals(came.source()) && sourcePort == came.sourcePort());
      return sender && came.nanos() - nanos <= LATER_NANOS;
    }
  }

  private final Map<Key, Deque<Held>> whole = new HashMap<>();
  private final List<Held> cut = new ArrayList<>();
  private final Set<Integer> ports;
  private final long sinceNanos;
  private final PayloadDigest digest = new PayloadDigest();

  /**
   * @param now {@link System#nanoTime} when the report came
   */
  public LogContent(AgentConsumed report, long now) {
    ports = new HashSet<>(report.getPortList());
    sinceNanos = now - TimeUnit.MICROSECONDS.toNanos(report.getMemoryMicros());
    for (ConsumedDatagram consumed : report.getDatagramList()) {
      Key key = new Key(consumed.getPort(), consumed.getLength(), consumed.getDigest());
      long nanos = now - TimeUnit.MICROSECONDS.toNanos(consumed.getAgeMicros());
      Held held = new Held(key, source(consumed), consumed.getSourcePort(), nanos);
      if (consumed.getCut()) {
        cut.add(held);
      } else {
        whole.computeIfAbsent(key, k -> new ArrayDeque<>()).add(held);
      }
    }
  }

  /** A mapped IPv4 address is the IPv4 address. */
  private static InetAddress source(ConsumedDatagram consumed) {
    try {
      return consumed.getSource().isEmpty()
          ? null
          : InetAddress.getByAddress(consumed.getSource().toByteArray());
    } catch (UnknownHostException wrongLength) {
      return null;
    }
  }

  /**
   * Whether the server is to get what has come: it has a socket there, and its log does not hold
   * it. What came before the agent's memory begins may be in the log, and is taken to be.
   */
  public boolean lacks(Datagram came) {
    if (!ports.contains(came.port()) || came.nanos() - sinceNanos < 0) {
      return false;
    }
    long own = digest.of(came.packet(), came.from(), came.length());
    Deque<Held> same = whole.get(new Key(came.port(), came.length(), own));
    if ((same != null && takes(same.iterator(), came)) || takesCut(came)) {
      return false;
    }
    return true;
  }

  private static boolean takes(Iterator<Held> held, Datagram came) {
    while (held.hasNext()) {
      if (held.next().stands(came)) {
        held.remove();
        return true;
      }
    }
    return false;
  }

  private boolean takesCut(Datagram came) {
    for (Iterator<Held> all = cut.iterator(); all.hasNext(); ) {
      Held held = all.next();
      int length = held.key().length();
      if (held.key().port() == came.port()
          && length <= came.length()
          && held.stands(came)
          && digest.of(came.packet(), came.from(), length) == held.key().digest()) {
        all.remove();
        return true;
      }
    }
    return false;
  }

  /**
   * How many the log holds that did not come here.
   *
   * @param since {@link System#nanoTime}: what was consumed before is not counted
   */
  public long unmatched(long since) {
    return Stream.concat(whole.values().stream().flatMap(Deque::stream), cut.stream())
        .filter(held -> held.nanos() - since >= 0)
        .count();
  }
}
