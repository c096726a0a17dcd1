package io.understudy.agent.option;

/**
 * {@code HOST:PORT}, not resolved: a look-up of a name in premain would be a JDK start-up effect
 * that the log does not know.
 *
 * @param host name or literal address, without brackets
 * @param port 1 to 65535
 */
public record Endpoint(String host, int port) {
  /**
   * Parses {@code name:5070}, {@code 192.0.2.1:5070} or {@code [2001:db8::1]:5070}; null if
   * malformed.
   */
  static Endpoint parse(String text) {
    int colon = text.lastIndexOf(':');
    if (colon < 1) {
      return null;
    }
    String host = text.substring(0, colon);
    boolean bracketed = host.startsWith("[") && host.endsWith("]");
    if (bracketed) {
      host = host.substring(1, host.length() - 1);
    } else if (host.indexOf(':') >= 0) {
      return null;
    }
    int port = Numbers.parse(text.substring(colon + 1), 1, 65535);
    return port < 0 || host.isEmpty() || host.indexOf(' ') >= 0 ? null : new Endpoint(host, port);
  }

  /** True for localhost, 127.0.0.0/8 and ::1. */
  public boolean isLoopback() {
    return host.equals("localhost") || host.equals("::1") || isLoopbackV4();
  }

  private boolean isLoopbackV4() {
    String[] parts = host.split("\\.", -1);
    if (parts.length != 4 || !parts[0].equals("127")) {
      return false;
    }
    for (String part : parts) {
      if (Numbers.parse(part, 0, 255) < 0) {
        return false;
      }
    }
    return true;
  }

  /** The text form that {@link #parse} reads. */
  public String text() {
    return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
  }
}
