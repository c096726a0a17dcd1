package io.understudy.engine.hook;

import io.understudy.engine.turn.ManagedThread;
import io.understudy.engine.turn.Turn;

/**
 * Woven around static initialisers. A thread that gave the turn up inside one would block a turn
 * holder that needs the class, and no thread state shows that; so blocking natives keep the turn
 * there. Inside those of the JDK nothing is logged, see {@link Turn#observer}.
 */
public final class ClassInit {
  private ClassInit() {}

  /** First instruction of a static initialiser of the server. */
  public static void enter() {
    ManagedThread t = Turn.current();
    if (t != null) {
      t.classInit++;
      t.initialisers <<= 1;
    }
  }

  /** First instruction of a static initialiser of the JDK. */
  public static void enterJdk() {
    ManagedThread t = Turn.current();
    if (t != null) {
      t.classInit++;
      t.initialisers = t.initialisers << 1 | 1;
    }
  }

  /** Before each return of a static initialiser, and when it throws. */
  public static void exit() {
    ManagedThread t = Turn.current();
    if (t != null && t.classInit > 0) {
      t.classInit--;
      t.initialisers >>>= 1;
    }
  }
}
