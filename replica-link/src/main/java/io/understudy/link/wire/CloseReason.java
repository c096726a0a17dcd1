package io.understudy.link.wire;

/** Why a connection was closed. */
public enum CloseReason {
  /** The first bytes are not those of this protocol. */
  BAD_PREAMBLE,
  /** A frame claims more bytes than any may have. */
  FRAME_TOO_LONG,
  /** A frame is of no known type, or too short for its type. */
  BAD_FRAME,
  /** Log data fails its checksum. */
  BAD_CHECKSUM,
  /** A control message cannot be decoded. */
  BAD_MESSAGE,
  /** A message that has no place at this point of the conversation. */
  UNEXPECTED_MESSAGE,
  /** Log data that does not begin where the last ended. */
  LOG_GAP,
  /** The peer did not introduce itself in time. */
  HANDSHAKE_TIMEOUT,
  /** Too many connections that have not introduced themselves. */
  TOO_MANY,
  /** The peer was refused by name. */
  REFUSED,
  /** The backup did not keep up. */
  TOO_SLOW,
  /** The backup diverged. */
  DIVERGED,
  /** The journal that was to feed the backup cannot be read. */
  JOURNAL,
  /** The primary lives and goes on without this backup. */
  DROPPED,
  /** The peer said farewell. */
  FAREWELL,
  /** The peer closed, or the connection broke. */
  BROKEN,
  /** This node closes the link. */
  CLOSED_HERE;

  /** Whether a primary that closes for this goes on without a backup that may not know it. */
  boolean isDrop() {
    return switch (this) {
      case BROKEN, FAREWELL, DIVERGED, CLOSED_HERE -> false;
      default -> true;
    };
  }
}
