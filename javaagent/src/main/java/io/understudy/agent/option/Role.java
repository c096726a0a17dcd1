package io.understudy.agent.option;

/** What this JVM does. */
public enum Role {
  PRIMARY("runs the server, sends its log to a backup"),
  BACKUP("follows the log of a primary, takes over when it dies"),
  AUTO("primary or backup, as netctl says: the node that speaks has the primary"),
  RECORD("runs the program and writes its log to a journal"),
  REPLAY("runs the program again from a journal, without network"),
  OFF("the agent does nothing");

  private final String meaning;

  Role(String meaning) {
    this.meaning = meaning;
  }

  /** Value of the option {@code role}. */
  public String text() {
    return Texts.lowerCase(name());
  }

  /** One line for help and documentation. */
  public String meaning() {
    return meaning;
  }

  /** Primary or backup. */
  public boolean isPaired() {
    return this == PRIMARY || this == BACKUP || this == AUTO;
  }
}
