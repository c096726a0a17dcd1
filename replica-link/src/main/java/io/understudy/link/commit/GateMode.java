package io.understudy.link.commit;

/** When outputs leave. */
public enum GateMode {
  /** Backup: never; they are remembered until the primary reports them as released. */
  HOLDING,
  /** Primary with a backup: once the backup has acknowledged the log up to them. */
  COMMIT,
  /** Sole holder of the epoch: at once. */
  ALONE,
  /** Output commit is switched off: at once, though a backup may lag behind what clients saw. */
  NONE;

  boolean transmitsAtOnce() {
    return this == ALONE || this == NONE;
  }
}
