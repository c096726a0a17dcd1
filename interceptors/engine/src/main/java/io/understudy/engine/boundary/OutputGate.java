package io.understudy.engine.boundary;

/**
 * Transmits what the application sent once its log position is committed (output commit).
 *
 * <p>The same calls are made on the primary and on the backup. On a backup the gate only remembers
 * outputs until the primary reports them as released; at promotion it sends what is left.
 */
public interface OutputGate {
  /**
   * Queues one output. Called by the turn holder; never waits for the network.
   *
   * @param fd managed descriptor number of the socket; the gate transmits on a duplicate of its own
   * @param payload the bytes, owned by the gate from now on
   * @param address raw {@code struct sockaddr} of the receiver, or null on a connected socket
   * @param position log position, in bytes, just behind the output's record
   */
  void submit(int fd, byte[] payload, byte[] address, long position);

  /** Queues one byte of urgent data of a stream (TCP), behind what was queued before. */
  void urgent(int fd, byte data, long position);

  /**
   * How many bytes of a stream the gate takes now. What it took it keeps until they may leave and
   * the peer takes them, so a slow peer must stop its own writer, and nobody else. Called by the
   * turn holder before {@link #submit}.
   *
   * @param fd managed descriptor number of a stream socket
   * @return 0 when it is full
   */
  int room(int fd);

  /** Shuts the sending half of a stream once what was queued before has left. */
  void shutdown(int fd, long position);

  /**
   * What became of outputs that were queued: the kernel's error, told once. Called by the turn
   * holder before it submits the next output on the descriptor, which then is not submitted.
   *
   * @param address receiver of that next output, or null on a connected socket; an error that
   *     another receiver caused is not told, since one unreachable peer must not cost the others
   *     their datagrams
   * @return errno, or 0
   */
  int takeError(int fd, byte[] address);

  /**
   * The application closes this descriptor; outputs queued before still leave. The number may be
   * reused at once by a later socket.
   */
  void closed(int fd, long position);

  /** False while the gate's bounded queue is full; the engine then pauses grants. */
  boolean hasRoom();
}
