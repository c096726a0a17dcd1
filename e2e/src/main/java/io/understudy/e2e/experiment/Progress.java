package io.understudy.e2e.experiment;

import java.io.PrintStream;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** Tells the user what goes on, a line at a time, with the time of day. */
public final class Progress {
  private final PrintStream out;

  /** Progress goes to a stream, normally stderr, so that the table alone is on stdout. */
  public Progress(PrintStream out) {
    this.out = out;
  }

  /** Says a line. */
  public void say(String line) {
    LocalTime now = LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS);
    out.println(now + "  " + line);
    out.flush();
  }
}
