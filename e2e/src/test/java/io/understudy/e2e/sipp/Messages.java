package io.understudy.e2e.sipp;

import java.util.ArrayList;
import java.util.List;

/** Writes down calls as their endpoints would have seen them. Times are in milliseconds. */
final class Messages {
  private final List<SipEvent> caller = new ArrayList<>();
  private final List<SipEvent> callee = new ArrayList<>();

  List<SipEvent> caller() {
    return caller;
  }

  List<SipEvent> callee() {
    return callee;
  }

  /** A request from caller to callee that arrives, or is lost on its way. */
  Messages request(long at, String call, String method, boolean arrives) {
    String line = method + " sip:service@10.77.0.100 SIP/2.0";
    caller.add(new SipEvent(at * 1000, true, call, method, line));
    if (arrives) {
      callee.add(new SipEvent(at * 1000 + 500, false, call, method, line));
    }
    return this;
  }

  /** A response from callee to caller that arrives, or is lost on its way. */
  Messages response(long at, String call, String method, String status, boolean arrives) {
    String line = "SIP/2.0 " + status;
    callee.add(new SipEvent(at * 1000, true, call, method, line));
    if (arrives) {
      caller.add(new SipEvent(at * 1000 + 500, false, call, method, line));
    }
    return this;
  }

  /** The set-up of a call that rings two seconds. */
  Messages established(long at, String call) {
    return request(at, call, "INVITE", true)
        .response(at + 1, call, "INVITE", "180 Ringing", true)
        .response(at + 2000, call, "INVITE", "200 OK", true)
        .request(at + 2002, call, "ACK", true);
  }

  /** A whole call of seven seconds. */
  Messages whole(long at, String call) {
    return established(at, call)
        .request(at + 7000, call, "BYE", true)
        .response(at + 7001, call, "BYE", "200 OK", true);
  }
}
