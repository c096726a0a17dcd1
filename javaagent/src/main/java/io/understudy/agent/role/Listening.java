package io.understudy.agent.role;

import io.understudy.agent.status.Console;
import java.io.IOException;
import java.time.Duration;

/** Opens the address at which a new backup joins a node that has just gone live. */
final class Listening {
  private static final Duration RETRY = Duration.ofSeconds(5);

  private Listening() {}

  /**
   * Returns when it is open. A port that is taken may become free; until then nobody can protect
   * this server.
   */
  static void until(Speaker speaker) {
    String said = "";
    while (true) {
      try {
        speaker.open();
        return;
      } catch (IOException e) {
        if (!said.equals(e.getMessage())) {
          said = e.getMessage();
          Console.line(
              "ALARM unprotected: " + said + "; tried again every " + RETRY.toSeconds() + " s");
        }
      }
      try {
        Thread.sleep(RETRY.toMillis());
      } catch (InterruptedException e) {
        return;
      }
    }
  }
}
