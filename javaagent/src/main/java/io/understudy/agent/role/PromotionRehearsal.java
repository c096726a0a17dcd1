package io.understudy.agent.role;

import io.understudy.engine.boundary.LostConnections;
import io.understudy.engine.log.LogSink;
import io.understudy.engine.log.LogWriter;
import io.understudy.engine.log.RecordKind;
import io.understudy.engine.turn.GuardedSink;
import io.understudy.link.commit.GateRehearsal;

/**
 * Goes, on a backup's start, through what only a speaker does: writing a log, letting output leave,
 * and ending the old primary's connections. Their first calls would otherwise be met while nobody
 * speaks, each loading classes and being interpreted. Nothing of it touches the server's log or
 * sockets.
 */
final class PromotionRehearsal {
  private static final int RECORDS = 20_000;
  private static final int BETWEEN_PUBLISHES = 20;

  private PromotionRehearsal() {}

  static void play() {
    LogWriter writer = new LogWriter(new GuardedSink(new Nowhere()), 0);
    byte[] payload = new byte[64];
    for (int i = 0; i < RECORDS; i++) {
      writer.grant(i & 3, i & 31);
      writer.begin(RecordKind.CALL);
      writer.unsigned(i);
      writer.signed(-i);
      writer.bytes(payload, 0, payload.length);
      writer.end();
      if (i % BETWEEN_PUBLISHES == 0) {
        writer.publish(true);
      }
    }
    GateRehearsal.play();
    LostConnections.rehearse();
  }

  /** Takes records and forgets them. */
  private static final class Nowhere implements LogSink {
    private long taken;

    @Override
    public void append(byte[] data, int from, int to, long position, boolean urgent) {
      taken += to - from;
    }

    @Override
    public boolean hasRoom() {
      return taken >= 0;
    }
  }
}
