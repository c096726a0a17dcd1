package io.understudy.agent.role;

import io.understudy.agent.ExitCode;
import io.understudy.agent.status.Console;
import io.understudy.engine.diverge.DivergenceReport;
import io.understudy.engine.hook.Seeds;
import io.understudy.engine.log.Log;
import io.understudy.engine.turn.EngineListener;
import io.understudy.engine.turn.Turn;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What all roles share: how they tell the operator, and how they end. */
public abstract class ActiveRole implements EngineListener {
  private static final int UNMANAGED_NAMED = 20;

  private final Set<String> unmanaged = ConcurrentHashMap.newKeySet();

  /** Numbers of the log's header; see {@link Seeds}. */
  public abstract long[] seeds();

  /** A {@link io.understudy.engine.turn.Mode}. */
  public abstract int mode();

  /** Installs log and gate in the engine; the last step before the first managed thread. */
  public abstract void install();

  @Override
  public void diverged(DivergenceReport report) {
    Console.line(report.text);
    Runtime.getRuntime().halt(ExitCode.DIVERGED.number());
  }

  /** A replica whose turn does not move, for the reason that the watchdog gives. */
  final void stuck(String replica, String reason) {
    diverged(
        DivergenceReport.stuck(
            Log.position(),
            Log.records(),
            String.valueOf(Turn.holder()),
            "the " + replica + "'s turn does not move: " + reason));
  }

  /** The other node has won an epoch: what this server would still say is not the service's. */
  final void end(String reason) {
    Console.line(
        "ALARM this server ends: "
            + reason
            + ". Nothing of it has left this node since; start it again as backup");
    Runtime.getRuntime().halt(ExitCode.EPOCH_LOST.number());
  }

  /** As ordered: the other node goes on with this server's calls. */
  final void endHandedOver(String what) {
    Console.line(
        "this server ends: " + what + ". The other node goes on; start this one again as backup");
    Runtime.getRuntime().halt(ExitCode.EPOCH_LOST.number());
  }

  @Override
  public void abandoned(String reason) {
    Console.line(
        "ALARM replication has stopped: "
            + reason
            + ". The server runs on without protection; its calls die with this host."
            + " Restart both nodes once the cause is mended.");
  }

  @Override
  public void filesLost(String why) {
    Console.line(
        "ALARM files under input= or output= that the primary had open cannot be opened here:"
            + why
            + ". The server's calls on them fail. Give this node the same files");
  }

  @Override
  public void unmanagedThread(String description) {
    if (unmanaged.size() < UNMANAGED_NAMED && unmanaged.add(description)) {
      Console.line(
          "thread "
              + description
              + " is not managed: what it does to the server's state is not replicated");
    }
  }

  /**
   * Numbers for a log that begins: nobody may guess them. Read from the kernel and not drawn from
   * SecureRandom, whose providers the server must find as untouched as on a backup.
   */
  static long[] drawSeeds() throws IOException {
    byte[] bytes = new byte[Seeds.COUNT * Long.BYTES];
    try (FileInputStream random = new FileInputStream("/dev/urandom")) {
      if (random.readNBytes(bytes, 0, bytes.length) != bytes.length) {
        throw new IOException("/dev/urandom has ended");
      }
    }
    long[] seeds = new long[Seeds.COUNT];
    ByteBuffer.wrap(bytes).asLongBuffer().get(seeds);
    return seeds;
  }
}
