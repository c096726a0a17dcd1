package io.understudy.agent.option;

/** When an output may leave. */
public enum Commit {
  /** After the backup has the log up to it. */
  BACKUP,
  /** At once: a takeover may lose what a client has seen already. */
  NONE;

  /** Value of the option {@code commit}. */
  public String text() {
    return Texts.lowerCase(name());
  }
}
