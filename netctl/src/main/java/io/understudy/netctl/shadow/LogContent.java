package io.understudy.netctl.shadow;

import io.understudy.link.control.PayloadDigest;
import io.understudy.link.message.AgentConsumed;
import io.understudy.link.message.ConsumedDatagram;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
  private final Map<Key, Deque<Held>> cut = new HashMap<>();

  /** Lengths of what was cut, by port. */
  private final Map<Integer, TreeSet<Integer>> cutLengths = new HashMap<>();

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
        cutLengths.computeIfAbsent(key.port(), p -> new TreeSet<>()).add(key.length());
      }
      var same = consumed.getCut() ? cut : whole;
      same.computeIfAbsent(key, k -> new ArrayDeque<>()).add(held);
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
    return !takes(whole, came, came.length()) && !takesCut(came);
  }

  /** Takes one out that stands for the beginning of what came. */
  private boolean takes(Map<Key, Deque<Held>> from, Datagram came, int length) {
    long beginning = digest.of(came.packet(), came.from(), length);
    Deque<Held> same = from.get(new Key(came.port(), length, beginning));
    Iterator<Held> held = same == null ? Collections.emptyIterator() : same.iterator();
    while (held.hasNext()) {
      if (held.next().stands(came)) {
        held.remove();
        return true;
      }
    }
    return false;
  }

  private boolean takesCut(Datagram came) {
    TreeSet<Integer> lengths = cutLengths.get(came.port());
    if (lengths != null) {
      for (int length : lengths.headSet(came.length(), true).descendingSet()) {
        if (takes(cut, came, length)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * How many the log holds that did not come here.
   *
   * @param since {@link System#nanoTime} from which on all that came is known: what was consumed
   *     little later may have come before
   */
  public long unmatched(long since) {
    return Stream.concat(whole.values().stream(), cut.values().stream())
        .flatMap(Deque::stream)
        .filter(held -> held.nanos() - since > LATER_NANOS)
        .count();
  }
}
