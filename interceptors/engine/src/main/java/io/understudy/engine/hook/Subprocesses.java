package io.understudy.engine.hook;

import io.understudy.engine.boundary.Boundary;
import io.understudy.engine.turn.Turn;
import java.util.Map;

/** Processes that the server starts are not replicated: both nodes would start one. */
public final class Subprocesses {
  private Subprocesses() {}

  /** Entry of ProcessImpl.start. Always null: go on, unprotected. */
  public static Object[] start(
      String[] command,
      Map<String, String> environment,
      String directory,
      ProcessBuilder.Redirect[] redirects,
      boolean redirectErrors) {
    if (Turn.current() != null) {
      Boundary.unsupported(
          "starts the subprocess \"" + (command.length == 0 ? "" : command[0]) + "\"",
          "each node would start one, and what it says is not in the log; start it outside of the"
              + " server");
    }
    return null;
  }
}
