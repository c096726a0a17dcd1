package io.understudy.testkit;

/**
 * What a JVM left.
 *
 * @param exit status of the process; {@link #KILLED} when it took too long
 * @param out what it wrote to its standard output
 * @param err what it wrote to its standard error
 */
public record Ended(int exit, String out, String err) {
  /** Instead of a status: the test had to end it. */
  public static final int KILLED = -1;

  /** The last line of output that begins with HASH, or a text that says there is none. */
  public String hash() {
    return out.lines().filter(l -> l.startsWith("HASH")).reduce((a, b) -> b).orElse("no hash");
  }
}
