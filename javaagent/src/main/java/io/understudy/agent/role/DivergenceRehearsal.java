package io.understudy.agent.role;

import io.understudy.engine.diverge.DivergenceReport;
import io.understudy.engine.diverge.Frames;
import io.understudy.link.message.AgentDivergence;

/**
 * Makes a report of a divergence that there is none of, and drops it: loading what it needs costs
 * tens of milliseconds, which are better spent before the server starts.
 */
final class DivergenceRehearsal {
  private DivergenceRehearsal() {}

  static void play() {
    StackTraceElement[] stack = new Throwable().getStackTrace();
    String text = Frames.site(stack) + Frames.all(stack);
    AgentDivergence made =
        DivergenceNotice.of(DivergenceNotice.of(DivergenceReport.stuck(0, 0, "none", text), 0))
            .build();
    if (made.getReport().isEmpty()) {
      throw new IllegalStateException("a report without text");
    }
  }
}
