package io.understudy.link.journal;

import io.understudy.link.LinkEvent;
import java.io.IOException;

/** Tells a torn tail, which a crash leaves, from damage, which must not pass unseen. */
final class TornTail {
  private TornTail() {}

  /**
   * Reports a torn tail at the reader's place.
   *
   * @throws JournalException if good blocks stand behind it: then it is damage
   */
  static void check(SegmentReader reader, LinkEvent.Listener events) throws IOException {
    if (reader.goodBlockBehind()) {
      throw HeaderCodec.damaged(
          reader.path(),
          "the block at offset "
              + reader.offset()
              + " (log position "
              + reader.position()
              + ") fails its check");
    }
    events.event(
        new LinkEvent(
            LinkEvent.Kind.TORN_TAIL,
            reader.path()
                + " ends in a half-written block: "
                + (reader.size() - reader.offset())
                + " bytes from offset "
                + reader.offset()
                + " on are ignored, the log ends at"
                + " position "
                + reader.position()
                + "; this is what a crash leaves, nothing need"
                + " be done"));
  }
}
