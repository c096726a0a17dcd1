package io.understudy.agent.status;

/**
 * What this agent is doing, at one moment.
 *
 * @param role role by option
 * @param live true if managed code meets the real world, false if it follows a log
 * @param isProtected true if another node holds the log up to what this one has said
 * @param epoch number of the reign this node takes part in; 1 is the first
 * @param written log position, in bytes since genesis, up to which this node's log goes
 * @param received position up to which the backup holds the log
 * @param executed position up to which the backup has run it
 * @param detail one line for people: why it is not protected, how it ended
 */
public record Status(
    String role,
    boolean live,
    boolean isProtected,
    long epoch,
    long written,
    long received,
    long executed,
    String detail) {
  /** One line for stderr and logs. */
  public String line() {
    return "role="
        + role
        + (live ? " live" : " following")
        + (isProtected ? " protected" : " unprotected")
        + " epoch="
        + epoch
        + " written="
        + written
        + " received="
        + received
        + " executed="
        + executed
        + (detail.isEmpty() ? "" : " (" + detail + ")");
  }
}
