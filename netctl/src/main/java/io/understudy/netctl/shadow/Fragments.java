package io.understudy.netctl.shadow;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Puts datagrams together that came in fragments (RFC 791, RFC 8200), which may overlap only by
 * being the same. One thread.
 */
public final class Fragments {
  private static final int MOST = 64;
  private static final int ETHERNET = 14;
  private static final int IPV4 = 0x0800;
  private static final int IPV6 = 0x86dd;
  private static final int FRAGMENT_HEADER = 44;
  private static final int UDP = 17;
  private static final int IPV6_HEADER = 40;
  private static final int LONGEST = 65535;

  /** Addresses and number of a datagram, as bytes. */
  private record Key(ByteBuffer bytes) {}

  private static final class Parts {
    final TreeMap<Integer, byte[]> byOffset = new TreeMap<>();
    byte[] head;
    int end = -1;
  }

  private final Map<Key, Parts> waiting = new LinkedHashMap<>();

  /**
   * Takes a frame.
   *
   * @return the frame, if it holds no fragment; one with the whole datagram, if this was the last
   *     part of it that lacked; else null
   */
  public byte[] whole(byte[] frame) {
    try {
      ByteBuffer in = ByteBuffer.wrap(frame);
      int type = in.getShort(12) & 0xffff;
      if (type == IPV4 && (in.getShort(ETHERNET + 6) & 0x3fff) != 0) {
        return four(frame, in);
      }
      boolean six = type == IPV6 && in.get(ETHERNET + 6) == FRAGMENT_HEADER;
      return six && in.get(ETHERNET + IPV6_HEADER) == UDP ? six(frame, in) : frame;
    } catch (IndexOutOfBoundsException tooShort) {
      return frame;
    }
  }

  private byte[] four(byte[] frame, ByteBuffer in) {
    int from = ETHERNET + (in.get(ETHERNET) & 15) * 4;
    int end = ETHERNET + (in.getShort(ETHERNET + 2) & 0xffff);
    int field = in.getShort(ETHERNET + 6) & 0xffff;
    Key key = key(frame, ETHERNET + 12, ETHERNET + 20, ETHERNET + 4, ETHERNET + 6);
    byte[] all = add(key, frame, from, end, (field & 0x1fff) * 8, (field & 0x2000) == 0);
    if (all != null) {
      ByteBuffer.wrap(all)
          .putShort(ETHERNET + 2, (short) (all.length - ETHERNET))
          .putShort(ETHERNET + 6, (short) 0);
    }
    return all;
  }

  private byte[] six(byte[] frame, ByteBuffer in) {
    int header = ETHERNET + IPV6_HEADER;
    int end = header + (in.getShort(ETHERNET + 4) & 0xffff);
    int field = in.getShort(header + 2) & 0xffff;
    Key key = key(frame, ETHERNET + 8, header, header + 4, header + 8);
    byte[] all = add(key, frame, header + 8, end, field & 0xfff8, (field & 1) == 0);
    if (all == null) {
      return null;
    }
    byte[] plain = new byte[all.length - 8];
    System.arraycopy(all, 0, plain, 0, header);
    System.arraycopy(all, header + 8, plain, header, plain.length - header);
    ByteBuffer.wrap(plain)
        .putShort(ETHERNET + 4, (short) (plain.length - header))
        .put(ETHERNET + 6, (byte) UDP);
    return plain;
  }

  private static Key key(byte[] frame, int from, int to, int numberFrom, int numberTo) {
    byte[] key = Arrays.copyOfRange(frame, from, to + numberTo - numberFrom);
    System.arraycopy(frame, numberFrom, key, to - from, numberTo - numberFrom);
    return new Key(ByteBuffer.wrap(key));
  }

  /** The headers of the first part and all parts behind them, once none lacks; else null. */
  private byte[] add(Key key, byte[] frame, int from, int end, int offset, boolean last) {
    if (end > frame.length || offset + end - from > LONGEST) {
      return null;
    }
    Parts parts = waiting.computeIfAbsent(key, k -> new Parts());
    if (waiting.size() > MOST) {
      waiting.remove(waiting.keySet().iterator().next());
    }
    parts.byOffset.put(offset, Arrays.copyOfRange(frame, from, end));
    if (offset == 0) {
      parts.head = Arrays.copyOf(frame, from);
    }
    if (last) {
      parts.end = offset + end - from;
    }
    int reached = 0;
    for (Map.Entry<Integer, byte[]> part : parts.byOffset.entrySet()) {
      if (part.getKey() != reached) {
        return null;
      }
      reached += part.getValue().length;
    }
    if (parts.head == null || reached != parts.end) {
      return null;
    }
    waiting.remove(key);
    byte[] all = Arrays.copyOf(parts.head, parts.head.length + reached);
    parts.byOffset.forEach(
        (at, part) -> System.arraycopy(part, 0, all, parts.head.length + at, part.length));
    return all;
  }
}
