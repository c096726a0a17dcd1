package io.understudy.e2e.sipp;

/**
 * One SIP message as an endpoint saw it: a line of SIPp's short-message log.
 *
 * @param micros wall-clock time in microseconds since the epoch
 * @param sent true if the endpoint sent the message, false if it received it
 * @param callId value of the Call-ID header
 * @param method method of the CSeq header: for a response, of the request that it answers
 * @param firstLine request line or status line
 */
public record SipEvent(long micros, boolean sent, String callId, String method, String firstLine) {
  private static final String VERSION = "SIP/2.0 ";

  /** True for a request, false for a response. */
  public boolean isRequest() {
    return !firstLine.startsWith(VERSION);
  }

  /** The status code of a response; 0 for a request or an unreadable status line. */
  public int status() {
    if (isRequest() || firstLine.length() < VERSION.length() + 3) {
      return 0;
    }
    try {
      return Integer.parseInt(firstLine.substring(VERSION.length(), VERSION.length() + 3));
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /** True for a request with this method. */
  public boolean isRequest(String wanted) {
    return isRequest() && method.equals(wanted);
  }

  /** True for a 2xx response to a request with this method. */
  public boolean isSuccessOf(String wanted) {
    return status() / 100 == 2 && method.equals(wanted);
  }
}
