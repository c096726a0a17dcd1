package io.understudy.agent;

/**
 * Exit codes of the product: of a JVM that the agent ends, and of {@code java -jar understudy.jar}.
 * Numbers follow {@code sysexits.h} where it has a matching meaning; they never change.
 */
public enum ExitCode {
  OK(0, "the command, or the replay, succeeded"),
  USAGE(64, "an option is unknown, malformed, missing or contradicts another"),
  DAMAGED(65, "a journal is absent, damaged, or of another format version"),
  UNAVAILABLE(69, "the peer cannot be reached"),
  DIVERGED(70, "the program did not do what the log says"),
  BROKEN(71, "a failure inside Understudy itself"),
  CANNOT_WRITE(73, "a journal cannot be written, or its directory holds another log"),
  EPOCH_LOST(75, "the other node has won the epoch; start this one again as backup"),
  DIFFERENT(76, "the nodes differ in JDK, agent, class path, flags or the like"),
  NO_PERMISSION(77, "a permission or capability is missing"),
  REFUSED(78, "this JVM, or a native method in it, is not supported");

  private final int number;
  private final String meaning;

  ExitCode(int number, String meaning) {
    this.number = number;
    this.meaning = meaning;
  }

  /** Status of the process. */
  public int number() {
    return number;
  }

  /** One line for help and documentation. */
  public String meaning() {
    return meaning;
  }
}
