package io.understudy.link.commit;

import java.util.Arrays;

/** One thing to do on an outlet: transmit bytes, shut its sending half, or close it. */
final class Output {
  private enum Form {
    BYTES,
    URGENT,
    SHUTDOWN,
    CLOSE
  }

  /** What an output weighs beside its bytes, for the bound of the queue. */
  private static final int OVERHEAD = 96;

  private final Outlet outlet;
  private final byte[] address;
  private final long position;
  private final int weight;
  private final Form form;
  private byte[] payload;

  /** Bytes to transmit. */
  Output(Outlet outlet, byte[] payload, byte[] address, long position) {
    this(outlet, payload, address, position, Form.BYTES);
  }

  private Output(Outlet outlet, byte[] payload, byte[] address, long position, Form form) {
    this.form = form;
    this.outlet = outlet;
    this.payload = payload;
    this.address = address;
    this.position = position;
    this.weight = OVERHEAD + (payload == null ? 0 : payload.length);
  }

  /** The end of an outlet. */
  static Output close(Outlet outlet, long position) {
    return new Output(outlet, null, null, position, Form.CLOSE);
  }

  /** The end of what it sends. */
  static Output shutdown(Outlet outlet, long position) {
    return new Output(outlet, null, null, position, Form.SHUTDOWN);
  }

  /** A byte of urgent data. */
  static Output urgent(Outlet outlet, byte data, long position) {
    return new Output(outlet, new byte[] {data}, null, position, Form.URGENT);
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
    return form == Form.CLOSE;
  }

  boolean isShutdown() {
    return form == Form.SHUTDOWN;
  }

  boolean isUrgent() {
    return form == Form.URGENT;
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
