package demo.sip;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The nodes behind the server. A new call goes to the node with the fewest open calls; among equals
 * the first in the table wins, whatever order the table has.
 */
public final class Cluster {
  /** One node. Plain object: two nodes are the same only if they are the same object. */
  public static final class Node {
    private final Endpoint endpoint;

    private Node(Endpoint endpoint) {
      this.endpoint = endpoint;
    }

    public Endpoint endpoint() {
      return endpoint;
    }
  }

  private final Map<Node, Integer> openCalls = new HashMap<>();

  public Cluster(List<Endpoint> endpoints) {
    for (Endpoint endpoint : endpoints) {
      openCalls.put(new Node(endpoint), 0);
    }
  }

  /** Takes the node for a new call; give it back by {@link #release} when the call is over. */
  public synchronized Node acquire() {
    Node best = null;
    int fewest = Integer.MAX_VALUE;
    for (Map.Entry<Node, Integer> entry : openCalls.entrySet()) {
      if (entry.getValue() < fewest) {
        best = entry.getKey();
        fewest = entry.getValue();
      }
    }
    openCalls.merge(best, 1, Integer::sum);
    return best;
  }

  /** Says that a call of this node is over. */
  public synchronized void release(Node node) {
    openCalls.merge(node, -1, Integer::sum);
  }

  /** One line of a digest per node. */
  public synchronized void describe(List<String> lines) {
    openCalls.forEach((node, open) -> lines.add("node " + node.endpoint() + " open=" + open));
  }
}
