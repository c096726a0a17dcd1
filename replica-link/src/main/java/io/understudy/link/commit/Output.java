package io.understudy.link.commit;

import java.util.Arrays;

/** One thing to do on an outlet: transmit bytes, or close it. */
final class Output {
  /** What an output weighs beside its bytes, for the bound of the queue. */
  private static final int OVERHEAD = 96;

  private final Outlet outlet;
  private final byte[] address;
  private final long position;
  private final int weight;
  private byte[] payload;

  /** A close has no payload. */
  Output(Outlet outlet, byte[] payload, byte[] address, long position) {
    this.outlet = outlet;
    this.payload = payload;
    this.address = address;
    this.position = position;
    this.weight = OVERHEAD + (payload == null ? 0 : payload.length);
  }

  Outlet outlet() {
    return outlet;
  }

  byte[] address() {
    return address;
  }

  /** Log position just behind the record of this output. */
  long position() {
    return position;
  }

  int weight() {
    return weight;
  }

  boolean isClose() {
    return payload == null;
  }

  /** Bytes that the kernel has not taken yet. */
  byte[] remaining() {
    return payload;
  }

  /** The kernel took this many of the remaining bytes. A datagram is taken whole. */
  void advance(int taken) {
    payload = Arrays.copyOfRange(payload, taken, payload.length);
  }

  boolean isDone() {
    return payload.length == 0;
  }
}
