package io.understudy.link.journal;

import java.util.Arrays;

/** The seeds of a log, compared by value. */
public final class Seeds {
  private final long[] values;

  public Seeds(long... values) {
    this.values = values.clone();
  }

  public long[] values() {
    return values.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Seeds s && Arrays.equals(values, s.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  /** Tells how many there are but none of them: they predict the server's random numbers. */
  @Override
  public String toString() {
    return values.length + " seeds";
  }
}
