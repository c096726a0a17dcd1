package demo.alg;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sip.ClientTransaction;

/** Legs whose client transaction still lives, with the branch that each was forwarded under. */
final class LegTable {
  private final Map<Leg, String> branches = new HashMap<>();

  synchronized void add(Leg leg, ClientTransaction transaction) {
    branches.put(leg, transaction.getBranchId());
  }

  synchronized void remove(Leg leg) {
    branches.remove(leg);
  }

  /** Adds one line per leg. */
  synchronized void describe(List<String> lines) {
    branches.forEach((leg, branch) -> lines.add(leg.describe() + ' ' + branch));
  }
}
