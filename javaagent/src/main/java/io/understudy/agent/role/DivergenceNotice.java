package io.understudy.agent.role;

import io.understudy.engine.diverge.DivergenceReport;
import io.understudy.link.message.AgentDivergence;
import io.understudy.link.message.Diverged;

/** The report of a divergence, as the primary and as netctl get it. */
final class DivergenceNotice {
  private DivergenceNotice() {}

  /**
   * For the primary.
   *
   * @param age microseconds since the log behind the record was heard of, as far as is known
   */
  static Diverged of(DivergenceReport report, long age) {
    return Diverged.newBuilder()
        .setReport(report.text)
        .setPosition(report.position)
        .setRecords(report.records)
        .setThread(report.thread)
        .setExpected(report.expected)
        .setGot(report.got)
        .setSite(report.site)
        .setNoticedMicros(age)
        .build();
  }

  /** For netctl; a primary adds its own code. */
  static AgentDivergence.Builder of(Diverged report) {
    return AgentDivergence.newBuilder()
        .setPosition(report.getPosition())
        .setRecords(report.getRecords())
        .setThread(report.getThread())
        .setExpected(report.getExpected())
        .setGot(report.getGot())
        .setBackupSite(report.getSite())
        .setNoticedMicros(report.getNoticedMicros())
        .setReport(report.getReport());
  }
}
