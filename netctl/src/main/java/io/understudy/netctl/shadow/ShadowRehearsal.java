package io.understudy.netctl.shadow;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.understudy.link.control.PayloadDigest;
import io.understudy.link.message.AgentConsumed;
import io.understudy.link.message.ConsumedDatagram;
import java.nio.ByteBuffer;

/**
 * Compares datagrams with a log before the first takeover does: first calls cost many milliseconds,
 * and a server waits for its input meanwhile.
 */
public final class ShadowRehearsal {
  private static final int ROUNDS = 100;
  private static final int DATAGRAMS = 50;
  private static final int PAYLOAD = 400;
  private static final int HEADERS = 14 + 20 + 8;

  private ShadowRehearsal() {}

  /** Takes some tenths of a second. */
  public static void play() {
    ByteBuffer frame = ByteBuffer.allocate(HEADERS + PAYLOAD);
    frame.putShort(12, (short) 0x0800).put(14, (byte) 0x45).put(23, (byte) 17);
    frame.putShort(16, (short) (HEADERS - 14 + PAYLOAD)).putShort(36, (short) 1);
    frame.putShort(38, (short) (8 + PAYLOAD));
    AgentConsumed.Builder report = AgentConsumed.newBuilder().addPort(1);
    long digest = new PayloadDigest().of(new byte[PAYLOAD], 0, PAYLOAD);
    for (int i = 0; i < DATAGRAMS; i++) {
      report.addDatagram(
          ConsumedDatagram.newBuilder()
              .setPort(1)
              .setLength(PAYLOAD)
              .setDigest(digest)
              .setSource(ByteString.copyFrom(new byte[4]))
              .setAgeMicros(i));
    }
    byte[] told = report.setMemoryMicros(1_000_000).build().toByteArray();
    for (int i = 0; i < ROUNDS; i++) {
      compare(told, frame.array());
    }
    ReceiveQueues.fullest(1);
  }

  private static void compare(byte[] told, byte[] frame) {
    try {
      long now = System.nanoTime();
      LogContent log = new LogContent(AgentConsumed.parseFrom(told), now);
      Ring ring = new Ring(1, Long.MAX_VALUE);
      Fragments fragments = new Fragments();
      for (int i = 0; i < DATAGRAMS; i++) {
        ring.add(Datagram.of(fragments.whole(frame), now));
      }
      for (Datagram next = ring.take(); next != null; next = ring.take()) {
        if (log.lacks(next)) {
          throw new IllegalStateException("the log lacks what it holds");
        }
      }
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("protobuf does not decode what it has encoded", e);
    }
  }
}
