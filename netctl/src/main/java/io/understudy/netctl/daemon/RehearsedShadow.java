package io.understudy.netctl.daemon;

import io.understudy.link.message.AgentConsumed;

/** A shadow of the rehearsal: there, and empty. */
record RehearsedShadow() implements Shadow {
  @Override
  public long millis() {
    return 1;
  }

  @Override
  public void hold() {}

  @Override
  public void consumed(AgentConsumed report) {}

  @Override
  public String text() {
    return "";
  }
}
