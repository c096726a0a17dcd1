package io.understudy.weaver.census;

import io.understudy.weaver.table.NativeMethod;
import io.understudy.weaver.table.NativeTable;
import io.understudy.weaver.table.Rule;
import io.understudy.weaver.table.UnclassifiedNativeException;
import java.util.List;

/** The proof at start: each native of the running JDK has a rule that was written for it. */
public final class Proof {
  private Proof() {}

  /**
   * Does nothing for a build that was proven when the agent was built; else takes a census.
   *
   * @throws UnclassifiedNativeException naming the first native without a rule
   */
  public static void require(NativeTable table) {
    if (!KnownBuilds.load().contains(BuildId.running())) {
      check(table, Census.take());
    }
  }

  /**
   * Looks up the rule of each native. One that matches by a wildcard holds for {@link KnownNatives}
   * alone.
   *
   * @throws UnclassifiedNativeException naming the first native without a rule
   */
  public static void check(NativeTable table, List<NativeMethod> natives) {
    KnownNatives known = KnownNatives.load();
    for (NativeMethod n : natives) {
      Rule r = table.find(n);
      if (r == null || (!r.names(n.owner(), n.name()) && !known.contains(n))) {
        throw new UnclassifiedNativeException(n);
      }
    }
  }
}
