package io.understudy.link.wire;

import io.understudy.link.message.Diverged;

/** What the node decides upon when its backup comes and goes. Called on the link's threads. */
public interface PrimaryListener {
  /**
   * A backup is on its way through the log.
   *
   * @param executed log position up to which it has executed
   * @param end log position behind the last record
   */
  void backupBehind(long executed, long end);

  /** The backup has the log up to here and gets each record as it is made. */
  void backupLive(long position);

  /**
   * The backup is gone. The gate stays as it is: outputs wait until the node has the right to speak
   * alone.
   *
   * @param wasLive whether it had caught up
   */
  void backupLost(CloseReason reason, String text, boolean wasLive);

  /** The backup can no longer follow and says why; {@link #backupLost} comes next. */
  void backupDiverged(Diverged report);
}
