package io.understudy.netctl.arbiter;

import java.io.IOException;

/**
 * What stands at the arbiter.
 *
 * @param epoch 0 if nobody ever held one
 * @param node name of the node that holds it
 */
public record Holding(long epoch, String node) {
  /** Nobody has ever held an epoch. */
  public static final Holding NOBODY = new Holding(0, "");

  /** True if it is this node's. */
  public boolean is(String name) {
    return epoch > 0 && node.equals(name);
  }

  /** The line that stands for it. */
  String text() {
    return epoch + " " + node;
  }

  /**
   * Reads {@link #text}.
   *
   * @throws IOException if it is something else
   */
  static Holding parse(String text) throws IOException {
    String[] words = text.strip().split(" ", 2);
    try {
      if (words.length == 2 && Long.parseLong(words[0]) > 0) {
        return new Holding(Long.parseLong(words[0]), words[1]);
      }
    } catch (NumberFormatException notOurs) {
      // reported below
    }
    throw new IOException(
        "'" + text.strip() + "' is no epoch with a node; nobody is to speak by it");
  }

  @Override
  public String toString() {
    return epoch == 0 ? "nobody's" : "epoch " + epoch + " of " + node;
  }
}
