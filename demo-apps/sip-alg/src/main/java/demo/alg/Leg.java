package demo.alg;

import javax.sip.ServerTransaction;

/**
 * A forwarded request that waits for its answer: hangs on the client transaction. Plain object,
 * compared by identity.
 */
final class Leg {
  final Call call;
  final String method;
  final ServerTransaction upstream;

  Leg(Call call, String method, ServerTransaction upstream) {
    this.call = call;
    this.method = method;
    this.upstream = upstream;
  }

  /** One line of a digest. */
  String describe() {
    return "leg " + call.callId + ' ' + method + ' ' + upstream.getBranchId();
  }
}
