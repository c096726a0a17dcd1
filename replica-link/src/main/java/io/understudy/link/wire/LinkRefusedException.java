package io.understudy.link.wire;

import java.io.IOException;

/** The primary does not accept this node as its backup; the message has every difference. */
public final class LinkRefusedException extends IOException {
  private static final long serialVersionUID = 1L;

  LinkRefusedException(String message) {
    super(message);
  }
}
