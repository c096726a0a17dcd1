package io.understudy.engine.hook;

import io.understudy.engine.turn.ManagedThread;
import io.understudy.engine.turn.Turn;

/**
 * Woven around static initialisers. A thread that gave the turn up inside one would block a turn
 * holder that needs the class, and no thread state shows that; so blocking natives keep the turn
 * there.
 */
public final class ClassInit {
  private ClassInit() {}

  /** First instruction of a static initialiser. */
  public static void enter() {
    ManagedThread t = Turn.current();
    if (t != null) {
      t.classInit++;
    }
  }

  /** Before each return of a static initialiser, and when it throws. */
  public static void exit() {
    ManagedThread t = Turn.current();
    if (t != null && t.classInit > 0) {
      t.classInit--;
    }
  }
}
