package io.understudy.link.wire;

import java.io.IOException;

/** What a peer sent breaks the protocol. */
final class WireException extends IOException {
  private static final long serialVersionUID = 1L;

  private final CloseReason reason;

  WireException(CloseReason reason, String message) {
    super(message);
    this.reason = reason;
  }

  CloseReason reason() {
    return reason;
  }
}
