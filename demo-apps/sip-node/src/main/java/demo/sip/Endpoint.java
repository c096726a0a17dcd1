package demo.sip;

/** An IPv4 address or name, and a UDP port. */
public record Endpoint(String host, int port) {
  private static final String WILDCARD = "0.0.0.0";

  /**
   * Parses {@code HOST:PORT}.
   *
   * @throws IllegalArgumentException if there is no port, or none in 1..65535
   */
  public static Endpoint parse(String text) {
    int colon = text.lastIndexOf(':');
    if (colon <= 0) {
      throw new IllegalArgumentException("'" + text + "' is not HOST:PORT");
    }
    int port;
    try {
      port = Integer.parseInt(text.substring(colon + 1));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'" + text + "' has no numeric port", e);
    }
    if (port < 1 || port > 65535) {
      throw new IllegalArgumentException("port " + port + " is outside 1..65535");
    }
    return new Endpoint(text.substring(0, colon), port);
  }

  /** Whether this stands for every address of the machine. */
  public boolean isWildcard() {
    return host.equals(WILDCARD);
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
