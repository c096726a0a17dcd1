package io.understudy.netctl.daemon;

import io.understudy.link.message.AgentConsumed;

/** What is kept of the input that comes while this node is silent. Never blocks; any thread. */
interface Shadow {
  /** Nothing is kept. */
  Shadow NONE =
      new Shadow() {
        @Override
        public long millis() {
          return 0;
        }

        @Override
        public void hold() {}

        @Override
        public void consumed(AgentConsumed report) {}

        @Override
        public String text() {
          return "";
        }
      };

  /** For how long it is kept; 0: there is no shadow. */
  long millis();

  /** A takeover begins: nothing is too old until {@link #consumed}, or for a while. */
  void hold();

  /** The promoted server has executed its log: it is to get what that does not hold. */
  void consumed(AgentConsumed report);

  /** For the operator; empty without a shadow. */
  String text();
}
