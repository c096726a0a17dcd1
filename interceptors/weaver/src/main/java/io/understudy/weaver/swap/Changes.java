package io.understudy.weaver.swap;

/** Counts what was changed in one class; an unchanged class is given back as it came. */
final class Changes {
  private int count;

  void add() {
    count++;
  }

  int count() {
    return count;
  }
}
