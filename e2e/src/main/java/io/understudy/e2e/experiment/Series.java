package io.understudy.e2e.experiment;

/**
 * Runs that differ only in their rate: one line of the figure.
 *
 * @param availability the case
 * @param retransmission whether callers and callees send again what was not answered
 * @param jdk feature release of the servers' JDK
 */
public record Series(Availability availability, boolean retransmission, int jdk) {
  /** Short name, as in {@code iii-retransmit-jdk17}. */
  public String id() {
    return "%s-%s-jdk%d".formatted(availability.number(), retransmission ? "rt" : "nr", jdk);
  }

  private String silent() {
    return availability == Availability.SHADOW ? ", without client retransmission" : "";
  }

  /** For tables and legends. */
  public String title() {
    return "(%s) %s%s, JDK %d"
        .formatted(
            availability.number(),
            availability.title(),
            retransmission ? ", clients retransmit" : silent(),
            jdk);
  }
}
