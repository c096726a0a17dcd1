package io.understudy.link.wire;

/** What the backup's node decides upon. Called on the link's event loop; must return soon. */
public interface BackupListener {
  /**
   * The primary has admitted this node, at the first time or again after {@link #peerLost}: it
   * lives.
   *
   * @param epoch the primary's
   * @param position log position from which it feeds this node
   */
  void peerJoined(long epoch, long position);

  /**
   * The connection to the primary has ended. The link tries to connect again, at once and then
   * periodically, until it is promoted or closed.
   *
   * <p>{@link CloseReason#DROPPED}: the primary has said that it lives and goes on alone. What this
   * node holds is outdated from then on; it must not speak until it has joined again.
   *
   * @param lastPosition log position behind the last record received
   */
  void peerLost(CloseReason reason, String text, long lastPosition);

  /**
   * After {@link #peerLost}: nobody accepts connections at the primary's address, so its process is
   * no more, or its host.
   */
  void peerGone(String text);

  /** The connection stands but nothing comes: one half of what a takeover needs. */
  void peerSilent();

  /** After {@link #peerSilent}: something comes again. */
  void peerHeard();

  /** The primary does not accept this node, for the reasons in the text; the link has given up. */
  void refused(String text);

  /** While this node has not caught up: where the primary's log ends now. */
  void backlog(long end);

  /** The primary's output waits for this node from now on: it holds and has executed the log. */
  void caughtUp(long position);

  /** The primary's logical clocks at a log position, and the local nanoTime at which they came. */
  void clocks(long position, long nanos, long millis, long arrivalNanos);

  /** The primary ends as planned. */
  void farewell(String reason, int exitStatus);
}
