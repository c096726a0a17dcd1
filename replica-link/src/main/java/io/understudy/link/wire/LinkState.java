package io.understudy.link.wire;

import io.understudy.link.message.LinkMessage;
import java.util.EnumMap;
import java.util.Map;

/** Where a connection stands, and which message may come there. */
enum LinkState {
  /** Primary: a connection that has not introduced itself. */
  AWAITS_HELLO,
  /** Primary: an admitted backup. */
  FEEDS,
  /** Backup: it has introduced itself. */
  AWAITS_HEADER,
  /** Backup: admitted. */
  FOLLOWS,
  /** Nothing may come any more. */
  ENDED;

  private static final Map<LinkState, Map<LinkMessage.MessageCase, LinkState>> TRANSITIONS =
      new EnumMap<>(LinkState.class);

  static {
    on(AWAITS_HELLO, LinkMessage.MessageCase.HELLO, FEEDS);
    on(FEEDS, LinkMessage.MessageCase.POSITION, FEEDS);
    on(FEEDS, LinkMessage.MessageCase.DIVERGED, ENDED);
    on(FEEDS, LinkMessage.MessageCase.FAREWELL, ENDED);
    on(AWAITS_HEADER, LinkMessage.MessageCase.HEADER, FOLLOWS);
    on(AWAITS_HEADER, LinkMessage.MessageCase.REFUSAL, ENDED);
    on(FOLLOWS, LinkMessage.MessageCase.RELEASED, FOLLOWS);
    on(FOLLOWS, LinkMessage.MessageCase.CLOCKS, FOLLOWS);
    on(FOLLOWS, LinkMessage.MessageCase.BACKLOG, FOLLOWS);
    on(FOLLOWS, LinkMessage.MessageCase.CAUGHT_UP, FOLLOWS);
    on(FOLLOWS, LinkMessage.MessageCase.FAREWELL, ENDED);
    on(FOLLOWS, LinkMessage.MessageCase.DROPPED, ENDED);
  }

  /** The state after a control message. */
  LinkState next(LinkMessage.MessageCase message) throws WireException {
    LinkState next = TRANSITIONS.getOrDefault(this, Map.of()).get(message);
    if (next == null) {
      throw new WireException(
          CloseReason.UNEXPECTED_MESSAGE, "the peer sent " + message + " in state " + this);
    }
    return next;
  }

  /** Checks that log data may come. */
  void log() throws WireException {
    if (this != FOLLOWS) {
      throw new WireException(
          CloseReason.UNEXPECTED_MESSAGE, "the peer sent log data in state " + this);
    }
  }

  private static void on(LinkState from, LinkMessage.MessageCase message, LinkState to) {
    TRANSITIONS.computeIfAbsent(from, s -> new EnumMap<>(LinkMessage.MessageCase.class));
    TRANSITIONS.get(from).put(message, to);
  }
}
