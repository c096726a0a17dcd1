package io.understudy.netctl.daemon;

import io.understudy.link.message.PeerStatus;

/** A peer of the rehearsal: says one thing, and is told nothing. */
record RehearsedPeer(PeerWord word) implements PeerView {
  @Override
  public PeerStatus status() {
    return PeerStatus.getDefaultInstance();
  }

  @Override
  public void tell() {}

  @Override
  public void reconsiderLater() {}
}
