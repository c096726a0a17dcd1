package io.understudy.link;

/**
 * Something an operator may want to read about.
 *
 * @param kind what happened, for counting and for tests
 * @param message what happened; why it matters; what to do
 */
public record LinkEvent(Kind kind, String message) {
  /** Kinds of event, in no order. */
  public enum Kind {
    /** A journal ended in a half-written block, which was cut off. */
    TORN_TAIL,
    /** Segments of an abandoned epoch were renamed and will not be replayed. */
    SET_ASIDE,
    /** The journal can no longer be written; nothing is kept from here on. */
    JOURNAL_FAILED,
    /** The primary listens for a backup. */
    LISTENING,
    /** A connection was closed because of what its peer sent, or did not send. */
    CONNECTION_REFUSED,
    /** A backup was admitted and is fed from the journal. */
    BACKUP_JOINED,
    /** The backup was sent the whole log and gets each record as it is made. */
    BACKUP_FED,
    /** The backup has executed what was made before it came. */
    BACKUP_LIVE,
    /** The backup is gone: its connection broke, it was too slow, or it said farewell. */
    BACKUP_LOST,
    /** The backup could not reach its primary and tries again. */
    PEER_UNREACHABLE,
    /** The backup was admitted by its primary. */
    PEER_JOINED,
    /** Nothing has come from the primary for too long, though its connection stands. */
    PEER_SILENT,
    /** The connection to the primary is gone. */
    PEER_LOST,
    /** A socket's output could not be transmitted; the server is told at its next call. */
    OUTPUT_FAILED
  }

  /** Receives events on the thread that met them; must return soon and must not throw. */
  @FunctionalInterface
  public interface Listener {
    void event(LinkEvent event);
  }
}
