package io.understudy.e2e.experiment;

import java.util.Arrays;

/**
 * What stands ready for the death of the primary: the three cases of the paper's Figure 2, and a
 * fourth.
 */
public enum Availability {
  /** Nothing. */
  NONE("i", "no availability"),
  /** A warm second server without state, which is given the service address. */
  ADDRESS("ii", "address takeover only"),
  /** A backup that holds the primary's state. */
  ACTIVE("iii", "active replication"),
  /** The same, and what comes while nobody speaks has come to the backup's node, too. */
  SHADOW("iv", "active replication + input shadow");

  private final String number;
  private final String title;

  Availability(String number, String title) {
    this.number = number;
    this.title = title;
  }

  /** The case's number in the paper. */
  public String number() {
    return number;
  }

  /**
   * The case of a number in the paper.
   *
   * @throws IllegalArgumentException if there is none
   */
  static Availability numbered(String number) {
    return Arrays.stream(values())
        .filter(each -> each.number.equals(number))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("there is no case " + number + "; i, ii, iii, iv"));
  }

  /** A few words for legends. */
  public String title() {
    return title;
  }

  /** True if the second server is a backup. */
  public boolean isReplicated() {
    return this == ACTIVE || this == SHADOW;
  }

  /** True if there is a second server. */
  public boolean hasSecondServer() {
    return this != NONE;
  }
}
