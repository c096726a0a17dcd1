package io.understudy.netctl.daemon;

import io.understudy.link.message.PeerStatus;

/** What is known of the other node. */
interface PeerView {
  /** Without a configured peer nothing is ever known. */
  PeerView NONE = PeerStatus::getDefaultInstance;

  PeerStatus status();

  /** True if the other node was heard lately and said that it speaks. */
  default boolean speaking() {
    PeerStatus now = status();
    return now.getHeard() && now.getSpeaking();
  }
}
