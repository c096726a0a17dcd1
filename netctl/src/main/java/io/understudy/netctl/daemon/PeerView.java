package io.understudy.netctl.daemon;

import io.understudy.link.message.PeerBeat;
import io.understudy.link.message.PeerStatus;

/** The other node: what is known of it, and the way to its netctl. */
interface PeerView {
  /** Without a configured peer nothing is ever known. */
  PeerView NONE =
      new PeerView() {
        @Override
        public PeerStatus status() {
          return PeerStatus.getDefaultInstance();
        }

        @Override
        public PeerWord word() {
          return PeerWord.NOBODY;
        }

        @Override
        public void tell() {}

        @Override
        public void reconsiderLater() {}
      };

  PeerStatus status();

  PeerWord word();

  /** Sends a heartbeat now, and again soon in case it is lost. */
  void tell();

  /** Sends one heartbeat now. */
  default void say() {}

  /** Has {@link Node#reconsider} called when the peer has had its time to answer. */
  void reconsiderLater();

  /**
   * For how long yet the other node's netctl, by a heartbeat that answers one of ours sent less
   * than so long ago, lets this node speak: it makes no claim itself. In ns; 0 if it does not.
   */
  default long consents(long withinNanos) {
    return 0;
  }

  /** Whether a heartbeat of ours that was sent at that time or later is answered. */
  default boolean answersSince(long nanos) {
    return false;
  }

  /** Whether it does so in answer to a heartbeat of ours that was sent at that time or later. */
  default boolean consentsSince(long nanos) {
    return false;
  }

  /**
   * Whether it does so, and has it from the arbiter that this node holds that epoch, and nothing
   * later.
   */
  default boolean confirmsSince(long nanos, long epoch) {
    return false;
  }

  /**
   * The highest epoch in which the other node will never speak again, as it said in answer to a
   * heartbeat of ours sent less than so long ago; 0 if none.
   */
  default long leftEpoch(long withinNanos) {
    return 0;
  }

  /** What the other node's netctl said last, as it said it; nothing if it was never heard. */
  default PeerBeat said() {
    return PeerBeat.getDefaultInstance();
  }

  /** True if the other node was heard lately and said that it speaks. */
  default boolean speaking() {
    PeerWord word = word();
    return word.counts() && word.speaking();
  }
}
