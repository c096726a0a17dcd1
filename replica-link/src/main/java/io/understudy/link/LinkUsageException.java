package io.understudy.link;

/** A setting of the link that cannot be used; the message names cause and remedy. */
public final class LinkUsageException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  public LinkUsageException(String message) {
    super(message);
  }
}
