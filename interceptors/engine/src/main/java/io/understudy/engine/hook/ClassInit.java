package io.understudy.engine.hook;

import io.understudy.engine.turn.ManagedThread;
import io.understudy.engine.turn.Turn;

/**
 * Woven around static initialisers. A thread that gave the turn up inside one would block a turn
 * holder that needs the class, and no thread state shows that; so blocking natives keep the turn
 * there.
 *
 * <p>Which thread initialises a class of the JDK, and whether it is a managed one, differs from
 * node to node. So what is logged there stands in records that a reader can skip ({@link
 * io.understudy.engine.log.RecordKind#INITIALISER}), and nothing is counted.
 */
public final class ClassInit {
  private ClassInit() {}

  /**
   * First instruction of a static initialiser.
   *
   * @param jdkClass see {@link ManagedThread#enter}
   */
  public static void enter(int jdkClass) {
    ManagedThread t = Turn.current();
    if (t != null) {
      t.enter(jdkClass);
    }
  }

  /** Before each return of a static initialiser, and when it throws. */
  public static void exit() {
    ManagedThread t = Turn.current();
    if (t != null) {
      t.exit();
    }
  }
}
