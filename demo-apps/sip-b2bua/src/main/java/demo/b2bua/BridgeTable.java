package demo.b2bua;

import demo.sip.CallTimers;
import demo.sip.Cluster;
import demo.sip.Settings;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** All calls in progress, their nodes and their timers. */
final class BridgeTable {
  private final Set<Bridge> bridges = new HashSet<>();
  private final Cluster cluster;
  private final CallTimers timers;
  private final Settings settings;

  BridgeTable(Settings settings, CallTimers timers) {
    this.settings = settings;
    this.timers = timers;
    this.cluster = new Cluster(settings.cluster());
  }

  /** Takes the least busy node for a new call. */
  Cluster.Node acquireNode() {
    return cluster.acquire();
  }

  /** Adds the call and starts its ring time-out. */
  void open(Bridge bridge, Runnable whenRungTooLong) {
    synchronized (bridges) {
      bridges.add(bridge);
    }
    bridge.replaceTimer(timers.after(settings.ringTimeout(), whenRungTooLong));
  }

  /** Starts the expiry of an established call, instead of its ring time-out. */
  void limitDuration(Bridge bridge, Runnable whenExpired) {
    bridge.replaceTimer(timers.after(settings.callExpiry(), whenExpired));
  }

  /** Forgets the call. */
  void close(Bridge bridge) {
    if (bridge.end()) {
      synchronized (bridges) {
        bridges.remove(bridge);
      }
      cluster.release(bridge.node);
    }
  }

  /** Adds one line per call and node. */
  void describe(List<String> lines) {
    synchronized (bridges) {
      for (Bridge bridge : bridges) {
        lines.add(bridge.describe());
      }
    }
    cluster.describe(lines);
  }
}
