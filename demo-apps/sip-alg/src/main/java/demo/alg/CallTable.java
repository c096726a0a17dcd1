package demo.alg;

import demo.sip.CallTimers;
import demo.sip.Cluster;
import demo.sip.Settings;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.sip.address.SipURI;

/** All calls in progress, their nodes and their timers. */
final class CallTable {
  private final ConcurrentMap<String, Call> byCallId = new ConcurrentHashMap<>();
  private final Cluster cluster;
  private final CallTimers timers;
  private final Settings settings;

  CallTable(Settings settings, CallTimers timers) {
    this.settings = settings;
    this.timers = timers;
    this.cluster = new Cluster(settings.cluster());
  }

  /** Opens a call on the least busy node, or returns null if the Call-ID is in use. */
  Call open(String callId, String callerTag, SipURI callerContact, String ownHost) {
    if (byCallId.containsKey(callId)) {
      return null;
    }
    Cluster.Node node = cluster.acquire();
    Call call = new Call(callId, callerTag, callerContact, node, ownHost);
    if (byCallId.putIfAbsent(callId, call) != null) {
      cluster.release(node);
      return null;
    }
    return call;
  }

  /** Returns null if there is no such call. */
  Call find(String callId) {
    return byCallId.get(callId);
  }

  /** Starts the ring time-out. The task should cancel the call. */
  void limitRinging(Call call, Runnable task) {
    call.replaceTimer(timers.after(settings.ringTimeout(), task));
  }

  /** Starts the expiry of an established call, instead of its ring time-out. */
  void limitDuration(Call call) {
    call.replaceTimer(timers.after(settings.callExpiry(), () -> close(call)));
  }

  /** Forgets the call. */
  void close(Call call) {
    if (call.end()) {
      byCallId.remove(call.callId, call);
      cluster.release(call.node);
    }
  }

  /** Adds one line per call and node. */
  void describe(List<String> lines) {
    for (Call call : byCallId.values()) {
      lines.add(call.describe());
    }
    cluster.describe(lines);
  }
}
