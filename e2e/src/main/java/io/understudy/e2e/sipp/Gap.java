package io.understudy.e2e.sipp;

/**
 * The time in which datagrams for the service could be lost with the node that died.
 *
 * @param killMicros SIGKILL, in microseconds since the epoch
 * @param endMicros first SIP datagram of the node that took over; {@link Long#MAX_VALUE} if none
 */
public record Gap(long killMicros, long endMicros) {
  /** A datagram may wait this long in the socket of the dying server: it is lost all the same. */
  public static final long QUEUE_MICROS = 50_000;

  /** A gap that never ended. */
  public static Gap endless(long killMicros) {
    return new Gap(killMicros, Long.MAX_VALUE);
  }

  /** True if one of the two endpoints sent a message of the call that the gap may have eaten. */
  boolean touches(CallTrace trace) {
    return trace.sentBetween(killMicros - QUEUE_MICROS, endMicros);
  }
}
