package io.understudy.link.wire;

/** What the backup's node decides upon. Called on the link's event loop; must return soon. */
public interface BackupListener {
  /**
   * The connection to the primary has ended. The link tries to connect again until it is promoted
   * or closed.
   *
   * @param lastPosition log position behind the last record received
   */
  void peerLost(CloseReason reason, String text, long lastPosition);

  /** The connection stands but nothing comes: an alarm, never a reason to speak. */
  void peerSilent();

  /** The primary does not accept this node, for the reasons in the text; the link has given up. */
  void refused(String text);

  /** The primary's logical clocks at a log position, and the local nanoTime at which they came. */
  void clocks(long position, long nanos, long millis, long arrivalNanos);

  /** The primary ends as planned. */
  void farewell(String reason, int exitStatus);
}
