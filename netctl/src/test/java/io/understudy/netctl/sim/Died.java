package io.understudy.netctl.sim;

/** The process that runs now is dead: unwinds its stack. */
final class Died extends Error {
  private static final long serialVersionUID = 1;

  Died() {
    super("the simulated process has died", null, false, false);
  }
}
